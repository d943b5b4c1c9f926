"""Places that a text lists as parts of another: «five districts of Sindh: Thatta, Badin and …»."""

from collections.abc import Sequence

from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.place_lists import enumerated_places
from clustergraph.vocab import CG

__all__ = ["read_region"]

_FEWEST = 2
_OPENINGS = frozenset({":", "(", "–", "—"})


def read_region(region: Mention, page: Page) -> None:
    """Note that each place of the list behind a region or a country lies in it."""
    if region.kind in {CG.Region, CG.Country}:
        for place in _listed(region, page):
            page.note(place, CG.locatedIn, region, rule="places of a region", confidence=0.8)


def _listed(region: Mention, page: Page) -> Sequence[Mention]:
    if page.scene.text_after(region.span.end)[:1] not in _OPENINGS:
        return ()
    places = [
        p for p in enumerated_places(_behind_sign(region, page), page) if _in_list(p, region, page)
    ]
    return [p for p in places if p.kind != CG.Country] if len(places) >= _FEWEST else ()


def _in_list(place: Mention, region: Mention, page: Page) -> bool:
    """Tell whether no bracket closes before the place: «Galicia (Spain), Tuscany (Italy)»."""
    return ")" not in page.scene.gap(region.span.end, place.span.start)


def _behind_sign(region: Mention, page: Page) -> int:
    sign = page.scene.token_after(region.span.end)
    return sign.span.end if sign else region.span.end
