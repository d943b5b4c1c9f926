"""The property paths of SHACL (section 2.3.1): read from shapes, written in SPARQL or as triples.

Which nodes a path leads to is not known here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Triple
from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from clustergraph.iris import node_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import shorten

__all__ = ["PropertyPath", "path_triples", "read_path"]

_OPERATORS: Final = {
    SH.inversePath: "^",
    SH.alternativePath: "|",
    SH.zeroOrMorePath: "*",
    SH.oneOrMorePath: "+",
    SH.zeroOrOnePath: "?",
}
_WORDS: Final = {sign: NamedNode(str(word)) for word, sign in _OPERATORS.items()}
_FIRST, _REST, _NIL = (NamedNode(str(word)) for word in (RDF.first, RDF.rest, RDF.nil))


@dataclass(frozen=True, slots=True)
class PropertyPath:
    """One property (``iri``), or parts put together by an operator of SPARQL's.

    >>> str(PropertyPath(operator="+", parts=(PropertyPath(Iri("http://example.org/part")),)))
    '(http://example.org/part)+'
    """

    iri: Iri | None = None
    operator: str = ""
    parts: tuple["PropertyPath", ...] = ()

    def __str__(self) -> str:
        """Write it as SPARQL does, with our prefixes."""
        match self.operator:
            case "":
                return shorten(self.iri or "")
            case "^":
                return f"^{_closed(self.parts[0], '/|')}"
            case "/":
                return "/".join(_closed(part, "|") for part in self.parts)
            case "|":
                return "|".join(map(str, self.parts))
            case _:
                return f"({self.parts[0]}){self.operator}"


def _closed(path: PropertyPath, loose: str) -> str:
    """Write it in parentheses where its operator binds more loosely than what is around it."""
    return f"({path})" if path.operator and path.operator in loose else str(path)


def read_path(shapes: Graph, node: Node) -> PropertyPath:
    """Read the path that a shape names by a node."""
    if not isinstance(node, BNode):
        return PropertyPath(Iri(str(node)))
    if (node, RDF.first, None) in shapes:
        return PropertyPath(operator="/", parts=_members(shapes, node))
    word, inner = next(
        (URIRef(str(p)), o) for p, o in shapes.predicate_objects(node) if p in _OPERATORS
    )
    sign = _OPERATORS[word]
    parts = _members(shapes, inner) if sign == "|" else (read_path(shapes, inner),)
    return PropertyPath(operator=sign, parts=parts)


def _members(shapes: Graph, list_: Node) -> tuple[PropertyPath, ...]:
    return tuple(read_path(shapes, member) for member in Collection(shapes, list_))


def path_triples(path: PropertyPath) -> tuple[NamedNode, list[Triple]]:
    """Return the node that stands for the path, and what must be said of it.

    Nodes that SHACL wants without a name have one of those that stand for such, always the same for
    the same path.
    """
    return _node(path), list(dict.fromkeys(_triples(path)))


def _node(path: PropertyPath) -> NamedNode:
    if not path.operator:
        return NamedNode(path.iri or "")
    if path.operator == "/":
        return _cell(path.parts)
    return NamedNode(node_iri("path", path.operator, *map(str, path.parts)))


def _cell(members: tuple[PropertyPath, ...]) -> NamedNode:
    return NamedNode(node_iri("list", *map(str, members))) if members else _NIL


def _triples(path: PropertyPath) -> Iterator[Triple]:
    for part in path.parts:
        yield from _triples(part)
    if path.operator in {"/", "|"}:
        yield from _list_triples(path.parts)
    if path.operator not in {"", "/"}:
        inner = _cell(path.parts) if path.operator == "|" else _node(path.parts[0])
        yield Triple(_node(path), _WORDS[path.operator], inner)


def _list_triples(members: tuple[PropertyPath, ...]) -> Iterator[Triple]:
    for place, member in enumerate(members):
        cell = _cell(members[place:])
        yield Triple(cell, _FIRST, _node(member))
        yield Triple(cell, _REST, _cell(members[place + 1 :]))
