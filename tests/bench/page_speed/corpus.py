"""Clusters in one city, with the passages that say so: a hub with as many links as one likes.

Equal numbers of links give equal graphs. Beside the hub stands a city of ten clusters, and beside
the project of which all clusters are partners one of ten.
"""

import hashlib
from base64 import b32encode
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from bench.measuring.keeping import kept
from clustergraph import __version__
from clustergraph.iris import BASE, concept_iri, graph_iri
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, drafting
from clustergraph.store.writing import write_store
from clustergraph.vocab import CG

__all__ = ["HUB", "LITTLE", "LITTLE_PROJECT", "PROJECT", "home_with", "local_id", "quads"]

FEW: Final = 10
_DOCUMENTS: Final = 50
_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_TYPE: Final = NamedNode(expand("rdf:type"))
_LABEL: Final = NamedNode(expand("skos:prefLabel"))


def local_id(kind: str, number: int) -> str:
    """Return the last part of an IRI; it ends as ours do, in base 32.

    >>> local_id("cluster", 1)
    'cluster-aaaaaaab'
    """
    return f"{kind}-{b32encode(number.to_bytes(5)).decode().lower()}"


HUB: Final = local_id("city", 0)
LITTLE: Final = local_id("city", 1)
PROJECT: Final = local_id("project", 0)
LITTLE_PROJECT: Final = local_id("project", 1)


def quads(links: int) -> Iterator[Quad]:
    """Yield a graph in which one city, and one project, have so many links."""
    for number in range(_DOCUMENTS):
        yield from _document(number)
    for name, kind in ((HUB, CG.City), (LITTLE, CG.City), (PROJECT, CG.Project)):
        yield from _thing(name, kind)
    yield from _thing(LITTLE_PROJECT, CG.Project)
    for number in range(links + FEW):
        cluster, is_of_few = local_id("cluster", number), number >= links
        yield from _thing(cluster, CG.Cluster, number)
        place, project = (LITTLE, LITTLE_PROJECT) if is_of_few else (HUB, PROJECT)
        yield from _stated(2 * number, cluster, CG.locatedIn, place)
        yield from _stated(2 * number + 1, project, CG.partner, cluster)


def home_with(links: int, folder: Path) -> Path:
    """Return a home whose version has such a hub, from the folder where it was made before."""
    digest = _digest(links)
    home = Home(folder / f"hub-{links}-{digest[:8]}")
    if kept(home, f"a hub of {links} links") is None:
        with drafting(home) as draft:
            write_store(draft.store_path, _with_ontology(links))
            graph = GraphStore.open(draft.store_path)
            build_names(draft.names_path, cards(graph))
            adjacency_of(graph).write(draft.adjacency_path)
            draft.publish(digest)
    return home.path


def _with_ontology(links: int) -> Iterator[Quad]:
    yield from ontology_quads()
    yield from quads(links)


def _digest(links: int) -> str:
    """Name the corpus by its beginning: what is made in another way has another name."""
    whole = hashlib.sha256(f"{links} {__version__}".encode())
    for quad in quads(FEW):
        whole.update(str(quad).encode())
    return whole.hexdigest()


def _thing(local: str, kind: str, number: int = 0) -> Iterator[Quad]:
    node, document = _node(f"id/{local}"), number % _DOCUMENTS
    name = local.rpartition("-")[0].capitalize()
    yield Quad(node, _TYPE, NamedNode(kind), _ASSERTED)
    yield Quad(node, _LABEL, Literal(f"{name} {number:,}", language="en"), _ASSERTED)
    yield Quad(node, NamedNode(CG.mentionedIn), _document_node(document), _graph(document))


def _document(number: int) -> Iterator[Quad]:
    node, graph = _document_node(number), _graph(number)
    yield Quad(node, _TYPE, NamedNode(CG.Document), graph)
    yield Quad(node, NamedNode(expand("dcterms:language")), Literal("en"), graph)
    title = Literal(f"Where clusters are, part {number}", language="en")
    yield Quad(node, NamedNode(expand("dcterms:title")), title, graph)


def _stated(number: int, subject: str, property_: str, other: str) -> Iterator[Quad]:
    """Yield a statement with its passage, as ``rdf.encode`` writes them."""
    statement = Triple(_node(f"id/{subject}"), NamedNode(property_), _node(f"id/{other}"))
    yield Quad(statement.subject, statement.predicate, statement.object, _ASSERTED)
    document, evidence = number % _DOCUMENTS, _node(f"ev/{number:016x}")
    said: dict[str, NamedNode | BlankNode | Literal | Triple] = {
        _TYPE.value: NamedNode(CG.Evidence),
        expand("rdf:reifies"): statement,
        expand("rdf:subject"): statement.subject,
        expand("rdf:predicate"): statement.predicate,
        expand("rdf:object"): statement.object,
        CG.inDocument: _document_node(document),
        CG.quote: Literal(f"{subject} and {other} belong together", language="en"),
        CG.quoteStart: Literal(60 * number),
        CG.quoteEnd: Literal(60 * number + 50),
        CG.rule: Literal("made-up"),
        CG.modality: NamedNode(concept_iri("modality", "fact")),
        CG.reviewStatus: NamedNode(concept_iri("review-status", "machine")),
    }
    for name, value in said.items():
        yield Quad(evidence, NamedNode(name), value, _graph(document))


def _document_node(number: int) -> NamedNode:
    return _node(f"doc/{number:016x}")


def _graph(document: int) -> NamedNode:
    return NamedNode(graph_iri(f"doc/{document:016x}"))


def _node(path: str) -> NamedNode:
    return NamedNode(f"{BASE}{path}")
