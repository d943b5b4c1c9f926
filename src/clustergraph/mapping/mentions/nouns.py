"""The nouns that tell what a name is: in the name, before it or behind it."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from clustergraph.languages import Head, LanguagePack, load_pack, readings
from clustergraph.mapping.kinds import ACTIVITIES, QUALIFICATIONS
from clustergraph.mapping.mentions.english import ENGLISH, in_english, is_english
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token, without_genitive

__all__ = ["hangs_on_a_noun", "head_of", "is_plain_noun", "noun"]

_REMEMBERED = 100_000
_FEWEST_IN_ENGLISH = 2
"""Words of a name that other languages leave in English: «Cluster Award»."""


def noun(token: Token, pack: LanguagePack) -> Head | None:
    """Return what the pack knows of the word as a noun that types phrases."""
    if pack.capitalises_nouns and not token.is_capital:
        return None  # «besuchten» is no form of «Besuch»
    return _noun(token.base, token.text, pack)


@lru_cache(maxsize=_REMEMBERED)
def _noun(base: str, text: str, pack: LanguagePack) -> Head | None:
    written = pack.heads.get(text.lower())
    if written is not None and written.plural:
        return written
    return pack.head(base, text.lower(), without_genitive(text).lower())


def head_of(tokens: Sequence[Token], pack: LanguagePack) -> Head | None:
    """Return the noun that tells what the phrase speaks of; None where it ends in no such noun.

    In languages with the head last it is the last word before the first "of", numbers and legal
    forms aside, or a noun that opens the name («Cluster Alpina»); else it is the first noun of
    the phrase. A phrase that ends in an abstract noun («Cluster Management») is a
    subject, not a thing.
    """
    words = [token for token in tokens if token.is_word]
    if pack.code != ENGLISH and is_english(words, pack):
        english = in_english(words)
        head = head_of(english, load_pack(ENGLISH))
        if head is not None or english[-1].lower in load_pack(ENGLISH).abstract:
            return head
    if pack.head_first:
        own = list(takewhile(lambda word: not _goes_on(word, words, pack), words))
        heads = ((index, noun(word, pack)) for index, word in enumerate(own))
        at, first = next(((at, head) for at, head in heads if head), (0, None))
        if hangs_on_a_noun(own, at, pack):
            return None
        return _last_in_english(own, first, pack) or first
    part = _before_of(words, pack)
    if part and part[0].lower in pack.departments:
        return noun(part[0], pack)
    if not part or part[-1].lower in pack.abstract:
        return None
    return noun(part[-1], pack) or _opening_noun(part, pack)


def hangs_on_a_noun(words: Sequence[Token], at: int, pack: LanguagePack) -> bool:
    """Tell whether a noun before it owns the noun in the genitive: «Dach | Agencji Drewna»."""
    if not at:
        return False
    known = [r for r in readings(words[at].lower, pack.code) if r.is_noun]
    if not known or any(reading.is_nominative for reading in known):
        return False
    return any(is_plain_noun(word, pack) for word in words[:at])


def is_plain_noun(word: Token, pack: LanguagePack) -> bool:
    """Tell whether a dictionary has the word as a noun, as no adjective and as no name."""
    known = readings(word.lower, pack.code)
    if word.is_acronym or any(r.base[:1].isupper() for r in readings(word.text, pack.code)):
        return False
    return any(r.is_noun for r in known) and not any(r.is_adjective for r in known)


def _last_in_english(words: Sequence[Token], first: Head | None, pack: LanguagePack) -> Head | None:
    """Return the "Award" of «European Cluster Award», which other languages leave in English."""
    if first is None or first.word != "cluster" or len(words) < _FEWEST_IN_ENGLISH:
        return None
    last = noun(words[-1], pack)
    return last if last is not None and last.kind in ACTIVITIES | QUALIFICATIONS else None


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
