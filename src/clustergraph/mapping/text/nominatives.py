"""Nominatives by the pack's endings, for languages whose dictionary knows no forms of names.

«Moravským klastrem» is «Moravský klastr», «Ивана Петрова» is «Иван Петров», «Brně» is «Brno».
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product, takewhile

import regex

from clustergraph.languages import Head, LanguagePack
from clustergraph.languages.endings import NameEnding
from clustergraph.mapping.text.tokens import Token

__all__ = [
    "is_form_of_given_name",
    "is_patronymic",
    "like",
    "name_by_endings",
    "person_by_endings",
    "places_by_endings",
]

_REMEMBERED = 20_000
_LONGEST_PLACE = 3
_MOST_PLACES = 60
"""Words of a place's name, and forms that are tried for it."""
_INITIAL = regex.compile(r"\p{Lu}\.?")

Reading = tuple[str, str, str]
"""Gender and case, empty where any fits, and the nominative."""


def like(model: str, word: str) -> str:
    """Write the word with capitals as the model has them."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


# -- Bodies and activities -----------------------------------------------------------------------


def name_by_endings(tokens: Sequence[Token], at: int, pack: LanguagePack) -> str | None:
    """Return the name whose noun stands at the index; None where it is in the nominative.

    The adjectives before the noun follow it, what stands behind stays as it is.
    """
    if not pack.name_endings and not pack.nominatives:
        return None
    noun, head = tokens[at], pack.head(tokens[at].lower, tokens[at].base)
    base = _listed(noun.lower, head, pack) or (noun.base if pack.name_endings else noun.lower)
    if head is not None and head.plural:
        return None
    words = [token.text for token in tokens]
    words[at] = _written_as(noun.text, base)
    gender = _gender(base, head, pack)
    for index in range(at):
        words[index] = _adjective(words[index], gender, pack)
    for index in _adjectives_behind(tokens, at, pack):
        words[index] = like(words[index], pack.nominatives[tokens[index].lower])
    if base != noun.lower:
        for index in _closing_adjectives(tokens, at, pack):
            words[index] = _adjective(words[index], gender, pack)
    name = " ".join(words)
    return name if name != " ".join(token.text for token in tokens) else None


def _listed(noun: str, head: Head | None, pack: LanguagePack) -> str | None:
    """Return the nominative that the pack lists, or that of a compound by its last part."""
    if noun in pack.nominatives or head is None or not noun.endswith(head.word):
        return pack.nominatives.get(noun)
    last = pack.nominatives.get(head.word)
    return noun.removesuffix(head.word) + last if last is not None else None


def _written_as(text: str, base: str) -> str:
    """Return the base form with the letters of the text as far as they agree.

    «Fraunhofer-Instituts» keeps its capitals.
    """
    agreeing = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text.lower(), base, strict=False))
    )
    ending = base[agreeing:]
    return text[:agreeing] + (ending.upper() if text.isupper() else ending)


def _gender(base: str, head: Head | None, pack: LanguagePack) -> str:
    """Return the gender that the pack gives the noun, or that its longest ending has."""
    if head is not None and head.gender:
        return head.gender
    rows = (row for row in pack.name_endings if row.part == "gender")
    found = [
        (len(match.group()), row.gender) for row in rows if (match := row.pattern.search(base))
    ]
    return max(found, default=(0, ""))[1]


def _adjective(word: str, gender: str, pack: LanguagePack) -> str:
    rows = (r for r in pack.name_endings if r.part == "adjective" and r.gender in {gender, ""})
    forms = (row.nominative(word) for row in rows)
    return next((form for form in forms if form is not None), word)


def _closing_adjectives(tokens: Sequence[Token], at: int, pack: LanguagePack) -> Iterator[int]:
    """Yield where adjectives stand behind the noun that describe it: «Vysoké školy technické Zlín».

    Before a further noun they belong to that: «Ústavu nového materiálu».
    """
    end = at + 1
    while end < len(tokens) and tokens[end].text.islower():
        end += 1
    behind = range(at + 1, end)
    if all(pack.adjective.fullmatch(tokens[index].lower) for index in behind):
        yield from behind


def _adjectives_behind(tokens: Sequence[Token], at: int, pack: LanguagePack) -> Iterator[int]:
    for index in range(at + 1, len(tokens)):
        lower = tokens[index].lower
        if lower not in pack.nominatives or not pack.adjective.fullmatch(lower):
            return
        yield index


# -- Persons -------------------------------------------------------------------------------------


def person_by_endings(words: Sequence[str], pack: LanguagePack) -> str:
    """Return a person's name in the nominative, in which its words agree."""
    readings = [_readings_as_name(word, pack) for word in words]
    cases = dict.fromkeys(case for known in readings for _, case, _ in known if case)
    for case in ("nom", *cases):
        for gender in ("m", "f"):
            fitting = [_fitting(known, gender, case) for known in readings]
            if all(form is not None for form in fitting):
                return " ".join(form for form in fitting if form is not None)
    return " ".join(words)


