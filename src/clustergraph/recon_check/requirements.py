"""What the specification asks of a service, by version.

The table is ``specification.tsv``. Each of its cells is a level and a section. MUST stands where
the text says so, and where a message would not be of the form that the text defines; SHOULD where
it says so or calls it expected; ADVICE is no requirement: it is what clients are known to need.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import groupby
from typing import Final, TypeAlias

__all__ = ["KINDS", "Level", "Requirement", "Specification", "requirements_of"]

KINDS: Final = ("entity", "property", "type")
_ENDPOINTS: Final = ("manifest", "match", "suggest", "preview", "extend", "propose")

_VARIED: Final = {"{kind}": KINDS, "{endpoint}": _ENDPOINTS}
_ABSENT: Final = "-"

Row: TypeAlias = tuple[str, str, str]
"""A key, a cell with level and section, and a sentence."""


class Specification(StrEnum):
    """A version of the specification, as manifests name it."""

    V0_1 = "0.1"
    V0_2 = "0.2"
    V1_0_DRAFT = "1.0-draft"

    @property
    def address(self) -> str:
        """Where its text is."""
        folder = "draft" if self is Specification.V1_0_DRAFT else self.value
        return f"https://reconciliation-api.github.io/specs/{folder}/"


class Level(StrEnum):
    """How strongly something is asked."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    ADVICE = "ADVICE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a version of the specification asks.

    Attributes:
        key: its name here, the same in all versions.
        section: the number of the section that asks it.
        text: what is asked, as a sentence.
    """

    key: str
    specification: Specification
    level: Level
    section: str
    text: str


def requirements_of(specification: Specification) -> list[Requirement]:
    """Return what a version asks, in the order of the table.

    >>> [requirement.level.value for requirement in requirements_of(Specification.V0_1)][:2]
    ['MUST', 'MUST']
    """
    text = files(__package__).joinpath("specification.tsv").read_text("utf-8")
    head, *rows = (line.split("\t") for line in text.splitlines())
    column = head.index(specification.value)
    asked = [(row[0], row[column], row[-1]) for row in rows if row[column] != _ABSENT]
    return [_requirement(specification, *row) for row in _varied(asked)]


def _varied(rows: Iterable[Row]) -> Iterator[Row]:
    """Write rows that stand for several out, all of a run for the first word, then the next."""
    for mark, run in groupby(rows, key=_mark):
        same = list(run)
        for word in _VARIED.get(mark, ("",)):
            yield from (
                (key.replace(mark, word), cell, text.replace(mark, word))
                for key, cell, text in same
            )


def _mark(row: Row) -> str:
    return next((mark for mark in _VARIED if mark in row[0]), "")


def _requirement(specification: Specification, key: str, cell: str, sentence: str) -> Requirement:
    level, section = cell.split()
    return Requirement(
        key=key, specification=specification, level=Level(level), section=section, text=sentence
    )
