"""Reads HTML pages: the main text without menus, adverts, scripts and styles, and its metadata.

The only module that knows trafilatura, and with ``html_metadata`` its parser, lxml. It is imported
when the first page comes, for trafilatura takes longer to load than a hundred text files to read.
No network, no clock: trafilatura's own search for dates depends on today's, so metadata come from
``html_metadata``.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from logging import NullHandler, getLogger

from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from clustergraph.model import ZoneKind
from clustergraph.reading.charsets import decode_page
from clustergraph.reading.content import Block, Content, row_of_cells
from clustergraph.reading.html_metadata import find_metadata
from clustergraph.reading.source_file import SourceFile

__all__ = ["MOST_TAGS", "read_html"]

MOST_TAGS = 60_000
"""Opening and closing ones; trafilatura takes the square of the time for twice as many."""

_INLINE = frozenset({"hi", "ref", "del", "span", "graphic", "code"})
_NO_TEXT = "no text was found in the page; save it from the browser once it is shown, or as text."

getLogger("trafilatura").addHandler(NullHandler())  # what it complains of, we say in one sentence


def read_html(file: SourceFile) -> Content:
    """Read a page. The title stands first in the text, also where it stood outside the main text.

    Raises:
        UnreadableDocument: when it has no text, too many tags, or is not in its charset.
    """
    page = decode_page(file)
    if page.count("<") > MOST_TAGS:
        reason = f"the page has more than {MOST_TAGS} tags; split it, or save it as text."
        raise file.refused(reason)
    with file.refused_if_broken("HTML page"):
        tree = _parsed(page)
        metadata = find_metadata(tree)  # first, for what finds the text prunes the tree
        _mark_main_text(tree)
        body = _main_text(tree)
    blocks = list(_blocks(body)) if body is not None else []
    if not any(block.text.strip() for block in blocks):
        raise file.refused(_NO_TEXT)
    return Content.of_blocks(_with_title(blocks, metadata.title), metadata)


def _parsed(page: str) -> HtmlElement:
    """Parse in UTF-8 whatever the page declares: it is decoded already."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    return document_fromstring(page.encode(errors="replace"), parser=parser)


def _mark_main_text(tree: HtmlElement) -> None:
    """Call the body of a simple page its main part: of unmarked pages, lists would be left out."""
    body = tree.find("body")
    is_marked = tree.find(".//main") is not None or tree.find(".//article") is not None
    if body is None or is_marked or body.find("p") is None:
        return
    main = body.makeelement("main")
    main.text, body.text = body.text, None
    main.extend(list(body))
    body.append(main)


def _main_text(tree: HtmlElement) -> HtmlElement | None:
    found = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        deduplicate=False,
        with_metadata=False,
    )
    return getattr(found, "body", None)  # None where it found nothing


def _with_title(blocks: Sequence[Block], title: str) -> Sequence[Block]:
    """Make a heading of the title where the text has it, or put it first."""
    words = title.split()
    places = [place for place, block in enumerate(blocks) if block.text.split() == words]
    heading = Block(title, ZoneKind.HEADING)
    if not places:
        return [heading, *blocks]
    return [*blocks[: places[0]], heading, *blocks[places[0] + 1 :]]


# -- The tree of trafilatura: p, head, list of item, table of row of cell, quote, hi, lb ----------


def _blocks(element: HtmlElement, sign: str = "") -> Iterator[Block]:
    """Yield the blocks within an element; text that stands between them is one of its own."""
    kind = _kind(element, sign)
    text = _one_line(element.text)
    numbers = count(1)
    for child in element:
        if child.tag in _INLINE or child.tag == "lb":
            text += _inline(child)
        else:
            yield Block(sign + text if text.strip() else "", kind)
            yield from _block(child, numbers)
            text = ""
        text += _one_line(child.tail)
    yield Block(sign + text if text.strip() else "", kind)


def _block(element: HtmlElement, numbers: Iterator[int]) -> Iterator[Block]:
    if element.tag == "row":
        cells = [" ".join(block.text for block in _blocks(cell)) for cell in element]
        yield from row_of_cells(cells)
    elif element.tag == "item":
        ordered = element.getparent().get("rend") == "ol"
        yield from _blocks(element, f"{next(numbers)}. " if ordered else "• ")
    else:
        yield from _blocks(element)


def _kind(element: HtmlElement, sign: str) -> ZoneKind | None:
    if sign:
        return ZoneKind.BULLET
    return ZoneKind.HEADING if element.tag == "head" else None


def _inline(element: HtmlElement) -> str:
    if element.tag == "lb":
        return "\n"
    within = "".join(_inline(child) + _one_line(child.tail) for child in element)
    return _one_line(element.text) + within


def _one_line(text: str | None) -> str:
    return " ".join(f"|{text}|".split())[1:-1] if text else ""
