"""The hand-written Turtle as text: its sections, and the lines that describe each subject.

A section begins with its title between two comment lines of ``=``. A block begins at the margin
with its subject and goes on while lines are indented or empty. What the lines mean is not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Block", "blocks_of"]

_RULE = "# ====="
_NO_SUBJECT = ("#", "@", "PREFIX", "BASE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What a file says of one subject in one place.

    ``subject`` is as it is written, such as ``cg:Agent``; ``section`` is the title above, or empty.
    """

    subject: str
    section: str
    text: str

    @property
    def gives_type(self) -> bool:
        """Whether the subject is introduced here, and not only added to."""
        return self.text.split()[1:2] == ["a"]


def blocks_of(path: Path) -> tuple[Block, ...]:
    """Return the blocks of a Turtle file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_blocks(lines))


def _blocks(lines: list[str]) -> Iterator[Block]:
    section, begun = "", -1
    for number, line in enumerate([*lines, "#"]):
        if line[:1] in ("", " ", "\t"):
            continue
        if begun >= 0:
            text = "\n".join(lines[begun:number]).rstrip()
            yield Block(subject=lines[begun].split()[0], section=section, text=text)
        begun = -1 if line.startswith(_NO_SUBJECT) else number
        if line.startswith(_RULE) and lines[number - 2].startswith(_RULE):
            section = lines[number - 1].removeprefix("#").strip()
