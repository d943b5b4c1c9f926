"""Which relation of a system states which of the gold's, once the entities are aligned."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from clustergraph.operations.scoring.annotations import AnnotatedRelation, Annotation, Reading
from clustergraph.operations.scoring.assignment import best_pairs
from clustergraph.operations.scoring.likeness import DATES, LITERALS, literal_agreement, normalise

__all__ = ["Matches", "evidence_is_valid", "match_relations"]

_ACCEPTED_WEIGHT: Final = 0.9
_OPTIONAL_WEIGHT: Final = 0.4
_LONGEST_QUOTE: Final = 600
_ISO_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Matches:
    """The distinct relations of a system, and what they state.

    ``pairs`` leads from positions in the gold to positions in ``distinct``; ``neutral`` are
    positions in ``distinct`` that are neither right nor wrong.
    """

    distinct: tuple[AnnotatedRelation, ...]
    pairs: Mapping[int, int]
    neutral: frozenset[int]


def match_relations(gold: Annotation, system: Annotation, known: Mapping[str, str]) -> Matches:
    """Match the relations; ``known`` leads from a system's entity to the gold's."""
    distinct: dict[Reading, AnnotatedRelation] = {}
    for relation in system.relations:
        distinct.setdefault(_in_gold_ids(relation.readings[0], known), relation)
    weights, preferred = _weigh(gold.relations, list(distinct))
    pairs = best_pairs(weights)
    optional = {row for row, relation in enumerate(gold.relations) if relation.optional}
    free = set(range(len(distinct))) - set(pairs.values())
    neutral = {column for row, column in pairs.items() if row in optional}
    for column in free:
        rows = [row for row, line in enumerate(weights) if line[column]]
        if any(row in optional or _is_restated(row, column, pairs, preferred) for row in rows):
            neutral.add(column)
    return Matches(tuple(distinct.values()), pairs, frozenset(neutral))


def _is_restated(
    row: int, column: int, pairs: Mapping[int, int], preferred: Sequence[Sequence[bool]]
) -> bool:
    """Whether one of the two is another reading of the gold relation than the preferred one."""
    return not preferred[row][column] or (row in pairs and not preferred[row][pairs[row]])


def _in_gold_ids(reading: Reading, known: Mapping[str, str]) -> Reading:
    """Spell a system's relation with the gold's ids, so that what says the same is equal."""
    if reading.predicate in DATES:
        value: str = str(reading.value)[:_ISO_LENGTH]
    elif reading.predicate in LITERALS:
        value = normalise(reading.value)
    else:
        value = known.get(reading.value, f"sys:{reading.value}")
    subject = known.get(reading.subject, f"sys:{reading.subject}")
    return Reading(subject, reading.predicate, value)


def _weigh(
    gold: Sequence[AnnotatedRelation], distinct: Sequence[Reading]
) -> tuple[list[list[float]], list[list[bool]]]:
    """Weigh each gold relation against each of the system; say where the preferred reading fits."""
    weights = [[0.0] * len(distinct) for _ in gold]
    preferred = [[False] * len(distinct) for _ in gold]
    index: dict[tuple[str, str], list[tuple[int, int, Any]]] = defaultdict(list)
    for row, relation in enumerate(gold):
        for position, reading in enumerate(relation.readings):
            index[reading.subject, reading.predicate].append((row, position, reading.value))
    for column, said in enumerate(distinct):
        for row, position, wanted in index.get((said.subject, said.predicate), ()):
            degree = _degree(said, wanted)
            weight = 1.0 if position == 0 else _ACCEPTED_WEIGHT
            weight *= _OPTIONAL_WEIGHT if gold[row].optional else 1.0
            weights[row][column] = max(weights[row][column], degree * weight)
            preferred[row][column] |= position == 0 and degree > 0
    return weights, preferred


def _degree(said: Reading, wanted: object) -> float:
    if said.predicate in LITERALS:
        return literal_agreement(said.predicate, wanted, said.value)
    return float(wanted == said.value)


def evidence_is_valid(evidence: object, text: str) -> bool:
    """Tell whether the text holds the quote at its offsets; a bare string need only occur."""
    quote, start, end = _quoted(evidence, text)
    are_offsets = all(isinstance(offset, int) and offset >= 0 for offset in (start, end))
    return (
        bool(quote.strip())
        and len(quote) <= _LONGEST_QUOTE
        and are_offsets
        and text[start:end] == quote
    )


def _quoted(evidence: object, text: str) -> tuple[str, Any, Any]:
    if isinstance(evidence, Mapping):
        return str(evidence.get("quote") or ""), evidence.get("start"), evidence.get("end")
    quote = str(evidence or "")
    start = text.find(quote)
    return quote, start, start + len(quote)
