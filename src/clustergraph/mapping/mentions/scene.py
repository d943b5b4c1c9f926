"""A sentence together with what is needed to read it: pack, gazetteer, the names known so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from clustergraph.languages import Gazetteer, LanguagePack
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.text.sentences import Sentence
from clustergraph.mapping.text.tokens import Token, in_one_line
from clustergraph.model import Iri, Span, ZoneKind

__all__ = ["Scene"]

_HEADINGS = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})
_FEWEST_SHOUTED = 3
"""Words; fewer may be a name in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with what is needed to read it.

    ``known`` are names that the document gives with certainty, by form. No name begins in
    ``positions``, where titles of office stand, or reaches into ``named``, where other names do.
    ``announced`` are lists of names whose kind is told before them; ``tokens`` are the sentence's.
    All offsets are those of the document.
    """

    sentence: Sentence
    pack: LanguagePack
    gazetteer: Gazetteer
    known: Mapping[str, Mention]
    positions: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    announced: tuple[tuple[Span, Iri], ...] = ()
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", self.sentence.tokens)

    def without_names(self, spans: Iterable[Span]) -> "Scene":
        """Return the scene in which these spans are names already."""
        return replace(self, named=tuple(spans))

    def is_named(self, token: Token) -> bool:
        """Tell whether the token is part of a name already."""
        return any(span.overlaps(token.span) for span in self.named)

    def announced_kind(self, span: Span) -> Iri | None:
        """Return of what kind the name is, if it stands in a list that tells so; the last wins."""
        kinds = [kind for list_, kind in self.announced if list_.covers(span)]
        return kinds[-1] if kinds else None

    def ends_announced(self, span: Span) -> bool:
        """Tell whether a list whose kind is told before it ends with the span."""
        return any(list_.end == span.end for list_, _ in self.announced)

    @property
    def is_shouted(self) -> bool:
        """Whether the sentence is written in capitals, which then mark no names."""
        words = [token for token in self.tokens if token.is_word]
        return len(words) > _FEWEST_SHOUTED and all(word.text.isupper() for word in words)

    @property
    def is_heading(self) -> bool:
        """Whether it is the title or a heading within the text."""
        return self.sentence.kind in _HEADINGS

    @property
    def is_all_capitals(self) -> bool:
        """Whether it is a heading that gives each of its words a capital: "New Toys for All"."""
        if not self.is_heading or self.pack.capitalises_nouns:
            return False
        common = self.pack.function_words | self.pack.linkers
        words = [token for token in self.tokens if token.is_word and token.lower not in common]
        return len(words) > _FEWEST_SHOUTED and all(word.is_capital for word in words)

    def text(self, span: Span) -> str:
        """Return the sentence's text at the span."""
        offset = self.sentence.span.start
        return self.sentence.text[span.start - offset : span.end - offset]

    def phrase(self, span: Span) -> str:
        """Return the text at the span in one line."""
        return in_one_line(self.text(span))

    def inside(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie in the span."""
        return tuple(t for t in self.between(span.start, span.end) if span.covers(t.span))

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens that begin at or after the one position and before the other."""
        return self.tokens[self._index_at(start) : self._index_at(end)]

    def before(self, position: int) -> tuple[Token, ...]:
        """Return the tokens that end before the position, the nearest last."""
        return self.tokens[: bisect_right(self.sentence.ends, position)]

    def after(self, position: int) -> tuple[Token, ...]:
        """Return the tokens that begin at or after the position."""
        return self.tokens[self._index_at(position) :]

    def token_before(self, position: int) -> Token | None:
        """Return the last token that ends before the position."""
        return next(iter(self.before(position)[-1:]), None)

    def token_after(self, position: int) -> Token | None:
        """Return the first token that begins at or after the position."""
        return next(iter(self.after(position)), None)

    def opens(self, position: int) -> bool:
        """Tell whether no word of the sentence stands before the position."""
        return not any(token.is_word for token in self.before(position))

    def is_position(self, token: Token) -> bool:
        """Tell whether the token is part of a title of office."""
        return any(position.covers(token.span) for position in self.positions)

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two positions, without the blanks round it."""
        return self.text(Span(start, end)).strip() if start < end else ""

    def text_after(self, position: int) -> str:
        """Return the rest of the sentence after the position, without blanks before it."""
        return self.sentence.text[position - self.sentence.span.start :].lstrip()

    def text_before(self, position: int) -> str:
        """Return the sentence up to the position, without blanks behind it."""
        return self.sentence.text[: position - self.sentence.span.start].rstrip()

    def _index_at(self, position: int) -> int:
        """Return the index of the first token that begins at or after the position."""
        return bisect_left(self.sentence.starts, position)
