"""The nouns that tell what a name is: in the name, before it or behind it."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from clustergraph.languages import Head, LanguagePack
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, without_genitive
from clustergraph.model import Span

__all__ = [
    "NounBeside",
    "head_of",
    "noun",
    "noun_after",
    "noun_apposed",
    "noun_before",
    "noun_further_back",
    "noun_joined",
]

_QUOTES = '"“„«'
_NOUNS_BEFORE = 2
"""How many tokens before a name the noun may stand that types it."""
_NOUNS_AFTER = 2
_FARTHEST_AFTER = 20
"""Characters."""
_LONGEST_COMPLEMENT = 6
_REMEMBERED = 100_000
_APPOSING = frozenset({",", "–", "—", "-"})
_LONGEST_APPOSITION = 6


class NounBeside(NamedTuple):
    """A noun that stands beside a name and types it."""

    span: Span
    head: Head


def noun(token: Token, pack: LanguagePack) -> Head | None:
    """Return what the pack knows of the word as a noun that types phrases."""
    if pack.capitalises_nouns and not token.is_capital:
        return None  # «besuchten» is no form of «Besuch»
    return _noun(token.base, token.text, pack)


@lru_cache(maxsize=_REMEMBERED)
def _noun(base: str, text: str, pack: LanguagePack) -> Head | None:
    return pack.head(base, text.lower(), without_genitive(text).lower())


def head_of(tokens: Sequence[Token], pack: LanguagePack) -> Head | None:
    """Return the noun that tells what the phrase speaks of; None where it ends in no such noun.

    In languages with the head last it is the last word before the first "of", numbers and legal
    forms aside, or a noun that opens the name («Cluster Alpina»); else it is the first noun of
    the phrase. A phrase that ends in an abstract noun («Cluster Management») is a
    subject, not a thing.
    """
    words = [token for token in tokens if token.is_word]
    if pack.head_first:
        own = takewhile(lambda word: not _goes_on(word, words, pack), words)
        return next((head for word in own if (head := noun(word, pack))), None)
    part = _before_of(words, pack)
    if part and part[0].lower in pack.departments:
        return noun(part[0], pack)
    if not part or part[-1].lower in pack.abstract:
        return None
    return noun(part[-1], pack) or _opening_noun(part, pack)


def _goes_on(word: Token, words: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether what follows only says more: «Promotion | des clusters»."""
    return word is not words[0] and word.lower in pack.of_words | pack.complements


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


def noun_joined(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that a hyphen joins to a name in quotes: «das „Alpha“-Programm»."""
    following = scene.after(span.end)[:2]
    if len(following) < 2 or following[0].text != "-" or following[0].span.start != span.end:
        return None
    head = noun(following[1], scene.pack)
    return NounBeside(following[1].span, head) if head else None


def _may_be_noun(token: Token, function_words: Collection[str]) -> bool:
    return token.is_word and not token.is_capital and token.lower not in function_words


def noun_before(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that introduces a name: «projektu „…”», «the firm Alpha», «клъстер БОР»."""
    tokens = reversed(scene.before(span.start)[-_NOUNS_BEFORE - 1 :])
    unsaid = dropwhile(lambda token: _introduces(token, scene.pack), tokens)
    token = next((token for token in unsaid if not _describes(token, scene.pack)), None)
    head = noun(token, scene.pack) if token is not None else None
    if token is None or head is None:
        return None
    is_common = not token.is_capital or scene.pack.head_first or scene.opens(token.span.start)
    return NounBeside(token.span, head) if is_common else None


def _introduces(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it stands right before a name: quotes, "called"."""
    return token.text in _QUOTES or token.text == "." or token.lower in pack.naming_words


def _describes(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it is an adjective between noun and name: «projet européen „Alfa“»."""
    if not pack.head_first or token.is_capital or token.lower in pack.function_words:
        return False
    is_adjective = pack.adjective.fullmatch(token.lower) is not None
    return is_adjective and _noun(token.base, token.text, pack) is None


def noun_apposed(scene: Scene, span: Span) -> Head | None:
    """Return what a name is said to be: «Alpha, a Catalan cluster», «„Alpha“ is a project»."""
    opening, *following = scene.after(span.end)[: _LONGEST_APPOSITION + 1] or (None,)
    if opening is None or not (opening.text in _APPOSING or opening.lower in scene.pack.copulas):
        return None
    if _begins_relative_clause(following, scene):
        following = following[2:]
    for index, word in enumerate(following):
        head = noun(word, scene.pack) if not word.is_capital else None
        if head is not None and not head.plural and not _qualifies(following[index + 1 :], scene):
            return head
        if not _may_stand_before_noun(word, index, scene):
            return None
    return None


def _begins_relative_clause(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether it is the "which is" of «Alpha, which is the agency of …»."""
    if len(words) < 2 or words[1].lower not in scene.pack.copulas:
        return False
    return scene.pack.relative.fullmatch(words[0].lower) is not None


def _qualifies(following: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the noun only qualifies the next word: «a company director»."""
    if scene.pack.head_first or not following:
        return False
    return _may_be_noun(following[0], scene.pack.function_words)


def _may_stand_before_noun(word: Token, index: int, scene: Scene) -> bool:
    pack = scene.pack
    if word.lower in pack.articles | pack.indefinite:
        return index <= 1
    if scene.is_position(word) or word.lower in pack.function_words or not word.is_word:
        return False
    if pack.head_first:
        return pack.adjective.fullmatch(word.lower) is not None
    return not word.is_capital or word.lower in pack.demonyms


def noun_further_back(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun of a name whose complement stands between: «програмата за растеж „Алфа“»."""
    pack = scene.pack
    following = ""
    for token in reversed(scene.before(span.start)[-_LONGEST_COMPLEMENT:]):
        head = noun(token, pack)
        if head is not None:
            is_joined = following in pack.complements | pack.plain_of
            return NounBeside(token.span, head) if is_joined else None
        if not _may_be_noun(token, pack.function_words - pack.complements - pack.plain_of):
            return None
        following = token.lower
    return None
