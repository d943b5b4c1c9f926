"""What the engine writes answers to; a binary file is one, and so is less."""

from typing import Protocol

__all__ = ["Output"]


class Output(Protocol):
    """As much of a binary file as the engine needs."""

    def write(self, chunk: bytes, /) -> int:
        """Take bytes, all of them; what this raises ends the query."""
        ...

    def flush(self) -> object:
        """Have the bytes go on."""
        ...
