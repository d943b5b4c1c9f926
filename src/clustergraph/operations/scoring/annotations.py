"""What a document says, by the gold or by a system, read from the gold's JSON shape."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from clustergraph.operations.scoring.likeness import LITERALS, normalise

__all__ = [
    "AnnotatedEntity",
    "AnnotatedRelation",
    "Annotation",
    "Feature",
    "Reading",
    "parse_annotation",
]

IDENTIFYING: Final = frozenset(
    {
        *("locatedIn", "startDate", "endDate", "sector", "partOf"),
        *("sequenceNumber", "participantCount", "moduleCount", "organisedBy", "hostedBy"),
    }
)
"""The relations that tell unnamed things apart."""


@dataclass(frozen=True, slots=True)
class AnnotatedEntity:
    """An entity: ``types`` holds its type and what else is accepted, ``names`` are normalised."""

    id: str
    type: str
    types: frozenset[str]
    names: tuple[str, ...]
    named: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to state a relation; ``value`` is an entity's id or a literal."""

    subject: str
    predicate: str
    value: Any


@dataclass(frozen=True, slots=True)
class AnnotatedRelation:
    """A relation: the preferred reading, then others that the gold accepts, and the JSON itself."""

    readings: tuple[Reading, ...]
    optional: bool
    raw: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that identifies an entity; required where a gold relation says it first of all."""

    predicate: str
    value: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that one side says of one document."""

    entities: Mapping[str, AnnotatedEntity] = field(default_factory=dict)
    relations: tuple[AnnotatedRelation, ...] = ()
    features: Mapping[str, tuple[Feature, ...]] = field(default_factory=dict)

    def features_of(self, id_: str) -> tuple[Feature, ...]:
        """Return what identifies the entity."""
        return self.features.get(id_, ())

    def describe(self, id_: object) -> str:
        """Name an entity in a list of errors."""
        entity = self.entities.get(str(id_))
        if entity is None:
            return f"<unknown id {id_}>"
        return f"{entity.type} {entity.names[0] if entity.names else '?'!r}"

    def statement(self, relation: AnnotatedRelation) -> str:
        """Spell a relation in a list of errors."""
        raw = relation.raw
        target = raw.get("v") if raw["p"] in LITERALS else self.describe(raw.get("o"))
        return f"{self.describe(raw['s'])} --{raw['p']}--> {target}"


def parse_annotation(raw: Mapping[str, Any]) -> Annotation:
    """Read an annotation; an empty mapping says nothing."""
    entities = [_entity(each) for each in raw.get("entities", ())]
    relations = tuple(_relation(each) for each in raw.get("relations", ()))
    features: dict[str, list[Feature]] = defaultdict(list)
    for relation in relations:
        for subject, feature in _features(relation):
            features[subject].append(feature)
    return Annotation(
        entities={entity.id: entity for entity in entities},
        relations=relations,
        features={subject: tuple(each) for subject, each in features.items()},
    )


def _entity(raw: Mapping[str, Any]) -> AnnotatedEntity:
    names = (normalise(name) for name in raw.get("names") or ())
    return AnnotatedEntity(
        id=str(raw["id"]),
        type=raw["type"],
        types=frozenset({raw["type"], *raw.get("altTypes", ())}),
        names=tuple(name for name in names if name),
        named=raw.get("named", True),
        optional=raw.get("optional", False),
    )


def _relation(raw: Mapping[str, Any]) -> AnnotatedRelation:
    variants = [raw, *({**raw, **variant} for variant in raw.get("accept", ()))]
    readings = tuple(_reading(variant) for variant in variants)
    return AnnotatedRelation(readings=readings, optional=raw.get("optional", False), raw=raw)


def _reading(raw: Mapping[str, Any]) -> Reading:
    value = raw.get("v") if raw["p"] in LITERALS else str(raw.get("o"))
    return Reading(str(raw["s"]), raw["p"], value)


def _features(relation: AnnotatedRelation) -> Iterator[tuple[str, Feature]]:
    for position, reading in enumerate(relation.readings):
        if reading.predicate in IDENTIFYING:
            required = position == 0 and not relation.optional
            yield reading.subject, Feature(reading.predicate, reading.value, required)
