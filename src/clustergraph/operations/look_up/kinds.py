"""The classes that can be asked for, with all below them."""

from itertools import chain

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["KINDS", "kinds_named"]

KINDS = {
    kind.local: kind
    for kind in sorted(
        {*SUPERCLASSES, *chain(*SUPERCLASSES.values()), CG.Document, CG.Sector, CG.Topic}
    )
}
"""The classes that can be asked for, by their names."""


def kinds_named(name: str) -> frozenset[Iri]:
    """Return the class of that name and all below it.

    >>> sorted(kind.local for kind in kinds_named("Agent"))
    ['Agent', 'Cluster', 'Organisation', 'Person']

    Raises:
        InvalidParameter: when there is no such class.
    """
    if name not in KINDS:
        raise InvalidParameter("type", name, f"one of {', '.join(KINDS)}")
    return frozenset(kind for kind in KINDS.values() if KINDS[name] in _with_superclasses(kind))


def _with_superclasses(kind: Iri) -> frozenset[Iri]:
    above = (_with_superclasses(general) for general in SUPERCLASSES.get(kind, ()))
    return frozenset({kind}).union(*above)
