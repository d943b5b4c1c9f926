"""Where the cues of the language pack stand in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from clustergraph.errors import RunawayPattern
from clustergraph.languages import Cue
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Span

__all__ = ["CueMatch", "find_cues"]

_PATIENCE = 20.0
"""Seconds for one cue in one sentence, where a sound one takes microseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A cue in a sentence; ``number`` is the text of the pattern's group of that name."""

    cue: Cue
    span: Span
    number: str = ""


def find_cues(read: ReadSentence) -> tuple[CueMatch, ...]:
    """Return the cues of a sentence in order; of two for one relation that overlap, the longer.

    Raises:
        RunawayPattern: when a cue's pattern comes to no end.
    """
    matches = sorted(_all_matches(read), key=lambda one: (one.span.start - one.span.end, one.span))
    kept: list[CueMatch] = []
    for match in matches:
        if not any(_says_the_same(match, other) for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.span))


def _all_matches(read: ReadSentence) -> Iterator[CueMatch]:
    text = read.sentence.text
    for cue in read.scene.pack.cues_in(text):
        for match in _matches(cue, text):
            if match.start() < match.end():
                span = read.sentence.place(*match.span())
                number = match.groupdict().get("number") or ""
                yield CueMatch(cue=cue, span=span, number=number)


def _matches(cue: Cue, text: str) -> Iterator["regex.Match[str]"]:
    """Yield the matches of a cue; what comes to no end is an error that names the cue."""
    try:
        yield from cue.pattern.finditer(text, timeout=_PATIENCE)
    except TimeoutError as error:
        raise RunawayPattern(cue.id, text) from error


def _says_the_same(one: CueMatch, other: CueMatch) -> bool:
    """Tell whether both may give one fact; of persons and of bodies two cues may speak at once."""
    if one.cue.relation != other.cue.relation or not one.span.overlaps(other.span):
        return False
    of_others = one.cue.subjects.isdisjoint(other.cue.subjects)
    return not of_others and not one.cue.kinds.isdisjoint(other.cue.kinds)
