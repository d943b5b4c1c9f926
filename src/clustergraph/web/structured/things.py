"""An entity as a node of schema.org: what is stated of it as a fact, and what it is called."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, Group, Relation
from clustergraph.operations.picturing.whereabouts import Spot
from clustergraph.operations.quote import Passage
from clustergraph.vocab import CG
from clustergraph.web.structured.node import Node, node, reference, shortened
from clustergraph.web.structured.properties import (
    DATES,
    WORDS,
    incoming_property,
    outgoing_property,
)
from clustergraph.web.structured.types import is_of, schema_type

__all__ = ["thing_node"]

Told = Iterator[tuple[str, object]]
"""Properties of schema.org with their values."""

_FACT: Final = "fact"
_SAME: Final = "exactMatch"
_MOST_NAMES: Final = 20
_PLACED: Final = frozenset({CG.startDate, CG.endDate, CG.locatedIn})
"""A training of which any of these is known was held; else it is a course that may be held."""
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def thing_node(description: Description, summary: str = "", spots: Iterable[Spot] = ()) -> Node:
    """Tell an entity; plans, what is no longer so and what sources dispute are left out.

    Args:
        description: what the graph says of it.
        summary: the same as one sentence.
        spots: where it lies.
    """
    type_ = _type(description)
    told: dict[str, list[object]] = {}
    for part in (_dates, _words, _outgoing, _incoming):
        for name, value in part(description, type_):
            told.setdefault(name, []).append(value)
    return node(
        type_,
        description.thing.iri,
        name=shortened(description.thing.label.text),
        alternateName=_other_names(description),
        description=shortened(summary),
        sameAs=[it.object for it in description.elsewhere if it.relation.endswith(_SAME)],
        geo=_coordinates(description, spots),
        subjectOf=[reference(document) for document in description.documents],
        **{name: values if len(values) > 1 else values[0] for name, values in told.items()},
    )


def _is_fact(passages: Iterable[Passage]) -> bool:
    """Tell whether some passage states it as a fact that still holds, or none need state it."""
    known = list(passages)
    return not known or any(_states(passage) for passage in known)


def _states(passage: Passage) -> bool:
    is_plan = passage.modality is not None and passage.modality.iri.local != _FACT
    return not (is_plan or passage.former or passage.is_disputed)


def _type(description: Description) -> str:
    said = {fact.property.iri for fact in description.facts}
    said |= {group.property.iri for group in description.relations}
    type_ = schema_type(description.thing.kind)
    return "Course" if type_ == "CourseInstance" and not said & _PLACED else type_


def _coordinates(description: Description, spots: Iterable[Spot]) -> Node | None:
    """Tell where a place itself lies; that a country's capital lies there says little of it."""
    here = (spot for spot in spots if spot.place == description.thing.iri)
    spot = next(here, None) if description.thing.kind != CG.Country else None
    if spot is None:
        return None
    return node("GeoCoordinates", "", latitude=spot.latitude, longitude=spot.longitude)


def _other_names(description: Description) -> list[str]:
    names = dict.fromkeys(name.text for name in description.names)
    names.pop(description.thing.label.text, None)
    return [shortened(name) for name in names][:_MOST_NAMES]


def _dates(description: Description, type_: str) -> Told:
    if not is_of(type_, ("Event",)):
        return
    disputed = {each.property.iri for each in description.disagreements}
    for fact in description.facts:
        name = DATES.get(fact.property.iri)
        is_told = name and fact.property.iri not in disputed and _is_fact(fact.passages)
        if name and is_told and _DATE.fullmatch(fact.value.text):
            yield name, fact.value.text


def _words(description: Description, type_: str) -> Told:
    if is_of(type_, ("Event", "Organization", "Course")):
        for fact in description.facts:
            if fact.property.iri in WORDS and _is_fact(fact.passages):
                yield WORDS[fact.property.iri], shortened(fact.value.text)


def _outgoing(description: Description, type_: str) -> Told:
    for property_, relation in _stated(description.relations):
        name = outgoing_property(property_, type_, schema_type(relation.other.kind))
        if name:
            yield name, reference(relation.other)


def _incoming(description: Description, type_: str) -> Told:
    for property_, relation in _stated(description.incoming):
        name = incoming_property(property_, type_, schema_type(relation.other.kind))
        if name:
            yield name, reference(relation.other)


def _stated(groups: Iterable[Group]) -> Iterator[tuple[Iri, Relation]]:
    for group in groups:
        for relation in group.relations:
            if _is_fact(relation.passages):
                yield group.property.iri, relation
