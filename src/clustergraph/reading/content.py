"""What a reader takes out of a file: its plain text, what it tells of lines, and its metadata.

How a file is taken apart is each reader's business; how its parts become one text is decided here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from typing import Self

import regex

from clustergraph.model import PartialDate, ZoneKind

__all__ = ["Block", "Content", "Metadata", "printable", "row_of_cells"]

_BLANKS = regex.compile(r"[^\S\n\u00a0\u202f]+")
_LINE_BREAK = regex.compile(r" ?\n[ \n]*")
_BROKEN_SENTENCE = regex.compile(r"\n(?=\p{Ll})")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, lone surrogates and no characters. All text passes here, fast."""
_INVISIBLE = regex.compile(r"[\u00ad\u200b\ufeff]")
"""Soft hyphens, zero-width spaces and byte order marks: they cut words for whoever compares."""
_LONGEST_CELL = 300
"""Characters; a table with more in a cell sets out a page, not data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of a document beside its text. Empty is what is not known."""

    title: str = ""
    language: str = ""
    date: PartialDate | None = None
    publisher: str = ""
    source: str = ""

    def over(self, other: "Metadata") -> "Metadata":
        """Return what this one says and, where it says nothing, what the other does."""
        return Metadata(
            **{
                each.name: getattr(self, each.name) or getattr(other, each.name)
                for each in fields(Metadata)
            }
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or item; ``kind`` is None where the file's structure tells nothing.

    A line break in its text stands for one that its writer made.
    """

    text: str
    kind: ZoneKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The plain text of a file, by which a document's offsets count.

    ``told`` says what the lines are of which the structure of the file tells that, by the offset of
    their beginning; the other lines are told by their shape.
    """

    text: str
    told: Mapping[int, ZoneKind] = field(default_factory=dict)
    metadata: Metadata = field(default_factory=Metadata)

    @classmethod
    def of_plain_text(cls, text: str) -> Self:
        """Take a text as it is; only what XML can't hold becomes blanks, which moves no offset."""
        return cls(text=printable(text))

    @classmethod
    def of_blocks(cls, blocks: Iterable[Block], metadata: Metadata | None = None) -> Self:
        """Join blocks by blank lines, items of one list by line ends; empty ones are dropped."""
        kept = [Block(text, block.kind) for block in blocks if (text := _clean(block))]
        told: dict[int, ZoneKind] = {}
        pieces: list[str] = []
        offset = 0
        for block, following in pairwise([*kept, Block("")]):
            if block.kind:
                told[offset] = block.kind
            end = _end(block, following)
            pieces += block.text, end
            offset += len(block.text) + len(end)
        return cls(text="".join(pieces), told=told, metadata=metadata or Metadata())


def printable(text: str) -> str:
    """Return a text with a blank for each character that XML can't hold, or nobody can read."""
    return _UNPRINTABLE.sub(" ", text)


def row_of_cells(cells: Sequence[str]) -> Iterable[Block]:
    """Return a row of a table as one item, its cells apart; where cells are pages, each as text."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) == 1 or any(len(cell) > _LONGEST_CELL for cell in filled):
        return [Block(cell) for cell in filled]
    return [Block("; ".join(filled).replace("\n", " "), ZoneKind.BULLET)]


def _end(block: Block, following: Block) -> str:
    if not following.text:
        return "\n"
    return "\n" if block.kind is following.kind is ZoneKind.BULLET else "\n\n"


def _clean(block: Block) -> str:
    """Drop what can't be seen, and line breaks within a sentence; blanks become one."""
    visible = printable(_INVISIBLE.sub("", block.text))
    lines = _LINE_BREAK.sub("\n", _BLANKS.sub(" ", visible)).strip()
    return lines.replace("\n", " ") if block.kind else _BROKEN_SENTENCE.sub(" ", lines)
