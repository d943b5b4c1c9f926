"""Weave links into a sentence of the interface, where its language wants them to stand."""

from collections.abc import Iterable, Sequence
from typing import Final

from clustergraph.web.pieces import Link
from clustergraph.web.wording import Wording

__all__ = ["Woven", "listed", "weave"]

Woven = tuple[Link, ...]
"""Words and links that are read one after the other."""

_SEAM: Final = "\0"
"""Parts a message where links belong; no message has it."""


def weave(wording: Wording, message: str, **values: str | Link | Sequence[Link]) -> Woven:
    """Say a message whose values are links, several links in a row, or words.

    >>> from clustergraph.web.wording import ENGLISH
    >>> [each.text for each in weave(ENGLISH, "See %(page)s.", page=Link(text="this", href="/"))]
    ['See ', 'this', '.']
    """
    slots = {name: f"{_SEAM}{name}{_SEAM}" for name in values}
    parts = wording.gettext(message, **slots).split(_SEAM)
    links: list[Link] = []
    for at, part in enumerate(parts):
        links += _links(values[part]) if at % 2 else _links(_unless_stopped(part, links))
    return tuple(links)


def listed(wording: Wording, links: Iterable[Link]) -> Woven:
    """List links as a language does: "one", "one and two", "one, two and three".

    >>> from clustergraph.web.wording import wording_in
    >>> names = [Link(text=name) for name in ("Łódź", "Gdynia", "Ełk")]
    >>> "".join(each.text for each in listed(wording_in("pl"), names))
    'Łódź, Gdynia i Ełk'
    """
    row = tuple(links)
    if len(row) < 2:
        return row
    *before, last = row
    comma = Link(text=", ")
    others = [each for link in before for each in (comma, link)][1:]
    return weave(wording, "%(others)s and %(last)s", others=others, last=last)


def _unless_stopped(part: str, before: Sequence[Link]) -> str:
    """Leave out the full stop behind a name that ends in one, such as "Inc."."""
    is_stopped = bool(before) and before[-1].text.endswith(".") and not part.startswith("..")
    return part.removeprefix(".") if is_stopped else part


def _links(value: str | Link | Sequence[Link]) -> Sequence[Link]:
    if isinstance(value, str):
        return (Link(text=value),) if value else ()
    return (value,) if isinstance(value, Link) else value
