"""How forms of names end, and with what they end in the nominative: read from a pack's table."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from clustergraph.languages.word_lists import read_rows

__all__ = ["NameEnding", "read_endings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEnding:
    """An ending of a form.

    ``part`` is what the word is: ``given``, ``patronymic``, ``surname``, ``adjective`` or
    ``place``; ``gender`` is m, f or n and ``case`` such as ``gen``, each empty where it does not
    matter. A row of part ``gender`` tells only the gender of a noun.
    """

    part: str
    gender: str
    case: str
    pattern: "regex.Pattern[str]"
    base: str

    def nominative(self, word: str) -> str | None:
        """Return the word with the ending of the nominative; None where it ends otherwise."""
        match = self.pattern.search(word)
        return word[: match.start()] + self.base if match and match.start() else None


def read_endings(path: Path) -> Iterator[NameEnding]:
    """Yield the endings of a table in its order; none where the language has no such table."""
    for part, gender, case, ending, base in read_rows(path, 5) if path.is_file() else ():
        yield NameEnding(
            part=part, gender=gender, case=case, pattern=regex.compile(f"(?:{ending})$"), base=base
        )
