"""The shapes as people read them: what each asks for, how grave a breach is, and its Turtle.

How they are applied is decided in ``shapes``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode

from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.handwritten import blocks_of
from clustergraph.rdf.prefixes import PREFIXES, expand, shorten
from clustergraph.rdf.turtle import read_turtle

__all__ = ["ShapeNote", "shape_notes", "shapes_about"]

_SHAPE = "shape:"
_OURS = PREFIXES["cg"]
_SEVERITY, _MESSAGE = expand("sh:severity"), expand("sh:message")
_OUR_TERM = re.compile(r"\bcg:(\w+)")

_Said = Mapping[object, list[tuple[str, object]]]
"""What is said of each subject: properties with their values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeNote:
    """A shape; ``messages`` tell what is wrong where data break it, and what to do.

    ``severity`` is ``violation``, ``warning`` or ``info``; ``terms`` are those of ours that it
    speaks of, in the queries within it too.
    """

    name: str
    severity: str
    messages: tuple[str, ...]
    terms: frozenset[Iri]
    source: str


@cache
def shape_notes(folder: Path = SHAPES) -> tuple[ShapeNote, ...]:
    """Read the shapes of the folder, in the order of the files; they are read once.

    Raises:
        OntologyError: when a file is no Turtle, with file and line.
    """
    return tuple(note for path in sorted(folder.glob("*.ttl")) for note in _notes(path))


def shapes_about(term: Iri) -> tuple[ShapeNote, ...]:
    """Return the shapes that speak of a term."""
    return tuple(note for note in shape_notes() if term in note.terms)


def _notes(path: Path) -> Iterator[ShapeNote]:
    said: dict[object, list[tuple[str, object]]] = defaultdict(list)
    for subject, property_, value in read_turtle(path):
        said[subject].append((property_.value, value))
    for block in blocks_of(path):
        if block.subject.startswith(_SHAPE):
            name = block.subject.removeprefix(_SHAPE)
            yield _note(name, block.text, list(_closure(said, NamedNode(expand(block.subject)))))


def _note(name: str, source: str, statements: list[tuple[str, object]]) -> ShapeNote:
    severities = [_name(value) for property_, value in statements if property_ == _SEVERITY]
    messages = [_name(value) for property_, value in statements if property_ == _MESSAGE]
    return ShapeNote(
        name=name,
        severity=(severities or ["violation"])[0].lower(),
        messages=tuple(dict.fromkeys(messages)),
        terms=frozenset(term for _, value in statements for term in _terms(value)),
        source=source,
    )


def _closure(said: _Said, subject: object) -> Iterator[tuple[str, object]]:
    """Yield what is said of a subject and of the blank nodes below it."""
    for property_, value in said.get(subject, ()):
        yield property_, value
        if isinstance(value, BlankNode):
            yield from _closure(said, value)


def _name(value: object) -> str:
    """Return a literal's characters, or the name of a term without its prefix."""
    if isinstance(value, NamedNode):
        return shorten(value.value).rpartition(":")[2].rpartition("#")[2]
    return value.value if isinstance(value, Literal) else ""


def _terms(value: object) -> Iterator[Iri]:
    if isinstance(value, NamedNode) and value.value.startswith(_OURS):
        yield Iri(value.value)
    if isinstance(value, Literal):
        yield from (Iri(f"{_OURS}{name}") for name in _OUR_TERM.findall(value.value))
