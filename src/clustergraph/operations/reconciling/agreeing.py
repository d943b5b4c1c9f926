"""How well a value that somebody has agrees with one of ours, from 0 to 1; pure functions."""

import re
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from clustergraph.folding import fold, without_company_form
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.reconciling.asking import Quantifier, Reference, Wanted
from clustergraph.operations.reconciling.schema import Takes

__all__ = ["agreement", "alike", "quantified"]

_COMPANY_FORM_ASIDE = 0.97
_LEAST_ALIKE = 0.85
"""Names that share less than this share it by chance."""
_DATE = re.compile(r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?|--\d{2}-\d{2}")


def agreement(
    wanted: Wanted, value: Iri | Text, takes: Takes, names_of: Callable[[Iri], Sequence[str]]
) -> float:
    """Compare a value with one of ours: things by identifier or name, numbers and dates as such.

    Args:
        wanted: what somebody has; a reference must hold the thing's IRI.
        value: what the graph has.
        takes: what the values of the property are.
        names_of: gives the names of a thing.
    """
    if isinstance(wanted, Reference):
        if wanted.id == value:
            return 1.0
        return 0.0 if isinstance(value, Text) else _named(wanted.name, names_of(value))
    if isinstance(value, Iri):
        return 1.0 if wanted == value else _named(str(wanted), names_of(value))
    if takes is Takes.NUMBER:
        return float(_number(str(wanted)) == _number(value.text))
    if takes is Takes.DATE:
        return float(_same_date(str(wanted), value.text))
    return alike(str(wanted), value.text)


def alike(one: str, other: str) -> float:
    """Compare two names as they are folded, whatever the order of their words.

    >>> alike("Клъстер Зелена синергия", "zelena sinergiya klaster")
    1.0
    >>> alike("Alfa GmbH", "ALFA"), alike("Sofia", "Varna")
    (0.97, 0.0)
    """
    folded, other_folded = fold(one), fold(other)
    if not folded or not other_folded:
        return float(one.strip() == other.strip())
    if sorted(folded.split()) == sorted(other_folded.split()):
        return 1.0
    if without_company_form(folded) == without_company_form(other_folded):
        return _COMPANY_FORM_ASIDE
    found = fuzz.token_sort_ratio(folded, other_folded) / 100
    return found if found >= _LEAST_ALIKE else 0.0


def quantified(quantifier: Quantifier, agreements: Sequence[float]) -> float:
    """Sum up how each wanted value agrees with the best of ours.

    >>> [quantified(each, [1.0, 0.0]) for each in Quantifier]
    [1.0, 0.0, 0.0]
    """
    match quantifier:
        case Quantifier.ANY:
            return max(agreements, default=0.0)
        case Quantifier.ALL:
            return min(agreements, default=0.0)
        case Quantifier.NONE:
            return 1.0 - max(agreements, default=0.0)


def _named(name: str, names: Iterable[str]) -> float:
    return max((alike(name, each) for each in names), default=0.0) if name else 0.0


def _number(text: str) -> float | None:
    try:
        return float(text.replace("\u00a0", "").replace(" ", "").strip())
    except ValueError:
        return None


def _same_date(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as the shorter one goes; times of day do not matter.

    >>> _same_date("2018-02-19T00:00:00Z", "2018-02"), _same_date("2018", "2018-02-19")
    (True, True)
    >>> _same_date("2018-03", "2018-02-19")
    False
    """
    dates = [_DATE.match(text.strip()) for text in (one, other)]
    if not all(dates):
        return False
    short, long = sorted((match[0] for match in dates if match), key=len)
    return long.startswith(short)
