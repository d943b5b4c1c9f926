"""Reads Markdown: the text that a page of it would show, one line a paragraph.

Marks of headings, emphasis and links go, their words stay; pictures, code and HTML tags go. The
only reader that knows markdown-it.
"""

from collections.abc import Iterator, Mapping, Sequence

import regex
from markdown_it import MarkdownIt
from markdown_it.token import Token

from clustergraph.model import PartialDate, ZoneKind
from clustergraph.reading.charsets import decode_text
from clustergraph.reading.content import Block, Content, Metadata, row_of_cells
from clustergraph.reading.language import language_code
from clustergraph.reading.source_file import SourceFile

__all__ = ["LARGEST_MARKDOWN_BYTES", "read_markdown"]

LARGEST_MARKDOWN_BYTES = 1_000_000
"""Pages of it are written by hand."""

_FRONT_MATTER = regex.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", regex.S | regex.M)
_VALUE = regex.compile(r"^(\w+):[ \t]*([\"']?)(.*?)\2[ \t]*\r?$", regex.M)
_HTML_TAG = regex.compile(r"<[^<>]{0,2000}>")
_MOST_BRACKETS = 50_000
"""Each may open a link; markdown-it takes the square of the time for twice as many."""
_TOO_LARGE = (
    f"the file is larger than {LARGEST_MARKDOWN_BYTES / 1e6:g} MB or has more than "
    f"{_MOST_BRACKETS} brackets; split it, or name it .txt."
)
_NO_TEXT = "the file shows no text, only pictures, code or marks; remove it or give it text."


def read_markdown(file: SourceFile) -> Content:
    """Read a Markdown file (CommonMark with tables), and its front matter if it has any.

    Raises:
        UnreadableDocument: when it is not text, shows none, or is too large.
    """
    text = decode_text(file)
    if len(file.data) > LARGEST_MARKDOWN_BYTES or text.count("[") > _MOST_BRACKETS:
        raise file.refused(_TOO_LARGE)
    front = _FRONT_MATTER.match(text)
    with file.refused_if_broken("Markdown"):
        parser = MarkdownIt("commonmark").enable("table")
        tokens = parser.parse(text[front.end() if front else 0 :])
    content = Content.of_blocks(_blocks(tokens), _metadata(front[1]) if front else None)
    if not content.text.strip():
        raise file.refused(_NO_TEXT)
    return content


def _metadata(front: str) -> Metadata:
    """Read simple ``key: value`` lines of YAML; what else there may be is passed over."""
    values = {match[1].lower(): match[3] for match in _VALUE.finditer(front)}
    return Metadata(
        title=values.get("title", ""),
        language=language_code(values.get("lang") or values.get("language") or ""),
        date=_date(values),
        publisher=values.get("publisher", ""),
        source=values.get("source") or values.get("url") or "",
    )


def _date(values: Mapping[str, str]) -> PartialDate | None:
    try:
        return PartialDate.parse(values.get("date", "")[:10])
    except ValueError:
        return None


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield a block for each piece of text; the tokens before it say what it stands in."""
    sign, cells = "", list[str]()
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "list_item_open":
            sign = f"{token.info}. " if token.info else "• "
        elif token.type == "tr_close":
            yield from row_of_cells(cells)
            cells = []
        elif token.type == "html_block":
            yield Block(_HTML_TAG.sub(" ", token.content))
        elif token.type == "inline" and before is not None:
            if before.tag in {"td", "th"}:
                cells.append(_shown(token))
            else:
                yield _block(_shown(token), before, sign)
                sign = ""


def _block(text: str, before: Token, sign: str) -> Block:
    if sign:
        return Block(sign + text, ZoneKind.BULLET)
    return Block(text, ZoneKind.HEADING if before.type == "heading_open" else None)


def _shown(token: Token) -> str:
    return "".join(_word(child) for child in token.children or ())


def _word(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    if token.type == "hardbreak":
        return "\n"
    return " " if token.type == "softbreak" else ""
