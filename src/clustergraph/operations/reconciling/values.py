"""What the graph says of a thing by one property, and which things it says something of."""

from collections.abc import Iterable

from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.schema import Property

__all__ = ["having", "having_text", "names_of", "values_of", "values_used"]


def values_of(
    opened: OpenVersion, thing: Iri, property_: Property, *, at_any_depth: bool = False
) -> list[Iri | Text]:
    """Return the values in a fixed order, with those of the wider property where that is asked.

    What lies in a city lies in its country too, at any depth.
    """
    read = [property_.iri]
    if at_any_depth and property_.wider:
        read.append(property_.wider)
    rows = (
        row
        for iri in read
        for row in consult(opened.graph, "values-of", entity=thing, property=iri)
    )
    return list(dict.fromkeys(row["value"] for row in rows))


def having(opened: OpenVersion, property_: Property, values: Iterable[Iri]) -> list[Iri]:
    """Return the things that have one of the values, at any depth, sorted."""
    by = property_.wider or property_.iri
    rows = (
        row for value in values for row in consult(opened.graph, "having", property=by, value=value)
    )
    return sorted({row.iri("entity") for row in rows})


def having_text(opened: OpenVersion, property_: Property, beginning: str) -> list[Iri]:
    """Return the things of which some date, number or text begins so, sorted."""
    rows = consult(opened.graph, "having-text", property=property_.iri, beginning=Text(beginning))
    return sorted({row.iri("entity") for row in rows})


def values_used(opened: OpenVersion, property_: Property) -> list[Iri]:
    """Return the things that are a value of it anywhere, sorted; a thousand at the most."""
    rows = consult(opened.graph, "values-used", property=property_.iri)
    return [row.iri("value") for row in rows]


def names_of(opened: OpenVersion, iri: Iri) -> list[str]:
    """Return all names of a thing; concepts that nobody searches for are not in the index."""
    if card := opened.names.card(iri):
        return [name.text for name in card.names]
    return [row.words("name") for row in consult(opened.graph, "names-of", entity=iri)]
