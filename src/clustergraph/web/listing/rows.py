"""The rows of a list: what was found, as people read it."""

from collections.abc import Iterable

from clustergraph.operations.consult import Text
from clustergraph.operations.look_up import Hit
from clustergraph.web.linking import Linker, words
from clustergraph.web.listing.views import RowView

__all__ = ["period", "rows_of"]

_LISTED = "listed"
"""How a hit matches that no name was asked for."""


def rows_of(hits: Iterable[Hit], linker: Linker, *, of_one_class: bool) -> tuple[RowView, ...]:
    """Show things; of which class each is, where they are of several."""
    return tuple(_row(hit, linker, is_kind_shown=not of_one_class) for hit in hits)


def _row(hit: Hit, linker: Linker, *, is_kind_shown: bool) -> RowView:
    is_other_name = hit.match != _LISTED and hit.name != hit.thing.label.text
    kind = linker.labels.thing(hit.thing.kind).label if hit.thing.kind and is_kind_shown else None
    return RowView(
        link=linker.link(hit.thing),
        kind=words(kind) if kind else None,
        found_as=words(Text(hit.name, hit.language)) if is_other_name else None,
        place=hit.description,
        years=period(hit.years),
    )


def period(years: tuple[int, ...]) -> str:
    """Write years from the first to the last.

    >>> period((2012, 2013)), period((2018,)), period(())
    ('2012–2013', '2018', '')
    """
    if not years:
        return ""
    return f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
