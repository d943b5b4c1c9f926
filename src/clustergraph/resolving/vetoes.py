"""What forbids that two things are one, however much alike their names are."""

from typing import Final

from clustergraph.resolving.members import Signature
from clustergraph.resolving.traits import ALPHABET, EMPLOYED_IN, FORM
from clustergraph.vocab import CG

__all__ = ["are_rivals", "differ"]

_OPEN_TO_DOUBT: Final = frozenset({ALPHABET, EMPLOYED_IN, FORM})
"""Dimensions in which one thing may be said to be two, as one who is employed twice."""
_RIVALS: Final = frozenset(
    frozenset(kinds)
    for kinds in (
        *((CG.Project, CG.Programme), (CG.Project, CG.Training), (CG.Project, CG.Event)),
        *((CG.Programme, CG.Event), (CG.Country, CG.Region), (CG.Country, CG.City)),
        *((CG.Country, CG.Venue), (CG.Region, CG.City), (CG.Region, CG.Venue)),
        (CG.City, CG.Venue),
    )
)
"""Kinds whose things are called after one another: the conference after its project."""


def differ(one: Signature, other: Signature) -> bool:
    """Tell whether the two can't be one thing.

    They differ by family, by the gazetteer, or in a dimension in which both say something and
    nothing agrees. What is silent in a dimension does not differ in it.
    """
    if one.family != other.family or one.named != other.named:
        return True
    if one.gazetteer and other.gazetteer:
        return one.gazetteer != other.gazetteer
    return bool(_contradictions(one, other) - _OPEN_TO_DOUBT)


def are_rivals(one: Signature, other: Signature) -> bool:
    """Tell whether the two are probably not one thing, unless a person finds that they are."""
    is_known = bool(one.gazetteer and other.gazetteer)
    is_of_rivals = frozenset({one.kind, other.kind}) in _RIVALS
    return not is_known and (is_of_rivals or bool(_contradictions(one, other)))


def _contradictions(one: Signature, other: Signature) -> frozenset[str]:
    theirs = dict(other.traits)
    return frozenset(
        dimension
        for dimension, values in one.traits
        if dimension in theirs and not set(values) & set(theirs[dimension])
    )
