"""Tell why a statement holds: the passages that make it, or the rules and statements it rests on.

How a statement follows is found in ``prove``, what stands against it in ``objecting``; here its
steps get their numbers, names and quotes.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from pyoxigraph import NamedNode, Triple

from clustergraph.errors import DoesNotHold
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult, term_of, value_of
from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.rulebook import all_rules
from clustergraph.operations.proving.explained import (
    Derivation,
    Explanation,
    Step,
    claim_of,
    named,
)
from clustergraph.operations.proving.objecting import objections, rejected_passages
from clustergraph.operations.proving.prove import Inference, Proof, prove
from clustergraph.operations.quote import Passage, passages_for
from clustergraph.operations.written import written_in
from clustergraph.store.graph import GraphStore

__all__ = ["SHOWN_WAYS", "why"]

SHOWN_WAYS: Final = 5
"""How many ways an explanation holds; it always says how many there are."""
_VALUE: Final = re.compile(r"\{\?(\w+)\}")
_PARTS: Final = ("subject", "predicate", "object")
_NOBODY: Final = "no document says so, and no rule gives it."


def why(
    graph: GraphStore,
    labels: Labels,
    subject: Iri,
    predicate: Iri,
    value: Iri | Text,
    *,
    say: Callable[[str], str] = str,
) -> Explanation:
    """Explain a statement; ``say`` translates what a rule says, in which ``{?name}`` is a value.

    Raises:
        DoesNotHold: when it is not in the graph; a person who rejected it is named.
        RuleError: when a file of the rules is no rule.
    """
    statement = named(labels, subject, predicate, value)
    proofs = prove(graph, _triple(subject, predicate, value), all_rules())
    if not proofs:
        raise DoesNotHold(str(statement), _reason(graph, labels, subject, predicate, value))
    teller = _Teller(graph, labels, say)
    ways = tuple(map(teller.derivation, proofs[:SHOWN_WAYS]))
    return Explanation(statement=statement, ways=ways, total=len(proofs))


def _reason(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> str:
    """Say why it does not hold: nobody says so, or a person found that the words don't."""
    rejected = rejected_passages(graph, labels, subject, predicate, value)
    return " ".join(_refusal(each) for each in rejected) or _NOBODY


def _refusal(passage: Passage) -> str:
    note = f", because: {passage.review_note.rstrip('.')}" if passage.review_note else ""
    return (
        f"{passage.reviewed_by or 'a person'} rejected it on {passage.reviewed_on}{note} "
        f"(the words were “{passage.quote.text}”)."
    )


# -- The steps -------------------------------------------------------------------------------------


class _Teller:
    """Tells the steps of an explanation, each with its number, names and quotes."""

    def __init__(self, graph: GraphStore, labels: Labels, say: Callable[[str], str]) -> None:
        self._graph = graph
        self._labels = labels
        self._say = say

    def derivation(self, proof: Proof) -> Derivation:
        """Tell one way."""
        numbers = {statement: number for number, statement in enumerate(proof.steps, start=1)}
        steps = (self._step(triple, way, numbers) for triple, way in proof.steps.items())
        return Derivation(steps=tuple(steps))

    def _step(self, triple: Triple, way: Inference | None, numbers: Mapping[Triple, int]) -> Step:
        subject = Iri(str(triple.subject)[1:-1])
        parts = subject, Iri(triple.predicate.value), value_of(triple.object)
        if way is None:
            return self._made(numbers[triple], parts)
        return Step(
            number=numbers[triple],
            statement=named(self._labels, *parts),
            rule=way.rule.name,
            sentence=self._sentence(way),
            because=tuple(numbers[premise] for premise in way.premises),
        )

    def _made(self, number: int, parts: tuple[Iri, Iri, Iri | Text]) -> Step:
        """Tell a statement that is made, with all that is said for it and against it."""
        graph, labels = self._graph, self._labels
        statement = named(labels, *parts)
        claim = claim_of(statement, passages_for(graph, labels, *parts))
        counted = consult(graph, "sources-counted", **dict(zip(_PARTS, parts, strict=True)))
        return Step(
            number=number,
            statement=statement,
            passages=claim.passages,
            total=sum(row.number("passages") for row in counted),
            documents=sum(row.number("documents") for row in counted),
            objections=objections(graph, labels, claim),
            written=written_in(graph, *parts),
        )

    def _sentence(self, way: Inference) -> str:
        """Fill the values of a rule's variables into its sentence."""

        def named(found: re.Match[str]) -> str:
            value = value_of(way.values[found[1]])
            return self._labels.thing(value).label.text if isinstance(value, Iri) else value.text

        return _VALUE.sub(named, self._say(way.rule.sentence))


def _triple(subject: Iri, predicate: Iri, value: Iri | Text) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), term_of(value))
