"""What narrows a search: classes, places, and the language of names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Filters", "Words", "several"]

Words: TypeAlias = str | Sequence[str]
"""One, or several of which any will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which of what bears a name is meant."""

    kind: Words = ()
    place: Words = ()
    language: str = ""

    def parameters(self) -> list[tuple[str, object]]:
        """Say them as parameters of a query."""
        kinds = [("type", kind) for kind in several(self.kind)]
        places = [("place", place) for place in several(self.place)]
        return [*kinds, *places, ("lang", self.language)]


def several(words: Words) -> Sequence[str]:
    """Take one for several; an empty one is none.

    >>> several("Cluster"), several(""), several(["City", "Region"])
    (['Cluster'], [], ['City', 'Region'])
    """
    return [word for word in ([words] if isinstance(words, str) else words) if word]
