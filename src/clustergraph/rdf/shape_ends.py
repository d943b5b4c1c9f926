"""What shapes ask of both ends of a property at once, which no domain and no range can say.

One form of shape is read: what is of one class must lead to what is of another, written as
``sh:or ( [ sh:not [ sh:class A ] ] [ sh:path p ; sh:class B ] )``. How shapes are applied is
decided in ``shapes``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.turtle import read_turtle

__all__ = ["TiedEnds", "tied_ends"]

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
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
        for property_, subject, object_ in _Said(read_turtle(path)).ties():
            found.setdefault(property_, {})[subject] = object_
    return found


class _Said:
    """What a file says, by subject and property; of several values of one the last."""

    def __init__(self, triples: list[Triple]) -> None:
        self._values: dict[object, Term] = {
            (each.subject, each.predicate.value): each.object for each in triples
        }
        self._choices = [each.object for each in triples if each.predicate.value == expand("sh:or")]

    def ties(self) -> Iterator[tuple[Iri, Iri, Iri]]:
        """Yield property, class and class of each shape of that form."""
        for choices in self._choices:
            members = list(self._members(choices))
            if len(members) != 2:
                continue
            first, second = members
            ends = (
                self._value(second, "sh:path"),
                self._value(self._value(first, "sh:not"), "sh:class"),
                self._value(second, "sh:class"),
            )
            named = [Iri(end.value) for end in ends if isinstance(end, NamedNode)]
            if len(named) == len(ends):
                yield named[0], named[1], named[2]

    def _value(self, subject: Term | None, name: str) -> Term | None:
        return self._values.get((subject, expand(name)))

    def _members(self, list_: Term | None) -> Iterator[Term]:
        while (first := self._value(list_, "rdf:first")) is not None:
            yield first
            list_ = self._value(list_, "rdf:rest")
