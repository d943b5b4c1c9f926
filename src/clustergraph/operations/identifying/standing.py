"""What became of an address of ours: it stands, was merged into another one, is gone, or never was.

Asked of the store without a query, since a batch asks a thousand times.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.errors import Gone, Withdrawn
from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.rdf.prefixes import expand

__all__ = ["Standing", "Status", "standing_of"]

_REDIRECTS: Final = NamedNode(graph_iri("redirects"))
_REPLACED_BY: Final = NamedNode(expand("dcterms:isReplacedBy"))
_DEPRECATED: Final = NamedNode(expand("owl:deprecated"))


class Status(StrEnum):
    """What is known of something that was asked for.

    ``AMBIGUOUS``: it may mean several things, or nothing is surely it. ``INVALID``: nothing can
    bear such an identifier.
    """

    FOUND = "found"
    MERGED = "merged"
    GONE = "gone"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What became of an address; ``iri`` is the present one, None where there is none.

    ``why`` says in a sentence why it is gone.
    """

    status: Status
    iri: Iri | None = None
    why: str = ""


def standing_of(opened: OpenVersion, iri: Iri) -> Standing:
    """Find out what became of the address; takes some ten microseconds."""
    if withheld := opened.version.withheld(iri):
        if withheld.replaced_by is None:
            return Standing(status=Status.GONE, why=str(Withdrawn(iri, withheld.why)))
        return Standing(status=Status.MERGED, iri=withheld.replaced_by)
    node = NamedNode(iri)
    said = {q.predicate: q.object for q in opened.graph.quads(node, None, None, _REDIRECTS)}
    survivor = said.get(_REPLACED_BY)
    if isinstance(survivor, NamedNode):
        return Standing(status=Status.MERGED, iri=Iri(survivor.value))
    if _DEPRECATED in said:
        return Standing(status=Status.GONE, why=str(Gone(iri)))
    if any(True for _ in opened.graph.quads(node)):
        return Standing(status=Status.FOUND, iri=iri)
    return Standing(status=Status.UNKNOWN)
