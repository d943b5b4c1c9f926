"""How well lookups by name find what they should, by the rules of tests/gold/lookups/README.md.

A lookup is one text that somebody typed. How it is answered is the caller's business.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clustergraph.errors import GoldError

__all__ = ["Answered", "Automatic", "Lookup", "LookupScore", "read_lookups", "score_lookup"]

_DEEPEST = 10
"""Past this rank nobody looks; what stands there counts as not found."""


class Automatic(StrEnum):
    """Whether a match that nobody looks at is right: it should, may or must not be made."""

    YES = "yes"
    FAIR = "fair"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What somebody typed, and what is meant by it.

    ``language`` is that of who typed. ``expected`` are local ids; none where nothing here is meant,
    several where any of them may be. ``type`` is a class, or empty.
    """

    query: str
    language: str
    difficulty: str
    expected: tuple[str, ...]
    type: str
    automatic: Automatic


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The local ids of what was found, the best first, and that which was matched by itself."""

    ranked: tuple[str, ...] = ()
    matched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupScore:
    """Counts over lookups, which add up.

    ``sought`` have an answer, ``found`` among the first ten; ``reciprocal`` is the sum of one over
    the ranks and ``first`` how many stand at the top. ``matched`` were matched by themselves,
    ``right`` of them rightly; ``wanted`` should be, ``kept`` of them were.
    """

    sought: int = 0
    found: int = 0
    first: int = 0
    reciprocal: float = 0.0
    matched: int = 0
    right: int = 0
    wanted: int = 0
    kept: int = 0

    def __add__(self, other: "LookupScore") -> "LookupScore":
        return LookupScore(
            sought=self.sought + other.sought,
            found=self.found + other.found,
            first=self.first + other.first,
            reciprocal=self.reciprocal + other.reciprocal,
            matched=self.matched + other.matched,
            right=self.right + other.right,
            wanted=self.wanted + other.wanted,
            kept=self.kept + other.kept,
        )

    @property
    def mean_reciprocal_rank(self) -> float | None:
        """The mean of one over the rank, 0 for what is not found; None where nothing is sought."""
        return self.reciprocal / self.sought if self.sought else None

    @property
    def first_share(self) -> float | None:
        """The share of lookups whose answer stands at the top."""
        return self.first / self.sought if self.sought else None

    @property
    def precision(self) -> float | None:
        """The share of automatic matches that are right; None where none was made."""
        return self.right / self.matched if self.matched else None

    @property
    def recall(self) -> float | None:
        """The share of the automatic matches that should be made that were."""
        return self.kept / self.wanted if self.wanted else None


def read_lookups(path: Path) -> tuple[Lookup, ...]:
    """Read a table of lookups.

    Raises:
        GoldError: when it can't be read, with the line.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise GoldError(str(path), f"it can't be read ({error}); give a table (.tsv).") from error
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_lookup(path, number, row) for number, row in enumerate(rows, start=2))


def score_lookup(lookup: Lookup, answered: Answered) -> LookupScore:
    """Count one lookup.

    A match is right where it is of what is expected, and may be made at all.
    """
    rank = _rank(lookup.expected, answered.ranked[:_DEEPEST])
    is_wanted = lookup.automatic is Automatic.YES
    is_expected = answered.matched in lookup.expected
    return LookupScore(
        sought=bool(lookup.expected),
        found=rank is not None,
        first=rank == 1,
        reciprocal=1 / rank if rank else 0.0,
        matched=answered.matched is not None,
        right=is_expected and lookup.automatic is not Automatic.NO,
        wanted=is_wanted,
        kept=is_wanted and is_expected,
    )


def _rank(expected: Iterable[str], ranked: tuple[str, ...]) -> int | None:
    """Return where the first of what is expected stands, from 1."""
    return min((ranked.index(each) + 1 for each in expected if each in ranked), default=None)


def _lookup(path: Path, line: int, row: dict[str, str]) -> Lookup:
    try:
        return Lookup(
            query=row["query"],
            language=row["language"],
            difficulty=row["difficulty"],
            expected=tuple(row["expected"].split()),
            type=row["type"],
            automatic=Automatic(row["automatic"]),
        )
    except (KeyError, ValueError, AttributeError) as error:
        fault = "it is no lookup (query, language, difficulty, expected, type, automatic)."
        raise GoldError(":".join((str(path), str(line))), fault) from error
