"""What became of an address of ours: it stands, was merged into another one, is gone, or never was.

Asked of the store without a query, since a batch asks a thousand times.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.errors import Gone, Withdrawn
from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore

__all__ = ["Standing", "Status", "redirects_of", "standing_of"]

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
    """Find out what became of the address; takes some twenty microseconds."""
    if withheld := opened.version.withheld(iri):
        if withheld.replaced_by is None:
            return Standing(status=Status.GONE, why=str(Withdrawn(iri, withheld.why)))
        return Standing(status=Status.MERGED, iri=withheld.replaced_by)
    if iri in (redirects := redirects_of(opened)):
        survivor = redirects[iri]
        if survivor is None:
            return Standing(status=Status.GONE, why=str(Gone(iri)))
        return Standing(status=Status.MERGED, iri=survivor)
    if opened.names.card(iri) or any(True for _ in opened.graph.quads(NamedNode(iri))):
        return Standing(status=Status.FOUND, iri=iri)
    return Standing(status=Status.UNKNOWN)


def redirects_of(opened: OpenVersion) -> Mapping[str, Iri | None]:
    """Return what replaced each address that stands no more, None where nothing did; kept.

    Builds alone tell of that.
    """
    findings = opened.findings if opened.version.is_plain else opened.built
    return findings.get("redirects", lambda: _redirects(opened.graph))


def _redirects(graph: GraphStore) -> dict[str, Iri | None]:
    redirects: dict[str, Iri | None] = {}
    for quad in graph.quads(None, None, None, _REDIRECTS):
        former, survivor = quad.subject, quad.object
        if not isinstance(former, NamedNode):
            continue
        if quad.predicate == _REPLACED_BY and isinstance(survivor, NamedNode):
            redirects[former.value] = Iri(survivor.value)
        elif quad.predicate == _DEPRECATED:
            redirects.setdefault(former.value, None)
    return redirects
