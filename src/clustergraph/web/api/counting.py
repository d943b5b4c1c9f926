"""Count what a search or a list holds by its facets, in the shape of an answer."""

from collections.abc import Iterable, Mapping
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.look_up import Question, facets
from clustergraph.web.api.facet_names import FACETS, spelled
from clustergraph.web.api.shapes.searching import FacetShape, FacetsShape
from clustergraph.web.visit import Visit

__all__ = ["COUNTED", "shaped_facets"]

COUNTED: Final[Mapping[str, str]] = {**FACETS, "lang": "language"}
"""By what it can be counted, and what the index calls that."""
_OF_THINGS: Final = ("type", "place", "sector", "programme")
"""The facets of which the values are things, with labels."""


def shaped_facets(visit: Visit, question: Question, wanted: Iterable[str]) -> FacetsShape:
    """Count by the facets wanted."""
    names = [*wanted]
    counts = facets(visit.opened, question, [COUNTED[name] for name in names])
    shapes = {
        name: [_facet(visit, name, value, total) for value, total in counts[COUNTED[name]]]
        for name in names
    }
    return FacetsShape(**shapes)


def _facet(visit: Visit, name: str, value: str, total: int) -> FacetShape:
    label = visit.labels.thing(Iri(value)).label.text if name in _OF_THINGS else value
    return FacetShape(value=spelled(value), label=label, count=total)
