"""What the readers tell whoever watches them; what is made of it is no business of theirs."""

from typing import Protocol

__all__ = ["Observer", "Unobserved"]


class Observer(Protocol):
    """Is told what happens to the readers of one pool, on its event loop."""

    def reader_killed(self, reason: str) -> None:
        """Hear that a reader was killed in the middle of a query, and why, in one word."""
        ...

    def load_changed(self, running: int, waiting: int) -> None:
        """Hear how many queries run now, and how many wait."""
        ...


class Unobserved:
    """Nobody watches."""

    def reader_killed(self, reason: str) -> None:
        """Do nothing."""

    def load_changed(self, running: int, waiting: int) -> None:
        """Do nothing."""
