"""What is read of a document whose language has no pack: well-known places and bodies, by name.

No rule of another language is ever applied, so no fact is found; the graph says which documents
mention what, and a build names the documents that were read like this.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import regex

from clustergraph.languages import Body, Gazetteer, Place
from clustergraph.mapping.mentions.mention import preferred
from clustergraph.model import Document, DocumentGraph, Entity, EntityId, Iri, LangString, Span

__all__ = ["map_without_pack"]

_WORD: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*")
_MOST_WORDS: Final = 6
_BETWEEN: Final = regex.compile(r"[ \u00a0,-]{1,2}")

Known = tuple[str, Iri, tuple[LangString, ...]]
"""The gazetteer's key, class and names of something."""


def map_without_pack(document: Document, gazetteer: Gazetteer) -> DocumentGraph:
    """Find the places and bodies of the gazetteer that the document names with a capital."""
    mentions: dict[Known, list[Span]] = defaultdict(list)
    for known, span in _found(document, gazetteer):
        mentions[known].append(span)
    entities = (
        Entity(
            id=EntityId(f"e{number}"),
            kind=kind,
            names=_names(document, names, spans),
            mentions=tuple(spans),
            gazetteer=key,
        )
        for number, ((key, kind, names), spans) in enumerate(mentions.items(), start=1)
    )
    return DocumentGraph(document=document, entities=tuple(entities), facts=())


def _found(document: Document, gazetteer: Gazetteer) -> Iterator[tuple[Known, Span]]:
    """Yield what is known where it stands, the longest name first, no two overlapping."""
    words = [
        Span(*match.span())
        for zone in document.zones
        for match in _WORD.finditer(document.text, zone.span.start, zone.span.end)
    ]
    at = 0
    while at < len(words):
        length, known = _longest_known(document, words, at, gazetteer)
        if known:
            yield known, words[at].hull(words[at + length - 1])
        at += length


def _longest_known(
    document: Document, words: Sequence[Span], at: int, gazetteer: Gazetteer
) -> tuple[int, Known | None]:
    """Return how many words at this place make a known name, and what it names; else 1 and None."""
    first = document[words[at]]
    if first[0].isupper():
        reach = min(gazetteer.reach([first]), _in_a_row(document, words, at))
        for length in range(reach, 0, -1):
            span = words[at].hull(words[at + length - 1])
            if known := _known(document[span], document.language, gazetteer):
                return length, known
    return 1, None


def _in_a_row(document: Document, words: Sequence[Span], at: int) -> int:
    """Count the words that follow each other with nothing but a blank or a comma between."""
    length = 1
    while at + length < len(words):
        gap = document.text[words[at + length - 1].end : words[at + length].start]
        if length == _MOST_WORDS or not _BETWEEN.fullmatch(gap):
            break
        length += 1
    return length


def _known(name: str, language: str, gazetteer: Gazetteer) -> Known | None:
    things: list[Place | Body] = [
        *gazetteer.places(name, language),
        *gazetteer.bodies(name, language),
    ]
    return (things[0].key, things[0].kind, things[0].names) if things else None


def _names(
    document: Document, names: Sequence[LangString], spans: Sequence[Span]
) -> tuple[LangString, ...]:
    """The form in the text, then the first name of each language."""
    form = LangString(document[spans[0]], document.language)
    return tuple(dict.fromkeys((form, *preferred(names))))
