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
    RdfFormat,
    Triple,
    parse,
)

from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.locations import ONTOLOGY

__all__ = ["ontology_quads"]

Other = TypeVar("Other", NamedNode, Literal, Triple)


def ontology_quads(folder: Path = ONTOLOGY) -> Iterator[Quad]:
    """Yield ``*.ttl`` into ``graph/ontology`` and ``vocabularies/*.ttl`` into ``graph/voc``."""
    for name, pattern in (("ontology", "*.ttl"), ("voc", "vocabularies/*.ttl")):
        graph = NamedNode(graph_iri(name))
        for path in sorted(folder.glob(pattern)):
            yield from _file_quads(path, graph)


def _file_quads(path: Path, graph: NamedNode) -> Iterator[Quad]:
    triples = Dataset(parse(path=path, format=RdfFormat.TURTLE))
    triples.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in triples:
        subject, object_ = _named(quad.subject, path.stem), _named(quad.object, path.stem)
        yield Quad(subject, quad.predicate, object_, graph)


def _named(term: Other | BlankNode, file: str) -> Other | NamedNode:
    """Replace a blank node by an IRI made of the file's name and the node's canonical label."""
    if not isinstance(term, BlankNode):
        return term
    return NamedNode(skolem_iri(f"{file}-{term.value}"))
