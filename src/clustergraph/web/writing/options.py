"""What the addresses for writing work with."""

from dataclasses import dataclass
from typing import Protocol

from clustergraph.operations.writing.order import Order, Written
from clustergraph.store.versions import Home
from clustergraph.web.writing.tokens import Tokens

__all__ = ["Writes", "Writing"]


class Writes(Protocol):
    """Carries orders out; see ``operations.writing.writer``."""

    async def write(self, order: Order) -> Written:
        """Carry an order out.

        Raises:
            ClusterGraphError: when it was not, and nothing has changed.
        """
        ...

    async def prepare(self) -> None:
        """Do what makes the first order wait, before it comes."""
        ...

    async def close(self) -> None:
        """End it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a service is written to.

    Attributes:
        tokens: those who may; without any there is no writing.
        writer: carries it out.
        home: where there is room for what is sent.
        most_bytes: how long that may be, unpacked.
    """

    tokens: Tokens
    writer: Writes
    home: Home
    most_bytes: int
