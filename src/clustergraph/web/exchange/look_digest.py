"""A digest of what pages are made of beside what they show: templates, words, styles, scripts.

A page that a browser has kept still holds only where these are the same.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

__all__ = ["digest_of", "look_digest"]

_FOLDERS: Final = ("templates", "assets", "wording/catalogues")


@cache
def look_digest() -> str:
    """Return a digest of all of it, as it was when it was first asked for."""
    return digest_of(*(files("clustergraph.web").joinpath(folder) for folder in _FOLDERS))


def digest_of(*folders: Traversable) -> str:
    """Return a digest of the names and the content of all files in folders, at any depth."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in _files_in(folder):
            content = file.read_bytes()
            digest.update(f"{file.name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files_in(each)
        else:
            yield each
