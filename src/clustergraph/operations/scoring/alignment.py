"""Which entity of a system is which of the gold's, one to one, and which only restate one.

Names come first. Then follow three rounds in which what is aligned helps to recognise the unnamed,
and trainings and events under another name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.operations.scoring.annotations import AnnotatedEntity, Annotation, Feature
from clustergraph.operations.scoring.assignment import best_pairs
from clustergraph.operations.scoring.likeness import (
    LITERALS,
    NAME_LEAST,
    literal_agreement,
    same_group,
    similarity,
)

__all__ = ["Alignment", "align", "type_credit"]

Matrix = list[list[float]]
"""Rows are the gold's entities, columns the system's."""

_GROUP_CREDIT: Final = 0.5
_GROUP_WEIGHT: Final = 0.9
_OPTIONAL_WEIGHT: Final = 0.95
_STRUCTURE_LEAST: Final = 0.42
_CONFLICT_COST: Final = 0.3
_ROUNDS: Final = 4
_VERY_NAME: Final = 100.0
_MOST_NAMESAKES: Final = 2
"""Who bears the very names of more gold entities than this is taken for none."""
_ALWAYS_BY_STRUCTURE: Final = frozenset({"Training", "Event"})
_DIMENSION: Final = {
    "locatedIn": "place",
    "startDate": "time",
    "endDate": "time",
    "sector": "sector",
    "partOf": "parent",
    "sequenceNumber": "number",
    "participantCount": "number",
    "moduleCount": "number",
    "organisedBy": "agent",
    "hostedBy": "agent",
}
_CONFLICTING: Final = frozenset({"place", "time", "sector", "number"})


@dataclass(frozen=True, slots=True)
class Alignment:
    """System id -> gold id: those that are aligned, and left-over ones that only restate a name."""

    aligned: Mapping[str, str]
    restated: Mapping[str, str]

    @property
    def known(self) -> Mapping[str, str]:
        """Both together."""
        return {**self.aligned, **self.restated}


def type_credit(gold: AnnotatedEntity, system: AnnotatedEntity) -> float:
    """Return 1 for an equal or accepted type, 0.5 for one of the same group, else 0."""
    if system.type in gold.types:
        return 1.0
    return _GROUP_CREDIT if same_group(gold.type, system.type) else 0.0


def align(gold: Annotation, system: Annotation) -> Alignment:
    """Align the entities of a system with the gold's."""
    golds, systems = list(gold.entities.values()), list(system.entities.values())
    credit = [[type_credit(g, s) for s in systems] for g in golds]
    names = [
        [_name(g, s, credit[i][j]) for j, s in enumerate(systems)] for i, g in enumerate(golds)
    ]
    _give_namesakes_their_own(credit, names)
    aligned: dict[str, str] = {}
    for turn in range(_ROUNDS if golds and systems else 0):
        judge = _Judge(gold, system, aligned, by_structure=turn > 0)
        weights = [
            [judge.weigh(g, s, names[i][j], credit[i][j]) for j, s in enumerate(systems)]
            for i, g in enumerate(golds)
        ]
        aligned = _by_system(best_pairs(weights), golds, systems)
    return Alignment(aligned, _restated(gold, systems, aligned))


def _name(gold: AnnotatedEntity, system: AnnotatedEntity, credit: float) -> float:
    """How alike the best of their names are; of other types only the very same name is seen."""
    if not credit:
        return _VERY_NAME * bool(set(gold.names) & set(system.names))
    return max((similarity(a, b) for a in gold.names for b in system.names), default=0.0)


def _give_namesakes_their_own(credit: Matrix, names: Matrix) -> None:
    """Who bears the very name of a gold entity is not taken for another; of many, for none."""
    for column in range(len(credit[0]) if credit else 0):
        namesakes = {row for row, line in enumerate(names) if line[column] == _VERY_NAME}
        if len(namesakes) > _MOST_NAMESAKES:
            allowed = set[int]()
        elif any(credit[row][column] for row in namesakes):
            allowed = namesakes
        else:
            continue
        for row in set(range(len(credit))) - allowed:
            credit[row][column] = 0.0


def _by_system(
    pairs: Mapping[int, int], golds: Sequence[AnnotatedEntity], systems: Sequence[AnnotatedEntity]
) -> dict[str, str]:
    return {systems[column].id: golds[row].id for row, column in pairs.items()}


@dataclass(frozen=True, slots=True)
class _Judge:
    """Weighs one gold entity against one of the system, by what is aligned so far."""

    gold: Annotation
    system: Annotation
    aligned: Mapping[str, str]
    by_structure: bool

    def weigh(
        self, gold: AnnotatedEntity, system: AnnotatedEntity, name: float, credit: float
    ) -> float:
        """Return how well they fit, 0 to 1."""
        if not credit:
            return 0.0
        fit = name / 100 if gold.named and name >= NAME_LEAST else 0.0
        if self.by_structure and (not gold.named or gold.type in _ALWAYS_BY_STRUCTURE):
            fit = max(fit, self._structure(gold.id, system.id, name))
        of_type = 1.0 if credit == 1 else _GROUP_WEIGHT
        return fit * of_type * (_OPTIONAL_WEIGHT if gold.optional else 1.0)

    def _structure(self, gold_id: str, system_id: str, name: float) -> float:
        """How well name and identifying relations fit together; 0 where that is too little."""
        theirs = self.gold.features_of(gold_id)
        mine = {
            (feature.predicate, feature.value) for feature in self.system.features_of(system_id)
        }
        hits = {each for each in mine if any(self._is_said(each, feature) for feature in theirs)}
        needed = max(len(hits), sum(feature.required for feature in theirs))
        dice = 2 * len(hits) / (needed + len(mine) or 1)
        agreed = {_DIMENSION[predicate] for predicate, _ in hits}
        known = {_DIMENSION[feature.predicate] for feature in theirs}
        said = {_DIMENSION[predicate] for predicate, _ in mine}
        conflicts = len((known & said & _CONFLICTING) - agreed)
        fit = (name / 100 + dice) / 2 - _CONFLICT_COST * conflicts
        return fit if fit >= _STRUCTURE_LEAST and (hits or name >= NAME_LEAST) else 0.0

    def _is_said(self, said: tuple[str, object], feature: Feature) -> bool:
        predicate, value = said
        if predicate != feature.predicate:
            return False
        if predicate in LITERALS:
            return literal_agreement(predicate, feature.value, value) > 0
        return bool(feature.value == self.aligned.get(str(value)))


def _restated(
    gold: Annotation, systems: Sequence[AnnotatedEntity], aligned: Mapping[str, str]
) -> dict[str, str]:
    """Left-over entities that bear the very name of one or two aligned gold entities."""
    taken = [gold.entities[id_] for id_ in aligned.values()]
    restated: dict[str, str] = {}
    for system in (system for system in systems if system.id not in aligned):
        same = [each for each in taken if set(each.names) & set(system.names)]
        if 0 < len(same) <= _MOST_NAMESAKES:
            for each in same:
                if type_credit(each, system):
                    restated[system.id] = each.id
    return restated
