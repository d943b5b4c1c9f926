"""Where a thing belongs: the way that leads down to it, and the places where it lies."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clustergraph.operations.describing.describe import Description, Group
from clustergraph.operations.labels import Thing
from clustergraph.vocab import CG
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link

__all__ = ["crumbs", "places"]

_MOST_PLACES = 3


def crumbs(description: Description, linker: Linker, all_of_kind: str) -> tuple[Link, ...]:
    """Lead down to a thing: its class, then the whole that it is part of, or else its country.

    Args:
        description: of the thing.
        linker: makes the links.
        all_of_kind: the address of the list of its class, or an empty string.
    """
    if description.kind is None:
        return ()
    kind = replace(linker.titled(description.kind), href=all_of_kind)
    above = _only(description.relations, CG.partOf) or _country(description)
    return (kind, linker.link(above)) if above else (kind,)


def places(description: Description, linker: Linker) -> tuple[Link, ...]:
    """Link to the places where a thing is said to lie, and to the country that follows."""
    said = list(_others(description.relations, CG.locatedIn))[:_MOST_PLACES]
    country = _country(description)
    more = [country] if country and said and country not in said else []
    return tuple(linker.link(thing) for thing in (*said, *more))


def _country(description: Description) -> Thing | None:
    """Return the only country in which it lies; what lies in several belongs to none."""
    found = {
        *_others(description.relations, CG.locatedIn),
        *_others(description.consequences, CG.locatedInTransitive),
    }
    countries = [thing for thing in found if thing.kind == CG.Country]
    return countries[0] if len(countries) == 1 else None


def _only(groups: Iterable[Group], property_: str) -> Thing | None:
    found = list(_others(groups, property_))
    return found[0] if len(found) == 1 else None


def _others(groups: Iterable[Group], property_: str) -> Iterator[Thing]:
    for group in groups:
        if group.property.iri == property_:
            yield from (relation.other for relation in group.relations)
