"""What forbids that two things are one, however much alike their names are."""

from clustergraph.resolving.members import Signature

__all__ = ["differ"]


def differ(one: Signature, other: Signature) -> bool:
    """Tell whether the two can't be one thing.

    They differ by family, by the gazetteer, or in a dimension in which both say something and
    nothing agrees. What is silent in a dimension does not differ in it.
    """
    if one.family != other.family or one.named != other.named:
        return True
    if one.gazetteer and other.gazetteer:
        return one.gazetteer != other.gazetteer
    theirs = dict(other.traits)
    return any(
        dimension in theirs and not set(values) & set(theirs[dimension])
        for dimension, values in one.traits
    )
