"""Judges single statements: right, missed or wrong, and where the way to them was lost."""

from collections.abc import Iterable, Mapping

from clustergraph.operations.scoring.alignment import Alignment
from clustergraph.operations.scoring.annotations import AnnotatedRelation, Annotation, Reading
from clustergraph.operations.scoring.judgements import ErrorClass, Judgement, Verdict
from clustergraph.operations.scoring.likeness import LITERALS
from clustergraph.operations.scoring.matching import Matches

__all__ = ["Judge"]

Ends = tuple[str, str]


class Judge:
    """Knows both sides of one document, once their entities and statements are matched."""

    def __init__(
        self, gold: Annotation, system: Annotation, alignment: Alignment, matches: Matches
    ) -> None:
        self._gold, self._system = gold, system
        self._known = alignment.known
        self._matches = matches
        self._found = set(alignment.known.values())
        self._right = {
            column for row, column in matches.pairs.items() if not gold.relations[row].optional
        }
        self._wanted = _Index(each.readings[0] for each in gold.relations)
        self._said = _Index(self._in_gold_ids(each.readings[0]) for each in matches.distinct)

    def of_missed(self, relation: AnnotatedRelation) -> Judgement:
        """Judge a statement of the gold that the system does not make."""
        reading = relation.readings[0]
        return Judgement(
            is_relation=True,
            verdict=Verdict.MISSED,
            what=reading.predicate,
            words=self._gold.statement(relation),
            error_class=self._why(reading, self._said, self._found),
            quote=_quote(relation),
            raw=relation.raw,
        )

    def of_said(self, position: int) -> Judgement:
        """Judge a statement of the system, by its position among the distinct ones."""
        relation = self._matches.distinct[position]
        verdict = self._verdict(position)
        reading = self._in_gold_ids(relation.readings[0])
        is_wrong = verdict is Verdict.WRONG
        return Judgement(
            is_relation=True,
            verdict=verdict,
            what=reading.predicate,
            words=self._system.statement(relation),
            error_class=self._why(reading, self._wanted, set(self._gold.entities))
            if is_wrong
            else ErrorClass.NONE,
            quote=_quote(relation),
            confidence=relation.raw.get("confidence"),
            raw=relation.raw,
        )

    def _verdict(self, position: int) -> Verdict:
        if position in self._right:
            return Verdict.RIGHT
        is_neutral = position in self._matches.neutral
        is_matched = position in self._matches.pairs.values()
        return Verdict.NEUTRAL if is_neutral or is_matched else Verdict.WRONG

    def _why(self, reading: Reading, others: "_Index", known: set[str]) -> ErrorClass:
        is_literal = reading.predicate in LITERALS
        if reading.subject not in known:
            return ErrorClass.SUBJECT
        if not is_literal and reading.value not in known:
            return ErrorClass.OBJECT
        if not is_literal and others.relate(reading.subject, reading.value):
            return ErrorClass.RELATION
        if others.say(reading.subject, reading.predicate):
            return ErrorClass.VALUE
        if others.say_of_another(reading.predicate, reading.value):
            return ErrorClass.ATTACHMENT
        return ErrorClass.STATEMENT

    def _in_gold_ids(self, reading: Reading) -> Reading:
        """Spell a statement of the system with the gold's ids, as far as they are known."""
        is_literal = reading.predicate in LITERALS
        value = str(reading.value) if is_literal else self._known.get(reading.value, "")
        return Reading(self._known.get(reading.subject, ""), reading.predicate, value)


class _Index:
    """The statements of one side, by what is asked of them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._related: set[Ends] = set()
        self._said: set[Ends] = set()
        self._values: set[Ends] = set()
        for reading in readings:
            self._related.add((reading.subject, str(reading.value)))
            self._said.add((reading.subject, reading.predicate))
            self._values.add((reading.predicate, str(reading.value)))

    def relate(self, subject: str, value: object) -> bool:
        """Tell whether any statement joins the two."""
        return (subject, str(value)) in self._related

    def say(self, subject: str, predicate: str) -> bool:
        """Tell whether the relation of the subject is stated, of whatever value."""
        return (subject, predicate) in self._said

    def say_of_another(self, predicate: str, value: object) -> bool:
        """Tell whether the value is stated in this relation of whatever subject."""
        return (predicate, str(value)) in self._values


def _quote(relation: AnnotatedRelation) -> str:
    evidence = relation.raw.get("evidence") or ""
    return str(evidence.get("quote", "") if isinstance(evidence, Mapping) else evidence)
