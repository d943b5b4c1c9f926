"""How versions are called: by when they were published, and by what they say."""

import re
from datetime import datetime
from typing import Final

__all__ = ["is_version_id", "version_id"]

_ID: Final = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{16}")


def version_id(published: datetime, content_hash: str) -> str:
    """Return the id of the version of that content; ids sort by time, to the second.

    >>> version_id(datetime(2026, 11, 22, 21, 5), "0123456789abcdef" * 4)
    '20261122T210500Z-0123456789abcdef'
    """
    return f"{published:%Y%m%dT%H%M%SZ}-{content_hash[:16]}"


def is_version_id(text: str) -> bool:
    """Tell whether a text is the id of a version, kept or not."""
    return _ID.fullmatch(text) is not None
