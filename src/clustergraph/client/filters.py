"""What narrows a search, and what narrows a list of documents."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

__all__ = ["DocumentFilters", "Filters", "Words", "several"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilters:
    """Which documents are meant; what is empty keeps all. ``language`` is that of labels."""

    written_in: str = ""
    publisher: str = ""
    issued_from: str = ""
    issued_to: str = ""
    mentions: str = ""
    language: str = ""

    def parameters(self) -> list[tuple[str, object]]:
        """Say them as parameters of a query."""
        asked = asdict(self)
        language = asked.pop("language")
        return [*asked.items(), ("lang", language)]


def several(words: Words) -> Sequence[str]:
    """Take one for several; an empty one is none.

    >>> several("Cluster"), several(""), several(["City", "Region"])
    (['Cluster'], [], ['City', 'Region'])
    """
    return [word for word in ([words] if isinstance(words, str) else words) if word]
