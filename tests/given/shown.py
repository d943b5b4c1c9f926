"""What the documents show: commands with their answers, blocks of code, addresses, tasks.

A document is a Markdown file of this repository. Nothing is run here.
"""

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "ADDRESS",
    "ROOT",
    "Shown",
    "Task",
    "addresses",
    "blocks",
    "commands",
    "documents",
    "missing",
    "tasks",
]

ROOT = Path(__file__).parents[2]
ADDRESS = "http://127.0.0.1:8000"
"""Where the documents say that the service is."""

_PROMPT = re.compile(r"^\$ ", re.MULTILINE)
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^## (Five tasks for .+?)$\n(.*?)(?=^## )", re.MULTILINE | re.DOTALL)
_TASK = re.compile(r"^\*\*(\d+)\. ", re.MULTILINE)
_LEFT_OUT = re.compile(r"…| ;|\n")
"""What parts the words that must be in an answer: the order of Turtle is nobody's promise."""
_FOLDERS = ("data", "deploy", "docs", "ontology", "queries", "src", "tests")


@dataclass(frozen=True, slots=True)
class Shown:
    """A command that a document has one type, and what it shows of the answer."""

    command: str
    answer: str


@dataclass(frozen=True, slots=True)
class Task:
    """One of the numbered tasks of the README."""

    section: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.section}: {self.number}"


def documents() -> list[Path]:
    """Return the Markdown files of this repository, sorted."""
    below = (path for folder in _FOLDERS for path in (ROOT / folder).rglob("*.md"))
    return sorted([*ROOT.glob("*.md"), *below])


def blocks(text: str, language: str) -> list[str]:
    """Return the blocks of code in a language."""
    return [code for each, code in _BLOCK.findall(text) if each == language]


def commands(text: str) -> list[Shown]:
    """Return what a document has one type, in its order."""
    return [
        _parted(each) for block in blocks(text, "console") for each in _PROMPT.split(block) if each
    ]


def _parted(shown: str) -> Shown:
    """Part a command from its answer: it ends at the first line end that nothing carries on."""
    ends = [match.start() for match in re.finditer(r"\n", shown)]
    end = next(
        end for end in ends if shown.count("'", 0, end) % 2 == 0 and not shown[:end].endswith("\\")
    )
    return Shown(shown[:end], shown[end:].strip())


def addresses(text: str) -> list[str]:
    """Return the addresses of the service to which the prose of a document links."""
    return re.findall(rf"<{re.escape(ADDRESS)}([^>]*)>", _BLOCK.sub("", text))


def tasks(text: str) -> list[Task]:
    """Return the numbered tasks of all sections that promise five."""
    found = []
    for section, body in _SECTION.findall(text):
        _, *parts = _TASK.split(body)
        numbered = zip(parts[::2], parts[1::2], strict=True)
        found += [Task(section, int(number), task) for number, task in numbered]
    return found


def missing(shown: str, told: str) -> list[str]:
    """Return what a document shows of an answer and the answer doesn't have."""
    return [part for part in map(_joined, _LEFT_OUT.split(shown)) if part not in _joined(told)]


def _joined(text: str) -> str:
    return " ".join(text.split())
