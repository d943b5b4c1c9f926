"""A zone of a document cut into sentences: at stops, but not behind abbreviations."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token, tokenise
from clustergraph.model import Document, Span, Zone, ZoneKind

__all__ = ["Sentence", "cut_into_sentences"]

_END = regex.compile(r"[.!?…]+[\"'”’»)]*(?=[\s\u00a0]+[\"'“„«(\[]?[\p{Lu}\p{N}])")
_LAST_WORD = regex.compile(r"[\p{L}\p{N}.-]+$")
_INITIALS = regex.compile(r"\p{Lu}|(?:\p{L}\.)+\p{L}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, a heading or a bullet.

    ``lead_in`` is the line that introduces a list ("… a faculty of instructors:"), for its bullets.
    """

    span: Span
    text: str
    kind: ZoneKind
    tokens: tuple[Token, ...]
    lead_in: "Sentence | None" = None


def cut_into_sentences(
    document: Document, zone: Zone, pack: LanguagePack, lead_in: Sentence | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of a zone in order."""
    for span in _split(document[zone.span], zone.span.start, pack):
        text = document[span]
        yield Sentence(
            span=span,
            text=text,
            kind=zone.kind,
            tokens=tokenise(text, span.start, pack),
            lead_in=lead_in,
        )


def _split(text: str, offset: int, pack: LanguagePack) -> Iterator[Span]:
    start = 0
    for match in _END.finditer(text):
        if not _is_abbreviation(text[start : match.start()], match.group(), pack):
            yield Span(offset + start, offset + match.end())
            start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    if text[start:].strip():
        yield Span(offset + start, offset + len(text))


def _is_abbreviation(before: str, end: str, pack: LanguagePack) -> bool:
    if not end.startswith(".") or end.startswith(".."):
        return False
    match = _LAST_WORD.search(before)
    word = match.group() if match else ""
    is_listed = not pack.abbreviations.isdisjoint({word, word.lower()})
    return is_listed or _INITIALS.fullmatch(word) is not None
