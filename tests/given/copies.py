"""Many copies of a sound graph under other letters, each with one thing broken, judged at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clustergraph.operations.validating.validation import Result

__all__ = ["OWN", "Said", "letters", "sorted_out"]

OWN = "aaaaaaaa"
"""What stands in every IRI of a sound graph's own."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that the shapes say of a copy, under the letters of the sound graph."""

    severity: str
    shape: str
    focus: str
    message: str


def letters(number: int) -> str:
    """Name a copy by eight letters such as an IRI ends in."""
    return f"casexx{chr(97 + number // 26)}{chr(97 + number % 26)}"


def sorted_out(results: Iterable[Result], names: Mapping[str, str]) -> dict[str, list[Said]]:
    """Return what is said of each copy by its name; ``names`` has the names by their letters."""
    said: dict[str, list[Said]] = {name: [] for name in names.values()}
    for result in results:
        (own,) = (own for own in names if own in result.focus)
        focus, message = (text.replace(own, OWN) for text in (result.focus, result.message))
        said[names[own]].append(Said(result.severity, result.shape, focus, message))
    return said
