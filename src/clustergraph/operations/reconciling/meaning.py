"""What the values of a condition mean: the things themselves, where values are things.

How well they agree with a candidate's is judged in ``matching``.
"""

from dataclasses import replace

from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.look_up.certain import certain
from clustergraph.operations.reconciling.asking import (
    Condition,
    Reference,
    Wanted,
    identifier_in,
    text_in,
)
from clustergraph.operations.reconciling.finding import things_called
from clustergraph.operations.reconciling.identifiers import identified
from clustergraph.operations.reconciling.schema import Property, Takes

__all__ = ["meant"]


def meant(opened: OpenVersion, condition: Condition) -> Condition:
    """Put things in the place of their names and identifiers, where the values are things."""
    property_ = condition.property
    if property_ is None or property_.takes is Takes.IDENTIFIER:
        return condition
    read = _thing_meant if property_.takes is Takes.THING else _text_meant
    return replace(
        condition, values=tuple(read(opened, property_, each) for each in condition.values)
    )


def _text_meant(_: OpenVersion, __: Property, wanted: Wanted) -> Wanted:
    return text_in(wanted) if isinstance(wanted, Reference) else wanted


def _thing_meant(opened: OpenVersion, property_: Property, wanted: Wanted) -> Wanted:
    """Return what a value surely means; else it is compared as a name."""
    text = identifier_in(wanted)
    identity = identified(opened, text)
    if identity and identity.iri:
        return Reference(identity.iri, text)
    if isinstance(wanted, Reference):
        return wanted
    found = certain(things_called(opened, property_, text))
    return Reference(found.card.iri, text) if found else wanted
