"""How alike two names, literals or types are; nothing here knows a document."""

import re
import unicodedata
from typing import Final

from rapidfuzz import fuzz

__all__ = [
    "DATES",
    "INTEGERS",
    "LITERALS",
    "NAME_LEAST",
    "literal_agreement",
    "normalise",
    "role_agrees",
    "same_group",
    "similarity",
]

DATES: Final = frozenset({"startDate", "endDate"})
INTEGERS: Final = frozenset({"participantCount", "sequenceNumber", "moduleCount"})
LITERALS: Final = DATES | INTEGERS | {"topic"}

NAME_LEAST: Final = 85.0
"""From here on two names are one; 100 is the very same name."""
_WORD_LEAST: Final = 92.0
"""Single words must be nearer: Ireland and Iceland are at 85.7."""
_TOPIC_LEAST: Final = 80.0
_ROLE_LEAST: Final = 85.0
_NOT_THE_VERY_NAME: Final = 99.0
_OTHER_NUMBERS: Final = 60.0
_GROUPS: Final = (frozenset({"Programme", "Project"}), frozenset({"Cluster", "Organisation"}))
_ROMAN: Final = frozenset({"ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"})
_ISO_DATE: Final = re.compile(r"^(\d{4}|--\d\d)(-\d\d){0,2}$")
_ISO_LENGTH: Final = 10


def normalise(text: object) -> str:
    """Casefold, and put blanks for punctuation; accents stay.

    >>> normalise("Клъстер „Зелена  синергия“")
    'клъстер зелена синергия'
    """
    folded = unicodedata.normalize("NFKC", str(text)).casefold()
    return " ".join("".join(char if char.isalnum() else " " for char in folded).split())


def similarity(one: str, other: str) -> float:
    """Compare two normalised names, 0 to 100.

    A subset of words counts as the whole only from two words on and where it is more than half of
    the longer name. Differing numbers (Invest IV, Invest V) never match, nor do single words that
    differ in more than a letter or so.
    """
    if one == other:
        return 100.0 if one else 0.0
    left, right = set(one.split()), set(other.split())
    score, shared = (
        max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)),
        len(left & right),
    )
    if shared >= 2 and 2 * shared > max(len(left), len(right)):
        score = max(score, fuzz.token_set_ratio(one, other))
    are_other_words = len(left) == len(right) == 1 and score < _WORD_LEAST
    cap = _OTHER_NUMBERS if are_other_words or _numbers_differ(left, right) else _NOT_THE_VERY_NAME
    return min(score, cap)


def _numbers_differ(left: set[str], right: set[str]) -> bool:
    ours, theirs = _numbers(left), _numbers(right)
    return bool(ours) and bool(theirs) and not ours & theirs


def _numbers(words: set[str]) -> set[str]:
    return {word for word in words if word in _ROMAN or any(char.isdigit() for char in word)}


def literal_agreement(predicate: str, gold: object, system: object) -> float:
    """Tell to which degree, 0 to 1, two literals of a predicate agree.

    Dates agree when both are ISO and one begins with the other, integers when equal.
    """
    if predicate in DATES:
        one, other = str(gold)[:_ISO_LENGTH], str(system)[:_ISO_LENGTH]
        are_dates = _ISO_DATE.match(one) and _ISO_DATE.match(other)
        return float(bool(are_dates) and (one.startswith(other) or other.startswith(one)))
    if predicate in INTEGERS:
        return float(str(gold).strip() == str(system).strip())
    score = similarity(normalise(gold), normalise(system))
    return score / 100 if score >= _TOPIC_LEAST else 0.0


def same_group(one: str, other: str) -> bool:
    """Tell whether two types are so near that one for the other is half right."""
    return any({one, other} <= group for group in _GROUPS)


def role_agrees(wanted: str, role: str) -> bool:
    """Tell whether two normalised wordings of a role are one: "former" makes another role."""
    return fuzz.token_sort_ratio(role, wanted) >= _ROLE_LEAST
