"""Tell why a statement holds: the passages that make it, or the rules and statements it rests on.

How a statement follows is found in ``prove``; here its steps get their numbers, names and quotes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from clustergraph.errors import DoesNotHold
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.ontology_guide.rulebook import all_rules
from clustergraph.operations.proving.prove import Inference, Proof, prove
from clustergraph.operations.quote import Passage, passage, passages_for
from clustergraph.rdf.prefixes import shorten
from clustergraph.store.graph import GraphStore, Term

__all__ = ["SHOWN_WAYS", "Derivation", "Explanation", "Statement", "Step", "why"]

SHOWN_WAYS: Final = 5
"""How many ways an explanation holds; it always says how many there are."""
_VALUE: Final = re.compile(r"\{\?(\w+)\}")
_NOBODY: Final = "no document says so, and no rule gives it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement, its parts named."""

    subject: Thing
    predicate: Thing
    object: Thing | Text

    def __str__(self) -> str:
        value = self.object.label.text if isinstance(self.object, Thing) else self.object.text
        return f"“{self.subject.label.text}” – {self.predicate.label.text} – “{value}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One statement on the way.

    Where a rule gives it, ``rule`` is that rule's name, ``sentence`` what it says and ``because``
    the numbers of the steps that it rests on. Else it is made, and ``passages`` carry it; what a
    thing is and is called has none.
    """

    number: int
    statement: Statement
    passages: tuple[Passage, ...] = ()
    rule: str = ""
    sentence: str = ""
    because: tuple[int, ...] = ()

    @property
    def is_made(self) -> bool:
        """Whether it rests on no other step."""
        return not self.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One way in which the statement holds: the first step is the statement itself."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a statement holds: its ways, the shortest first; ``total`` counts those left out too."""

    statement: Statement
    ways: tuple[Derivation, ...]
    total: int

    def as_plain(self) -> dict[str, object]:
        """Return it as plain values, for JSON."""
        return {
            "statement": _plain_statement(self.statement),
            "total": self.total,
            "ways": [{"steps": [_plain_step(step) for step in way.steps]} for way in self.ways],
        }


def why(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> Explanation:
    """Explain a statement.

    Raises:
        DoesNotHold: when it is not in the graph; a person who rejected it is named.
        RuleError: when a file of the rules is no rule.
    """
    statement = _named(labels, subject, predicate, value)
    proofs = prove(graph, _triple(subject, predicate, value), all_rules())
    if not proofs:
        raise DoesNotHold(str(statement), _reason(graph, labels, subject, predicate, value))
    ways = tuple(_derivation(graph, labels, proof) for proof in proofs[:SHOWN_WAYS])
    return Explanation(statement=statement, ways=ways, total=len(proofs))


def _reason(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> str:
    """Say why it does not hold: nobody says so, or a person found that the words don't."""
    rows = consult(graph, "rejected", subject=subject, predicate=predicate, object=value)
    rejected = [passage(graph, labels, row.iri("evidence")) for row in rows]
    return " ".join(_refusal(each) for each in rejected) or _NOBODY


def _refusal(passage: Passage) -> str:
    note = f", because: {passage.review_note.rstrip('.')}" if passage.review_note else ""
    return (
        f"{passage.reviewed_by or 'a person'} rejected it on {passage.reviewed_on}{note} "
        f"(the words were “{passage.quote.text}”)."
    )


# -- The steps -------------------------------------------------------------------------------------


def _derivation(graph: GraphStore, labels: Labels, proof: Proof) -> Derivation:
    numbers = {statement: number for number, statement in enumerate(proof.steps, start=1)}
    return Derivation(
        steps=tuple(
            _step(graph, labels, statement, way, numbers) for statement, way in proof.steps.items()
        )
    )


def _step(
    graph: GraphStore,
    labels: Labels,
    triple: Triple,
    way: Inference | None,
    numbers: Mapping[Triple, int],
) -> Step:
    parts = Iri(str(triple.subject)[1:-1]), Iri(triple.predicate.value), _plain(triple.object)
    statement = _named(labels, *parts)
    if way is None:
        passages = passages_for(graph, labels, *parts)
        return Step(number=numbers[triple], statement=statement, passages=passages)
    return Step(
        number=numbers[triple],
        statement=statement,
        rule=way.rule.name,
        sentence=_sentence(labels, way),
        because=tuple(numbers[premise] for premise in way.premises),
    )


def _sentence(labels: Labels, way: Inference) -> str:
    """Fill the values of a rule's variables into its sentence."""

    def named(found: re.Match[str]) -> str:
        value = _plain(way.values[found[1]])
        return labels.thing(value).label.text if isinstance(value, Iri) else value.text

    return _VALUE.sub(named, way.rule.sentence)


def _named(labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text) -> Statement:
    return Statement(
        subject=labels.thing(subject),
        predicate=labels.thing(predicate),
        object=labels.thing(value) if isinstance(value, Iri) else value,
    )


def _triple(subject: Iri, predicate: Iri, value: Iri | Text) -> Triple:
    ends = NamedNode(subject), NamedNode(predicate)
    if isinstance(value, Iri):
        return Triple(*ends, NamedNode(value))
    if value.language:
        return Triple(*ends, Literal(value.text, language=value.language))
    return Triple(*ends, Literal(value.text, datatype=NamedNode(value.datatype)))


def _plain(term: Term) -> Iri | Text:
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, Literal):
        return Text(term.value, term.language or "", Iri(term.datatype.value))
    message = f"{term} is neither an IRI nor a literal"
    raise TypeError(message)


# -- Plain values ----------------------------------------------------------------------------------


def _plain_step(step: Step) -> dict[str, object]:
    plain = {"number": step.number, **_plain_statement(step.statement)}
    if step.is_made:
        return {**plain, "evidence": [_plain_passage(each) for each in step.passages]}
    return {**plain, "rule": step.rule, "says": step.sentence, "because": list(step.because)}


def _plain_statement(statement: Statement) -> dict[str, object]:
    return {
        "subject": _plain_value(statement.subject),
        "predicate": _plain_value(statement.predicate),
        "object": _plain_value(statement.object),
    }


def _plain_value(value: Thing | Text) -> dict[str, str]:
    if isinstance(value, Thing):
        return {"iri": value.iri, "label": value.label.text, "language": value.label.language}
    return {"text": value.text, "language": value.language, "datatype": shorten(value.datatype)}


def _plain_passage(passage: Passage) -> dict[str, object]:
    return dict(_details(passage))


def _details(passage: Passage) -> Iterator[tuple[str, object]]:
    """Yield what a passage says of itself, by the names that the lookup API has for it."""
    yield "iri", passage.iri
    yield "document", passage.document.iri
    yield "title", passage.document.label.text
    yield "quote", passage.quote.text
    yield "language", passage.quote.language
    yield "start", passage.start
    yield "end", passage.end
    yield "modality", passage.modality.iri.local if passage.modality else "fact"
    yield "former", passage.former
    yield "at_least", passage.at_least
    yield "status", passage.status.iri.local if passage.status else "machine"
    yield "reviewed_by", passage.reviewed_by
    yield "reviewed_on", passage.reviewed_on
    yield "review_note", passage.review_note
