"""The classes that can be asked for, with all below them, and how much there is of each."""

from collections.abc import Mapping
from itertools import chain

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["KINDS", "count_by_class", "kinds_named"]

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


def count_by_class(names: NameIndex) -> Mapping[Iri, int]:
    """Count the things of each class, those of the classes below it with it: what its list holds.

    A class of which there is nothing is left out.
    """
    counts = dict(names.facets(wanted=("cls",))["cls"])
    totals = {
        kind: sum(counts.get(each, 0) for each in kinds_named(kind.local))
        for kind in KINDS.values()
    }
    return {kind: total for kind, total in totals.items() if total}
