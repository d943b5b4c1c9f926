"""What a write asks of an engine that holds the graph too; none is known here."""

from typing import Protocol

from clustergraph.store.changing import Change

__all__ = ["Mirror"]


class Mirror(Protocol):
    """An engine that follows this home: it is told of each write before the home has it.

    One that is given to a ``Writer`` is pickled.
    """

    def check(self, before: str) -> None:
        """Make sure that the engine holds the version with that hash of its content.

        Raises:
            EngineOutOfStep: when it holds another one.
            EngineRefused: when it does not answer.
        """

    def follow(self, change: Change, *, before: str, after: str) -> None:
        """Have the engine change in one step, from the content of one hash to that of another.

        Raises:
            EngineOutOfStep: when it does not hold the one before any more.
            EngineRefused: when it did not take it; then nothing has changed there.
        """
