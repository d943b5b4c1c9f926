"""Facts of documents to statements of the graph: each once, with all its passages.

An evidence IRI is hashed from document, offsets, predicate and the mentions of subject and object
(or the literal), so that no merge of entities ever renames a passage.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clustergraph.iris import evidence_iri
from clustergraph.model import (
    DocumentGraph,
    EntityId,
    Evidence,
    Fact,
    Iri,
    LangString,
    Literal,
    Span,
    Statement,
    StatementEvidence,
    Value,
)

__all__ = ["statements"]

Triple = tuple[Iri, Iri, Iri | Literal]
EntityIris = Mapping[tuple[str, EntityId], Iri]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """One passage of a fact, on its way to a statement."""

    document: str
    fact: Fact
    evidence: Evidence
    subject_mention: str
    object_mention: str

    @property
    def hashed(self) -> tuple[str, ...]:
        """What its IRI is made of."""
        span = self.evidence.span
        ends = (self.subject_mention, self.object_mention)
        return (self.document, str(span.start), str(span.end), self.fact.predicate, *ends)

    @property
    def hashed_with_ids(self) -> tuple[str, ...]:
        """What its IRI is made of where two statements would share one: the document's ids too."""
        return (*self.hashed, self.fact.subject, _spelled(self.fact.object))

    @property
    def place(self) -> tuple[str, Span]:
        """Where it stands; a statement has one evidence at each place."""
        return self.document, self.evidence.span

    @property
    def rank(self) -> tuple[bool, float, str, tuple[str, ...]]:
        """What readings of one passage are sorted by: what a person looked at, then the surest."""
        evidence = self.evidence
        return evidence.review is None, -evidence.confidence, evidence.rule, self.hashed_with_ids


def statements(graphs: Iterable[DocumentGraph], iris: EntityIris) -> tuple[Statement, ...]:
    """Return all statements, sorted, without those that a merge made a relation to itself."""
    passages = [passage for graph in graphs for passage in _passages(graph)]
    names = _evidence_iris(passages)
    found: dict[Triple, dict[tuple[str, Span], _Passage]] = defaultdict(dict)
    for passage in sorted(passages, key=lambda passage: passage.rank):
        found[_triple(passage, iris)].setdefault(passage.place, passage)
    return tuple(
        _statement(triple, [here[place] for place in sorted(here)], names)
        for triple, here in sorted(found.items(), key=lambda item: _sortable(item[0]))
        if triple[0] != triple[2]
    )


def _passages(graph: DocumentGraph) -> Iterator[_Passage]:
    first = {entity.id: entity.mentions[0] for entity in graph.entities}
    for fact in graph.facts:
        for evidence in fact.evidence:
            yield _Passage(
                document=graph.document.id,
                fact=fact,
                evidence=evidence,
                subject_mention=_offsets(evidence.subject or first[fact.subject]),
                object_mention=_object_mention(fact.object, evidence.object, first),
            )


def _object_mention(value: Value, mention: Span | None, first: Mapping[EntityId, Span]) -> str:
    return _offsets(mention or first[value]) if isinstance(value, EntityId) else _spelled(value)


def _offsets(span: Span) -> str:
    return f"{span.start}..{span.end}"


def _spelled(value: Value) -> str:
    return f"{value.text}@{value.language}" if isinstance(value, LangString) else str(value)


def _evidence_iris(passages: Iterable[_Passage]) -> dict[tuple[str, ...], Iri]:
    """Mint the IRIs; which share what is hashed is seen in each document, before any merge."""
    alike: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for passage in passages:
        alike[passage.hashed].add(passage.hashed_with_ids)
    return {
        full: evidence_iri(*(short if len(fulls) == 1 else full))
        for short, fulls in alike.items()
        for full in fulls
    }


def _triple(passage: _Passage, iris: EntityIris) -> Triple:
    fact, document = passage.fact, passage.document
    value = iris[document, fact.object] if isinstance(fact.object, EntityId) else fact.object
    return iris[document, fact.subject], fact.predicate, value


def _sortable(triple: Triple) -> tuple[str, str, str, str]:
    subject, predicate, value = triple
    text = value if isinstance(value, Iri) else _spelled(value)
    return subject, predicate, type(value).__name__, text


def _statement(
    triple: Triple, passages: Sequence[_Passage], names: Mapping[tuple[str, ...], Iri]
) -> Statement:
    subject, predicate, value = triple
    evidence = tuple(
        StatementEvidence(
            iri=names[passage.hashed_with_ids],
            document=passage.document,
            evidence=passage.evidence,
        )
        for passage in passages
    )
    return Statement(subject=subject, predicate=predicate, object=value, evidence=evidence)
