"""The nouns that tell what a name is: in the name, before it or behind it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from clustergraph.languages import Head, LanguagePack
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, without_genitive
from clustergraph.model import Span

__all__ = ["NounBeside", "head_of", "noun", "noun_after", "noun_before", "noun_further_back"]

_QUOTES = '"“„«'
_NOUNS_BEFORE = 2
"""How many tokens before a name the noun may stand that types it."""
_NOUNS_AFTER = 2
_FARTHEST_AFTER = 20
"""Characters."""
_LONGEST_COMPLEMENT = 6


class NounBeside(NamedTuple):
    """A noun that stands beside a name and types it."""

    span: Span
    head: Head


def noun(token: Token, pack: LanguagePack) -> Head | None:
    """Return what the pack knows of the word as a noun that types phrases."""
    return pack.head(token.base, token.lower, token.bare.lower())


def head_of(tokens: Sequence[Token], pack: LanguagePack) -> Head | None:
    """Return the noun that tells what the phrase speaks of; None where it ends in no such noun.

    In languages with the head last it is the last word before the first "of", numbers and legal
    forms aside, or a noun that opens the name («Cluster Alpina»); else it is the first noun of
    the phrase. A phrase that ends in an abstract noun («Cluster Management») is a
    subject, not a thing.
    """
    words = [token for token in tokens if token.is_word]
    if pack.head_first:
        return next((head for word in words if (head := noun(word, pack))), None)
    part = _before_of(words, pack)
    if not part or part[-1].lower in pack.abstract:
        return None
    return noun(part[-1], pack) or _opening_noun(part, pack)


def _before_of(words: Sequence[Token], pack: LanguagePack) -> list[Token]:
    ofs = (index for index, word in enumerate(words) if index and word.lower in pack.of_words)
    part = words[: next(ofs, len(words))]
    return [w for w in part if w.text not in pack.organisation_forms and not is_roman(w.text)]


def _opening_noun(part: Sequence[Token], pack: LanguagePack) -> Head | None:
    """Return the noun of «Cluster Alpina», but none of «Cluster Financing»."""
    head = noun(part[0], pack)
    if head is None or len(part) != 2 or part[0].lower != head.word:
        return None
    return None if pack.verbal.fullmatch(part[1].lower) else head


def noun_after(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that ends a name: «Blue Sky programme», «Silver hotel»."""
    if scene.pack.head_first or without_genitive(scene.text(span)) != scene.text(span):
        return None
    found = None
    for word in scene.after(span.end)[:_NOUNS_AFTER]:
        if not _may_be_noun(word, scene.pack.function_words):
            break
        head = noun(word, scene.pack)
        if head is not None and word.span.start <= span.end + _FARTHEST_AFTER:
            found = NounBeside(word.span, head)
    return found


def _may_be_noun(token: Token, function_words: Collection[str]) -> bool:
    return token.is_word and not token.is_capital and token.lower not in function_words


def noun_before(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that introduces a name: «projektu „…”», «the firm Alpha», «клъстер БОР»."""
    tokens = reversed(scene.before(span.start)[-_NOUNS_BEFORE - 1 :])
    between = {*_QUOTES, ".", *scene.pack.naming_words}
    token = next((token for token in tokens if token.lower not in between), None)
    head = noun(token, scene.pack) if token is not None else None
    if token is None or head is None:
        return None
    is_common = not token.is_capital or scene.pack.head_first or scene.opens(token.span.start)
    return NounBeside(token.span, head) if is_common else None


def noun_further_back(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun of a name whose complement stands between: «програмата за растеж „Алфа“»."""
    pack = scene.pack
    following = ""
    for token in reversed(scene.before(span.start)[-_LONGEST_COMPLEMENT:]):
        head = noun(token, pack)
        if head is not None:
            return NounBeside(token.span, head) if following in pack.complements else None
        if not _may_be_noun(token, pack.function_words - pack.complements):
            return None
        following = token.lower
    return None
