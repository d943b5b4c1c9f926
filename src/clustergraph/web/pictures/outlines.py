"""The outlines of countries that lie under a map: which there are, and where they are had.

``scripts/outlines.js`` writes them when the project is set up. They may be missing; then a map has
its net of degrees and its dots only.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["TILE", "Outlines", "known_outlines"]

TILE: Final = 300.0
"""Units of Mercator's square to a tile's side."""

_FOLDER: Final = "assets/built/outlines"
_WORLD: Final = "world"


@dataclass(frozen=True, slots=True)
class Outlines:
    """The pictures by name; their addresses change with their content, so that none is stale."""

    names: frozenset[str] = frozenset()
    digest: str = ""

    @property
    def world(self) -> str:
        """The address of the picture of the world; empty where there is none."""
        return self._address(_WORLD)

    def tile(self, column: int, row: int) -> str:
        """Return the address of a tile; empty where it shows nothing but sea."""
        return self._address(f"{column}-{row}")

    def _address(self, name: str) -> str:
        return f"/{_FOLDER}/{name}.svg?{self.digest}" if name in self.names else ""


@cache
def known_outlines() -> Outlines:
    """Return the outlines that were written at set-up."""
    index = files("clustergraph.web") / _FOLDER / "index.json"
    if not index.is_file():
        return Outlines()
    written = json.loads(index.read_text("utf-8"))
    return Outlines(names=frozenset(written["names"]), digest=written["digest"])
