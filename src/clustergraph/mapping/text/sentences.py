"""A zone of a document cut into sentences: at stops, but not behind abbreviations."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token, tokenise
from clustergraph.model import Document, Span, Zone, ZoneKind

__all__ = ["Sentence", "cut_into_sentences"]

_END = regex.compile(r"[.!?…]+[\"'”’»)]*(?=[\s\u00a0]+[\"'“„«(\[]?[\p{Lu}\p{N}])")
_LAST_WORD = regex.compile(r"[\p{L}\p{N}.-]+$")
_ROMAN_ORDINAL = regex.compile(r"(?:^|\p{Ll}\s+)[IVX]{2,5}$")
"""As in «uskutečnil se II. Světový kongres»; behind a name it only numbers that."""
_INITIALS = regex.compile(r"\p{Lu}|(?:\p{L}\.)+\p{L}")
_LONGEST = 1_500
"""Characters of a sentence: what is longer has no stops, and takes the square of its length."""
_DATE = regex.compile(r"(?<!\p{N})\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:19|20)\d\d")
"""A date in figures with blanks: its stops end no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, a heading or a bullet.

    ``lead_in`` is the line that introduces a list ("… a faculty of instructors:"), for its bullets.
    ``starts`` and ``ends`` are those of the tokens.
    """

    span: Span
    text: str
    kind: ZoneKind
    tokens: tuple[Token, ...]
    lead_in: "Sentence | None" = None
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(token.span.start for token in self.tokens))
        object.__setattr__(self, "ends", tuple(token.span.end for token in self.tokens))

    def place(self, start: int, end: int) -> Span:
        """Return where a stretch of the sentence's own text stands in the document."""
        return Span(self.span.start + start, self.span.start + end)


def cut_into_sentences(
    document: Document, zone: Zone, pack: LanguagePack, lead_in: Sentence | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of a zone in order."""
    sentences = _split(document[zone.span], zone.span.start, pack)
    for span in (piece for sentence in sentences for piece in _cut_long(document, sentence)):
        text = document[span]
        yield Sentence(
            span=span,
            text=text,
            kind=zone.kind,
            tokens=tokenise(text, span.start, pack),
            lead_in=lead_in,
        )


def _cut_long(document: Document, sentence: Span) -> Iterator[Span]:
    """Yield the sentence, cut at blanks where it is so long that it can't be one."""
    start, end = sentence.start, sentence.end
    while end - start > _LONGEST:
        blank = document.text.rfind(" ", start, start + _LONGEST)
        cut = blank + 1 if blank > start else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _split(text: str, offset: int, pack: LanguagePack) -> Iterator[Span]:
    start = 0
    dates = tuple(_DATE.finditer(text))
    for match in _END.finditer(text):
        if any(date.start() < match.start() < date.end() for date in dates):
            continue  # «17. 4. 2013»
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
    is_ordinal = pack.ordinal_stop and _ROMAN_ORDINAL.search(before) is not None
    return is_listed or is_ordinal or _INITIALS.fullmatch(word) is not None
