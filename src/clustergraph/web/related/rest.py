"""Where the rest is of what data about a thing gives only in part: the lists and their lengths.

In the words of the Hydra core vocabulary, whose collections can be read page by page.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.express import bundles_cut
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.web.related.addresses import bundle_address
from clustergraph.web.wording.reader import ANYBODY

__all__ = ["quads_of_rest"]

_HYDRA = "http://www.w3.org/ns/hydra/core#"
_SEE_ALSO, _TYPE = (NamedNode(expand(name)) for name in ("rdfs:seeAlso", "rdf:type"))
_COLLECTION, _TOTAL = (NamedNode(f"{_HYDRA}{name}") for name in ("Collection", "totalItems"))


def quads_of_rest(graph: GraphStore, iri: Iri) -> Iterator[Quad]:
    """Yield which lists have more than the data about a thing gives."""
    for bundle in bundles_cut(graph, iri):
        address = bundle_address(ANYBODY, bundle)
        whole = NamedNode(f"{BASE}{address.removeprefix('/')}")
        yield Quad(NamedNode(iri), _SEE_ALSO, whole)
        yield Quad(whole, _TYPE, _COLLECTION)
        yield Quad(whole, _TOTAL, Literal(bundle.total))
