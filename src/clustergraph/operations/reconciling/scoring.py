"""From what agrees and what does not to one score from 0 to 100, and whether it is sure enough.

Pure arithmetic; what is compared with what is decided in ``matching``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.names import AHEAD

__all__ = ["WEIGHT_OF_IDENTIFIER", "WEIGHT_OF_PROPERTY", "Agreement", "is_certain", "score_of"]

_UNKNOWN = 0.8
"""Where we have no value, nothing speaks against a candidate, and a little less for it."""
_OF_ANOTHER_TYPE = 0.6
_LEAST = 85.0
_CONTRADICTS = 0.5
_CONFIRMS = 0.95
"""A name with a slip in it may be that of something else that we don't know."""

WEIGHT_OF_PROPERTY: Final = 0.4
WEIGHT_OF_IDENTIFIER: Final = 1.0
"""As much as a name: what bears another identifier is something else, whatever it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far a condition holds for a candidate, from 0 to 1; None where nothing is known of it.

    ``weight`` compares it with the name, which has 1.
    """

    weight: float
    degree: float | None

    @property
    def contradicts(self) -> bool:
        """Whether it speaks against the candidate."""
        return self.degree is not None and self.degree < _CONTRADICTS

    @property
    def confirms(self) -> bool:
        """Whether it speaks for the candidate."""
        return self.degree is not None and self.degree >= _CONFIRMS

    @property
    def identifies(self) -> bool:
        """Whether it alone says which thing it is."""
        return self.weight == WEIGHT_OF_IDENTIFIER and self.degree == 1.0


def score_of(
    name: float | None, agreements: Sequence[Agreement], *, is_of_type: bool = True
) -> float:
    """Weigh the score of the name and what is known beside it; None where no name was asked for.

    >>> score_of(100, [Agreement(weight=0.4, degree=1.0)])
    100.0
    >>> score_of(100, [Agreement(weight=1.0, degree=0.0)])
    50.0
    """
    parts = [] if name is None else [(1.0, name)]
    for each in agreements:
        degree = _UNKNOWN if each.degree is None else each.degree
        parts.append((each.weight, 100 * degree))
    weights = sum(weight for weight, _ in parts)
    score = sum(weight * value for weight, value in parts) / weights if weights else 0.0
    return round(score if is_of_type else score * _OF_ANOTHER_TYPE, 1)


def is_certain(
    score: float,
    next_best: float,
    *,
    is_named: bool | None,
    agreements: Sequence[Agreement],
    is_of_type: bool = True,
    has_namesake: bool = False,
) -> bool:
    """Tell whether the best candidate is surely the thing: nobody needs to look at it again.

    It must be far enough ahead of the next best, and nothing may speak against it. That something
    speaks against all its namesakes is not enough: something must speak for it. ``is_named`` says
    whether its name alone would do; where that is None, no name was asked for, and only an
    identifier does.
    """
    if not is_of_type or any(each.contradicts for each in agreements):
        return False
    if has_namesake and not any(each.confirms for each in agreements):
        return False
    is_known = any(each.identifies for each in agreements) if is_named is None else is_named
    return is_known and score >= _LEAST and score - next_best >= AHEAD
