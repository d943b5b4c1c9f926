"""Reads the ontology and the vocabularies as quads of their graphs.

Blank nodes become IRIs, since the graph holds none. They only stand for the lists of property
chains, and their names follow from what they hold, never from the order of reading.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from clustergraph.errors import OntologyError
from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.profile import outside_owl_2_rl
from clustergraph.rdf.turtle import line_about, read_turtle

__all__ = ["file_quads", "ontology_quads"]

Other = TypeVar("Other", NamedNode, Literal, Triple)


def ontology_quads(folder: Path = ONTOLOGY) -> Iterator[Quad]:
    """Yield ``*.ttl`` into ``graph/ontology`` and ``vocabularies/*.ttl`` into ``graph/voc``.

    Raises:
        OntologyError: when a file is no Turtle, or has an axiom outside OWL 2 RL, with its line.
    """
    files = {path: read_turtle(path) for path in sorted(folder.glob("*.ttl"))}
    _check_profile(files)
    for path in files:
        yield from file_quads(path, NamedNode(graph_iri("ontology")))
    for path in sorted(folder.glob("vocabularies/*.ttl")):
        yield from file_quads(path, NamedNode(graph_iri("voc")))


def file_quads(path: Path, graph: NamedNode) -> Iterator[Quad]:
    """Yield the triples of a Turtle file into a graph, without blank nodes, in no set order.

    Raises:
        OntologyError: when the file is no Turtle, with the line.
    """
    triples = Dataset(Quad(*triple) for triple in read_turtle(path))
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in triples:
        subject, object_ = _named(quad.subject, path.stem), _named(quad.object, path.stem)
        yield Quad(subject, quad.predicate, object_, graph)


def _check_profile(files: dict[Path, list[Triple]]) -> None:
    known = [triple for triples in files.values() for triple in triples]
    for path, triples in files.items():
        found = outside_owl_2_rl(triples, known)
        if found:
            first, more = found[0], len(found) - 1
            rest = f" (and {more} more)" if more else ""
            location = f"{path}:{line_about(path, first.term)}"
            raise OntologyError(location, f"{first.term}: {first.reason}{rest}.")


def _named(term: Other | BlankNode, file: str) -> Other | NamedNode:
    """Replace a blank node by an IRI made of the file's name and the node's canonical label."""
    if not isinstance(term, BlankNode):
        return term
    return NamedNode(skolem_iri(f"{file}-{term.value}"))
