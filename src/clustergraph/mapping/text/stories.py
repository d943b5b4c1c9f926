"""A document cut into stories: one page often tells several pieces of news."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from clustergraph.languages import Gazetteer, LanguagePack
from clustergraph.mapping.text.sentences import Sentence, cut_into_sentences
from clustergraph.model import Document, Zone, ZoneKind

__all__ = ["Story", "cut_into_stories"]

_LONGEST = 400
"""Sentences; whatever is longer than any piece of news is a book or a list, and no one story."""
_LEFT_OUT = frozenset({ZoneKind.BOILERPLATE, ZoneKind.TEASER, ZoneKind.DATELINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One piece of news: its title sentences and its body. Anaphora does not cross it."""

    sentences: tuple[Sentence, ...]


def cut_into_stories(
    document: Document, pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[Story, ...]:
    """Return the stories of a document in order; boilerplate, teasers and date lines are in none.

    A story begins at a heading that says of whom or where, once the story before has some text.
    """
    stories: list[list[Sentence]] = [[]]
    told = False
    zones = [zone for zone in document.zones if zone.kind not in _LEFT_OUT]
    for zone, following in zip_longest(zones, zones[1:]):
        lead_in = _lead_in(stories[-1]) if zone.kind is ZoneKind.BULLET else None
        sentences = tuple(cut_into_sentences(document, zone, pack, lead_in))
        begins = _is_headline(zone, following) and _says_of_whom(sentences, pack, gazetteer)
        if told and (begins or len(stories[-1]) >= _LONGEST):
            stories.append([])
            told = False
        told = told or zone.kind is ZoneKind.PARAGRAPH
        stories[-1].extend(sentences)
    return tuple(Story(sentences=tuple(sentences)) for sentences in stories if sentences)


def _lead_in(before: Sequence[Sentence]) -> Sentence | None:
    """Return the last sentence that is no bullet."""
    lines = (sentence for sentence in reversed(before) if sentence.kind is not ZoneKind.BULLET)
    return next(lines, None)


def _is_headline(zone: Zone, following: Zone | None) -> bool:
    """Tell whether the zone is a heading that text follows."""
    is_heading = zone.kind is ZoneKind.HEADING
    return is_heading and following is not None and following.kind is ZoneKind.PARAGRAPH


def _says_of_whom(heading: Sequence[Sentence], pack: LanguagePack, gazetteer: Gazetteer) -> bool:
    """Tell whether the heading names anybody or a place; "What we did" opens but a section."""
    words = [token for sentence in heading for token in sentence.tokens if token.is_word]
    capital = [word for word in words if word.is_capital]
    if any(gazetteer.places(word.bare, pack.code) for word in capital):
        return True
    return sum(word.is_capital for word in words[1:]) >= 2
