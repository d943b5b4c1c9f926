"""What a check is, and one that nobody can write."""

from collections.abc import Callable
from typing import TypeAlias

from clustergraph.recon_check.findings import Verdict, skipped
from clustergraph.recon_check.visits import Visit

__all__ = ["Check", "untestable"]

Check: TypeAlias = Callable[[Visit], Verdict]
"""Judges one requirement. Raises ``Unmet`` where the service does not offer what it takes."""


def untestable(reason: str) -> Check:
    """Say why a requirement can't be tested from outside, or not politely."""

    def check(visit: Visit) -> Verdict:
        del visit
        return skipped(reason)

    return check