def is_form_of_given_name(word: str, pack: LanguagePack) -> bool:
    """Tell whether the word is a given name that the pack lists, or a form of one."""
    return word in pack.given_names or any(True for _ in _as_given(word, pack))


def is_patronymic(word: str, pack: LanguagePack) -> bool:
    """Tell whether the word ends as names after the father do."""
    return bool(_by_part(word, "patronymic", pack))


def _fitting(known: Sequence[Reading], gender: str, case: str) -> str | None:
    forms = (base for g, c, base in known if g in {gender, ""} and c in {case, ""})
    return next(forms, None)


@lru_cache(maxsize=_REMEMBERED)
def _readings_as_name(word: str, pack: LanguagePack) -> tuple[Reading, ...]:
    if _INITIAL.fullmatch(word):
        return (("", "", word),)
    given = tuple(_as_given(word, pack))
    if given:
        return given
    return (
        _by_part(word, "patronymic", pack) or _by_part(word, "surname", pack) or (("", "", word),)
    )


def _as_given(word: str, pack: LanguagePack) -> Iterator[Reading]:
    """Yield the readings whose nominative is listed; the form itself is one where it is."""
    found = [r for r in _by_part(word, "given", pack) if r[2] in pack.given_names]
    yield from found
    if word in pack.given_names and all(case != "nom" for _, case, _ in found):
        yield ("", "nom", word)


def _by_part(word: str, part: str, pack: LanguagePack) -> tuple[Reading, ...]:
    """Return a reading for each gender and case, by the first row that matches."""
    found: dict[tuple[str, str], str] = {}
    for row in _rows(part, pack):
        form = row.nominative(word)
        if form is not None:
            found.setdefault((row.gender, row.case), form)
    return tuple((gender, case, form) for (gender, case), form in found.items())


@lru_cache(maxsize=64)
def _rows(part: str, pack: LanguagePack) -> tuple[NameEnding, ...]:
    return tuple(row for row in pack.name_endings if row.part == part)


# -- Places --------------------------------------------------------------------------------------


def places_by_endings(words: Sequence[str], pack: LanguagePack) -> Iterator[str]:
    """Yield the names that the words may be forms of; the gazetteer tells which is a place."""
    if not _rows("place", pack) or len(words) > _LONGEST_PLACE:
        return
    *adjectives, last = words
    forms = [_forms_of_place(word, ("adjective", "place"), pack) for word in adjectives]
    forms.append(_forms_of_place(last, ("place", "adjective"), pack))
    yield from (" ".join(chosen) for chosen in islice(product(*forms), _MOST_PLACES))


@lru_cache(maxsize=_REMEMBERED)
def _forms_of_place(word: str, parts: tuple[str, ...], pack: LanguagePack) -> tuple[str, ...]:
    rows = (row for part in parts for row in _rows(part, pack))
    found = (row.nominative(word) for row in rows)
    return tuple(dict.fromkeys((word, *(form for form in found if form))))
