"""What shapes ask of both ends of a property at once, which no domain and no range can say.

One form of shape is read: what is of one class must lead to what is of another, written as
``sh:or ( [ sh:not [ sh:class A ] ] [ sh:path p ; sh:class B ] )``. How shapes are applied is
decided in ``shapes``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.shapes import to_rdflib
from clustergraph.rdf.turtle import read_turtle

__all__ = ["TiedEnds", "tied_ends"]

TiedEnds: TypeAlias = Mapping[Iri, Mapping[Iri, Iri]]
"""By property: to which class what is of a class must lead."""


@cache
def tied_ends(folder: Path = SHAPES) -> TiedEnds:
    """Read from the shapes of a folder which ends of a property belong together; once.

    Raises:
        OntologyError: when a file is no Turtle, with file and line.
    """
    found: dict[Iri, dict[Iri, Iri]] = {}
    for path in sorted(folder.glob("*.ttl")):
        for property_, subject, object_ in _tied(_graph(path)):
            found.setdefault(property_, {})[subject] = object_
    return found


def _graph(path: Path) -> Graph:
    graph = Graph()
    for triple in read_turtle(path):
        graph.add(tuple(map(to_rdflib, triple)))  # type: ignore[arg-type]
    return graph


def _tied(graph: Graph) -> Iterator[tuple[Iri, Iri, Iri]]:
    for choices in graph.objects(None, SH["or"]):
        kinds = list(Collection(graph, choices))
        if len(kinds) == 2:
            without = graph.value(kinds[0], SH["not"])
            ends = (
                graph.value(kinds[1], SH.path),
                graph.value(without, SH["class"]) if without else None,
                graph.value(kinds[1], SH["class"]),
            )
            if all(isinstance(end, URIRef) for end in ends):
                property_, subject, object_ = map(_iri, ends)
                yield property_, subject, object_


def _iri(node: Node | None) -> Iri:
    return Iri(str(node))
