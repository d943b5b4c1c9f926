"""How sure a rule really is: confidences corrected by what a gold showed, and what is sure enough.

A rule's own confidence orders its facts; what it is worth is measured. ``calibration.toml`` holds,
for all facts, for each relation and for each relation and kind of rule, how many were judged, how
many of them were right, and how sure the rules were on the average. Where few were judged, the
figures lean on those of the wider group. The file is made by ``evaluating.calibrate``.
"""

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Self

from clustergraph.mapping.kinds import WORTH_NOTING
from clustergraph.model import DocumentGraph, Entity, EntityId, Evidence, Fact, Iri

__all__ = ["Calibration", "Group", "Judged", "kind_of_rule", "load_calibration"]

_FILE: Final = Path(__file__).with_name("calibration.toml")
_ANY: Final = ""
_WEIGHT_OF_WIDER: Final = 8
"""So many judged facts of its own weigh as much as what the wider group says."""
_LEAST, _MOST = 0.01, 0.98
"""No rule is ever sure, and none quite worthless."""
_DIGITS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Facts of one relation and kind of rule; an empty word means any.

    ``confidence`` is the mean of what the rules themselves said.
    """

    relation: str = _ANY
    kind: str = _ANY
    judged: int
    right: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A fact that a gold confirmed or refused, with the confidence that its rule gave."""

    relation: str
    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What confidences are worth; ``threshold`` is the least with which a fact is published."""

    groups: Mapping[tuple[str, str], Group]
    threshold: float = 0.0

    @classmethod
    def of(cls, facts: Iterable[Judged], *, threshold: float = 0.0) -> Self:
        """Count judged facts, each in its group and in both wider ones."""
        members: dict[tuple[str, str], list[Judged]] = {}
        for fact in facts:
            for key in ((_ANY, _ANY), (fact.relation, _ANY), (fact.relation, fact.kind)):
                members.setdefault(key, []).append(fact)
        return cls(
            groups={key: _group(key, members[key]) for key in sorted(members)},
            threshold=threshold,
        )

    def worth(self, relation: str, kind: str, confidence: float) -> float:
        """Return what a confidence of this relation and kind of rule is worth.

        The group's precision and mean confidence, each leaning on the wider group, give a shift of
        the log-odds; the order of the facts of one group stays as the rule has it.
        """
        precision, mean = 0.5, 0.5
        for key in ((_ANY, _ANY), (relation, _ANY), (relation, kind)):
            if group := self.groups.get(key):
                weight = group.judged + _WEIGHT_OF_WIDER
                precision = (group.right + _WEIGHT_OF_WIDER * precision) / weight
                mean = (group.judged * group.confidence + _WEIGHT_OF_WIDER * mean) / weight
        odds = _log_odds(confidence) + _log_odds(precision) - _log_odds(mean)
        return round(min(max(1 / (1 + math.exp(-odds)), _LEAST), _MOST), _DIGITS)

    def correct(self, graph: DocumentGraph) -> DocumentGraph:
        """Return the graph with all confidences as what they are worth."""
        return replace(graph, facts=tuple(self._corrected(fact) for fact in graph.facts))

    def _corrected(self, fact: Fact) -> Fact:
        return replace(
            fact, evidence=tuple(self._weighed(fact.predicate, each) for each in fact.evidence)
        )

    def _weighed(self, predicate: Iri, evidence: Evidence) -> Evidence:
        kind = kind_of_rule(evidence.rule)
        return replace(evidence, confidence=self.worth(predicate.local, kind, evidence.confidence))

    def sure_part(self, graph: DocumentGraph) -> DocumentGraph:
        """Return what is sure enough to be published; places and such that are left bare go too."""
        facts = tuple(fact for fact in graph.facts if fact.confidence >= self.threshold)
        spoken_of = {end for fact in facts for end in _ends(fact)}
        entities = tuple(e for e in graph.entities if e.id in spoken_of or _stands_alone(e))
        return replace(graph, entities=entities, facts=facts)


@cache
def load_calibration() -> Calibration:
    """Read the figures that ship with the mappers."""
    content = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    groups = [Group(**row) for row in content["group"]]
    return Calibration(
        groups={(group.relation, group.kind): group for group in groups},
        threshold=content["threshold"],
    )


def kind_of_rule(rule: str) -> str:
    """Tell what kind of rule it is: all cues are one kind, in whatever language.

    >>> kind_of_rule("en.fundedBy.passive"), kind_of_rule("bg.partner list"), kind_of_rule("date")
    ('cue', 'cue list', 'date')
    """
    if "." not in rule:
        return rule
    return "cue list" if rule.endswith(" list") else "cue"


def _group(key: tuple[str, str], members: list[Judged]) -> Group:
    relation, kind = key
    return Group(
        relation=relation,
        kind=kind,
        judged=len(members),
        right=sum(fact.right for fact in members),
        confidence=round(sum(fact.confidence for fact in members) / len(members), _DIGITS),
    )


def _log_odds(probability: float) -> float:
    sure = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(sure / (1 - sure))


def _ends(fact: Fact) -> Iterator[EntityId]:
    yield fact.subject
    if isinstance(fact.object, EntityId):
        yield fact.object


def _stands_alone(entity: Entity) -> bool:
    return entity.named and entity.kind in WORTH_NOTING
