"""How writes are carried out."""

from dataclasses import dataclass
from typing import Final

__all__ = ["USUAL", "WriteOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """How writes are carried out.

    Attributes:
        wait_seconds: how long somebody else is waited for.
        kept_writes: how many of the latest versions that were written stay.
    """

    wait_seconds: float = 10.0
    kept_writes: int = 100


USUAL: Final = WriteOptions()
"""What holds where nothing is said."""
