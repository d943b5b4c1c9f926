"""Write many statements down, some at a time, and always the same bytes for the same statements.

What fits into memory is written by ``write``, with those prefixes only that it uses.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from clustergraph.rdf.prefixes import PREFIXES

__all__ = ["write_trig", "write_turtle"]

_HEADER: Final = "".join(
    f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(PREFIXES.items())
).encode()
_STATEMENTS_AT_ONCE: Final = 2_000


def write_turtle(quads: Iterable[Quad], output: IO[bytes]) -> None:
    """Write the quads, sorted by subject, as Turtle without their graphs."""
    output.write(_HEADER)
    for some in _whole_subjects(quads):
        output.write(_body([quad.triple for quad in some], RdfFormat.TURTLE))


def write_trig(quads: Iterable[Quad], output: IO[bytes]) -> None:
    """Write the quads, sorted by graph and subject, as TriG; a long graph comes in parts."""
    output.write(_HEADER)
    for some in _whole_subjects(quads):
        output.write(_body(some, RdfFormat.TRIG))


def _body(statements: list[Quad] | list[Triple], syntax: RdfFormat) -> bytes:
    """Serialise without the engine's own header, whose order changes from run to run."""
    text = serialize(statements, format=syntax, prefixes=PREFIXES) or b""
    return text[len(_HEADER) :]


def _whole_subjects(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Part the quads where a subject ends."""
    some: list[Quad] = []
    for _, about in groupby(quads, key=lambda quad: (quad.graph_name, quad.subject)):
        some += about
        if len(some) >= _STATEMENTS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some
