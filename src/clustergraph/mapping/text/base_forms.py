"""Names in their base form: «Podlaską Fundację Rozwoju» is called «Podlaska Fundacja Rozwoju».

The head noun goes to the nominative, adjectives that agree with it follow, and what hangs on it in
the genitive stays. Where the dictionary knows no forms (``readings`` is empty) the pack's endings
tell (``nominatives``); without them names stay as they are.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from clustergraph.languages import LanguagePack, Reading, inflect, readings
from clustergraph.mapping.text.nominatives import (
    like,
    name_by_endings,
    person_by_endings,
    places_by_endings,
)
from clustergraph.mapping.text.tokens import Token, Word, is_acronym, without_genitive

__all__ = ["base_forms", "base_name", "base_name_of_person", "first_words"]


_JOINTS = regex.compile(r"([ -])")
"""What joins the words of a person's name, among them the halves of «Kowalska-Nowak»."""


def base_name(tokens: Sequence[Token], pack: LanguagePack) -> str | None:
    """Return the name in the nominative; None where it is so already, or can't be brought there."""
    heads = [pack.head(token.base, token.lower) for token in tokens]
    at = next((index for index, head in enumerate(heads) if head), None)
    if at is None:
        return None
    if tokens[at].lower == "cluster" and heads[-1] not in {None, heads[at]}:
        at = len(tokens) - 1  # «International Cluster Conference», as other languages have it
    texts = [token.text for token in tokens]
    name = _nominative(texts, at, pack.code) or name_by_endings(tokens, at, pack)
    return name.replace(" ,", ",") if name else name


def base_forms(words: Sequence[Word], pack: LanguagePack) -> Iterator[str]:
    """Yield the forms under which a name may be listed, the likeliest first."""
    texts = [text for text, _ in words]
    yield " ".join(texts)
    if len(words) == 1:
        yield from (r.base for r in readings(texts[0], pack.code) if r.base[:1].isupper())
    else:
        names = (_nominative(texts, at, pack.code) for at in range(len(words)))
        yield from (name for name in names if name is not None)
    yield " ".join(text if is_acronym(text) else like(text, base) for text, base in words)
    if len(words) == 1 and texts[0].lower() in pack.nominatives:
        yield like(texts[0], pack.nominatives[texts[0].lower()])
    yield from places_by_endings(texts, pack)


def first_words(word: Word, pack: LanguagePack) -> set[str]:
    """Return what a name may begin with in its base form that begins with the word in the text."""
    text, base = word
    bases = {reading.base for reading in readings(text, pack.code)}
    listed = pack.nominatives.get(text.lower(), base)
    forms = places_by_endings([text], pack)
    return {text, without_genitive(text), base, listed, *bases, *forms}


def base_name_of_person(tokens: Sequence[Token], pack: LanguagePack) -> str:
    """Return a person's name in the nominative, into which its words go together.

    «Jana Kowalskiego» is Jan, though a woman may be called Jana.
    """
    if pack.name_endings:
        return person_by_endings([token.text for token in tokens], pack)
    words = _JOINTS.split(" ".join(token.text for token in tokens))
    readings_of = [(word, _readings_as_name(word, pack.code)) for word in words]
    cases = [
        {case for reading in known for case in reading.cases}
        for _, known in readings_of
        if known and not any(reading.is_nominative for reading in known)
    ]
    if not cases:
        return " ".join(token.text for token in tokens)
    shared = set.intersection(*cases)
    return "".join(_base_from(shared, word, known) for word, known in readings_of)


def _readings_as_name(word: str, language: str) -> list[Reading]:
    known = [r for r in readings(word, language) if r.base[:1].isupper() and r.is_singular]
    return [reading for reading in known if reading.is_given_name or reading.is_surname] or known


def _base_from(cases: set[str], word: str, known: Sequence[Reading]) -> str:
    return next((r.base for r in known if not cases.isdisjoint(r.cases)), word)


def _nominative(name: Sequence[str], at: int, language: str) -> str | None:
    head = _oblique(name[at], language)
    if head is None:
        return None
    words = list(name)
    if _is_plural(words, at, head, language):
        return None
    words[at] = like(words[at], head.base)
    for index in _agreeing(words, at, head, language):
        words[index] = _nominative_adjective(words[index], head, language)
    return " ".join(words)


@lru_cache(maxsize=10_000)
def _oblique(word: str, language: str) -> Reading | None:
    """Return the noun's reading where no reading of it is a nominative singular."""
    both = (*readings(word, language), *readings(word.lower(), language))
    nouns = [reading for reading in both if reading.is_noun and reading.is_singular]
    return None if any(noun.is_nominative for noun in nouns) else next(iter(nouns), None)


def _is_plural(words: Sequence[str], at: int, head: Reading, language: str) -> bool:
    """Tell whether the adjective behind the noun shows it to be one: «Parki leśne», no «parka»."""
    both = (*readings(words[at], language), *readings(words[at].lower(), language))
    may_be = any(r.is_noun and r.is_nominative and not r.is_singular for r in both)
    following = words[at + 1 : at + 2]
    return may_be and any(
        _adjectives(word, language) and not _agrees(word, head, language) for word in following
    )


def _agreeing(words: Sequence[str], at: int, head: Reading, language: str) -> Iterator[int]:
    """Yield the adjectives that share the noun's case: all before it, and those right behind."""
    yield from (index for index in range(at) if _agrees(words[index], head, language))
    for index in range(at + 1, len(words)):
        if not _agrees(words[index], head, language):
            return
        yield index


def _agrees(word: str, head: Reading, language: str) -> bool:
    return any(
        reading.is_singular and not set(reading.cases).isdisjoint(head.cases)
        for reading in _adjectives(word, language)
    )


def _adjectives(word: str, language: str) -> list[Reading]:
    return [reading for reading in readings(word.lower(), language) if reading.is_adjective]


def _nominative_adjective(word: str, head: Reading, language: str) -> str:
    for adjective in _adjectives(word, language):
        for form, reading in inflect(adjective.base, language):
            if _fits(reading, head):
                return like(word, form)
    return word


def _fits(adjective: Reading, head: Reading) -> bool:
    is_plain = adjective.is_plain_adjective and adjective.is_singular and adjective.is_nominative
    return is_plain and not set(head.genders[:1]).isdisjoint(adjective.genders)
