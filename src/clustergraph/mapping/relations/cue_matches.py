"""Where the cues of the language pack stand in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph.languages import Cue
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.model import Span

__all__ = ["CueMatch", "find_cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A cue in a sentence; ``number`` is the text of the pattern's group of that name."""

    cue: Cue
    span: Span
    number: str = ""


def find_cues(read: ReadSentence) -> tuple[CueMatch, ...]:
    """Return the cues of a sentence in order; of two for one relation that overlap, the longer."""
    matches = sorted(_all_matches(read), key=lambda one: (one.span.start - one.span.end, one.span))
    kept: list[CueMatch] = []
    for match in matches:
        if not any(_says_the_same(match, other) for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.span))


def _all_matches(read: ReadSentence) -> Iterator[CueMatch]:
    offset = read.sentence.span.start
    for cue in read.scene.pack.cues:
        for match in cue.pattern.finditer(read.sentence.text):
            if match.start() < match.end():
                span = Span(match.start() + offset, match.end() + offset)
                number = match.groupdict().get("number") or ""
                yield CueMatch(cue=cue, span=span, number=number)


def _says_the_same(one: CueMatch, other: CueMatch) -> bool:
    """Tell whether both may give one fact; of persons and of bodies two cues may speak at once."""
    if one.cue.relation != other.cue.relation or not one.span.overlaps(other.span):
        return False
    of_others = one.cue.subjects.isdisjoint(other.cue.subjects)
    return not of_others and not one.cue.kinds.isdisjoint(other.cue.kinds)
