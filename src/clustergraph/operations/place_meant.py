"""Find the place that a filter names: by an identifier in any shape, or by what people call it."""

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import Match, NameHit
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import identify
from clustergraph.operations.look_up import kinds_named

__all__ = ["place_meant"]

_PLACE = "Place"
_CERTAIN = (Match.EXACT, Match.FOLDED)
"""Matches of a whole name; what is only like a name of a place is not what a filter means."""
_MOST_OF_ONE_NAME = 3


def place_meant(opened: OpenVersion, text: str) -> Iri:
    """Return the place; where several bear the name, the most prominent of the best match.

    Raises:
        InvalidParameter: when nothing of that name or identifier is a place.
    """
    identified = identify(opened, text)
    iri = identified.iri if identified else None
    if iri is not None and _is_place(opened, iri):
        return iri
    hits = _called(opened, text)
    if not hits or hits[0].match not in _CERTAIN:
        raise InvalidParameter("place", text, _wanted(hits))
    return hits[0].card.iri


def _is_place(opened: OpenVersion, iri: Iri) -> bool:
    card = opened.names.card(iri)
    return card is not None and card.cls in kinds_named(_PLACE)


def _called(opened: OpenVersion, text: str) -> tuple[NameHit, ...]:
    places = kinds_named(_PLACE)
    return opened.names.search(text, kinds=places, limit=_MOST_OF_ONE_NAME).hits


def _wanted(hits: tuple[NameHit, ...]) -> str:
    wanted = "the name, IRI or identifier of a place in the graph"
    alike = " or ".join(dict.fromkeys(hit.name for hit in hits))
    return f"{wanted}, such as {alike}" if alike else wanted
