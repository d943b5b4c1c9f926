"""Statements in one order, whatever order they come in: that of the bytes of their N-Quads lines.

Nothing of ours is a blank node, so the same statements always give the same lines. More of them
than memory should hold are sorted in parts, on the disk.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO, TypeVar

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

__all__ = ["differing_lines", "quads_of_lines", "sorted_lines", "sorted_quads"]

Statement = TypeVar("Statement", Quad, Triple)

_STATEMENTS_IN_MEMORY = 200_000
_LINES_PARSED_AT_ONCE = 2_000


def sorted_lines(
    statements: Iterable[Statement], *, at_once: int = _STATEMENTS_IN_MEMORY
) -> Iterator[bytes]:
    """Yield the statements' lines in their order, each once; ``at_once`` of them are in memory.

    The statements are read by the thread that takes the first line.
    """
    remaining = iter(statements)
    with ExitStack() as files:
        part = _sorted(islice(remaining, at_once))
        parts: list[Iterable[bytes]] = []
        while following := _sorted(islice(remaining, at_once)):
            parts.append(files.enter_context(_on_disk(part)))
            part = following
        for line, _ in groupby(heapq.merge(*parts, part)):
            yield line


def sorted_quads(statements: Iterable[Statement]) -> Iterator[Quad]:
    """Yield the statements in the same order; triples come as quads of the default graph."""
    return quads_of_lines(sorted_lines(statements))


def quads_of_lines(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Read N-Quads lines back."""
    remaining = iter(lines)
    while some := b"".join(islice(remaining, _LINES_PARSED_AT_ONCE)):
        yield from parse(some, format=RdfFormat.N_QUADS)


def differing_lines(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Walk along two sorted streams; yields what only one has, and whether that is the second."""
    before, after = iter(old), iter(new)
    one, other = next(before, None), next(after, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(before, None), next(after, None)
        elif other is None or (one is not None and one < other):
            yield one or b"", False
            one = next(before, None)
        else:
            yield other, True
            other = next(after, None)


def _sorted(statements: Iterable[Statement]) -> list[bytes]:
    text = serialize(statements, format=RdfFormat.N_QUADS) or b""
    return sorted(text.splitlines(keepends=True))


def _on_disk(lines: list[bytes]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115  (it closes with the stack it is put on)
    file.writelines(lines)
    file.seek(0)
    return file
