"""Where the scripts of pages are; they are bundled from ``web/scripts`` when it is set up.

They may be missing; then pages go without, and are complete. What they need to know of a page
stands in its attributes.
"""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["BUILT", "bundle"]

BUILT: Final = "assets/built"
"""The folder, in this package and in addresses."""


@cache
def bundle(name: str) -> str:
    """Return the address of a bundled file, or an empty string where there is none.

    It changes with the content, so that no browser keeps a stale one.
    """
    file = files("clustergraph.web") / BUILT / name
    if not file.is_file():
        return ""
    return f"/{BUILT}/{name}?{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"
