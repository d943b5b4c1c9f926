"""Tell an engine of a write before the home has it (see ``operations.writing.mirroring``)."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pyoxigraph import Quad

from clustergraph.errors import EngineAway, EngineOutOfStep, EngineRefused
from clustergraph.store.changing import Change
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.client import EngineClient
from clustergraph.store.remote.marker import UNKNOWN, graph_mark, version_mark
from clustergraph.store.remote.statements import graph_there, is_new, portable

__all__ = ["EngineMirror", "mirror_of"]

_SECONDS: Final = 60.0
_MOST_AT_ONCE: Final = 2_000
"""Statements; what is more goes in steps, since some engines can't read a longer update."""


def mirror_of(engine: EngineAddress | None) -> "EngineMirror | None":
    """Return what tells the engine of each write; None where there is no engine."""
    return None if engine is None else EngineMirror(engine=engine)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineMirror:
    """An engine that follows this home; plain values, and so it can be pickled.

    Attributes:
        engine: where it is.
        seconds: how long it may be silent.
    """

    engine: EngineAddress
    seconds: float = _SECONDS

    def check(self, before: str) -> None:
        """Make sure that the engine holds the version with that hash of its content.

        Raises:
            EngineOutOfStep: when it holds another one.
            EngineRefused: when it does not answer.
        """
        with self._client() as client:
            if client.held_version() != before:
                raise EngineOutOfStep

    def follow(self, change: Change, *, before: str, after: str) -> None:
        """Have the engine change, from the content of one hash to that of another.

        It is one update, and so one transaction where the engine has such; a change of more than
        some thousand statements goes in several. While it runs, the engine is marked as out of
        step; what it did of a change that it then refused is undone.

        Raises:
            EngineRefused: when it did not take it.
        """
        with self._client() as client:
            new = any(is_new(quad.object) for quad in chain(change.removed, change.added))
            knows = not new or client.knows_triple_terms
            removed = list(portable(change.removed, knows_triple_terms=knows))
            added = list(portable(change.added, knows_triple_terms=knows))
            marks = [*_touched(removed, added), version_mark(after)]
            try:
                if len(removed) + len(added) > _MOST_AT_ONCE:
                    _in_steps(client, removed, added, before)
                    client.update((), marks)
                else:
                    client.update([version_mark(before), *removed], [*added, *marks])
            except EngineRefused as error:
                held = client.held_version()
                if held == after:  # only its answer was lost
                    return
                is_over = not isinstance(error.__cause__, EngineAway)
                if is_over and held != before:
                    _undo(client, removed, added, before)
                raise

    def _client(self) -> EngineClient:
        return EngineClient(self.engine, seconds=self.seconds)


def _touched(removed: Sequence[Quad], added: Sequence[Quad]) -> list[Quad]:
    """Mark the graphs of these quads: what stands in them is not what was sent by ``publish``."""
    names = {graph_there(quad.graph_name).value for quad in chain(removed, added)}
    return [graph_mark(name, UNKNOWN) for name in sorted(names)]


def _in_steps(
    client: EngineClient, removed: Sequence[Quad], added: Sequence[Quad], before: str
) -> None:
    """Change the engine in steps, in the middle of which it holds no version."""
    client.update([version_mark(before)], _touched(removed, added))
    for start in range(0, len(removed), _MOST_AT_ONCE):
        client.update(removed[start : start + _MOST_AT_ONCE], ())
    for start in range(0, len(added), _MOST_AT_ONCE):
        client.update((), added[start : start + _MOST_AT_ONCE])


def _undo(
    client: EngineClient, removed: Sequence[Quad], added: Sequence[Quad], before: str
) -> None:
    """Bring the engine back to what it held: some stop in the middle of an update.

    Its words stay those of the refusal; where this fails too, it is out of step.
    """
    with suppress(EngineRefused):
        for start in range(0, len(added), _MOST_AT_ONCE):
            _take_back(client, added[start : start + _MOST_AT_ONCE])
        for start in range(0, len(removed), _MOST_AT_ONCE):
            client.update((), removed[start : start + _MOST_AT_ONCE])
        client.update((), [version_mark(before)])


def _take_back(client: EngineClient, added: Sequence[Quad]) -> None:
    """Remove what may have been added; a statement that can't be removed was never taken."""
    try:
        client.update(added, ())
    except EngineRefused as error:
        if isinstance(error.__cause__, EngineAway):
            raise
        if len(added) > 1:
            middle = len(added) // 2
            _take_back(client, added[:middle])
            _take_back(client, added[middle:])
