"""The graph of all documents: entities with IRIs, each statement once, with all its evidence."""

from dataclasses import dataclass

from clustergraph.model.document import Document
from clustergraph.model.fact import Evidence, Literal
from clustergraph.model.values import Iri, LangString, Span

__all__ = [
    "MentionPlace",
    "ResolvedEntity",
    "ResolvedGraph",
    "Statement",
    "StatementEvidence",
    "UnsurePair",
    "Withheld",
]


@dataclass(frozen=True, slots=True, order=True)
class MentionPlace:
    """Where an entity is mentioned: a document's id and a span of its text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedEntity:
    """Something that one or several documents speak of.

    ``labels`` holds one name a language (``skos:prefLabel``), ``alternatives`` all other forms.
    ``mentions`` are sorted. ``gazetteer`` is the gazetteer's key, or empty.
    """

    iri: Iri
    kind: Iri
    labels: tuple[LangString, ...]
    alternatives: tuple[LangString, ...] = ()
    named: bool = True
    mentions: tuple[MentionPlace, ...]
    gazetteer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEvidence:
    """One passage of one document that carries a statement.

    Its IRI is hashed from document, offsets, predicate and the mention spans (or the literal) of
    subject and object; never from an entity's IRI, so that a merge renames no evidence.
    """

    iri: Iri
    document: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement, once, with its passages sorted by document and offset."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal
    evidence: tuple[StatementEvidence, ...]

    @property
    def is_asserted(self) -> bool:
        """Whether it holds: some passage of it was not rejected by a person."""
        return not all(passage.evidence.is_rejected for passage in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsurePair:
    """Two entities that may be one, and what speaks for it."""

    one: Iri
    other: Iri
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """An address that a person asked to be forgotten, or that spells the name of such a thing.

    ``why`` is told to everybody who asks for it; ``replaced_by`` is where the thing is found now,
    if it is not the one forgotten.
    """

    iri: Iri
    why: str = ""
    replaced_by: Iri | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedGraph:
    """Everything that the documents say, sorted by IRI.

    ``redirects`` are IRIs that were merged, each with the one that replaces it; ``gone`` are
    registered IRIs that no document supports; ``unsure`` are pairs that a person should look at;
    ``withheld`` are addresses that are told beside the graph and never in it.
    """

    documents: tuple[Document, ...]
    entities: tuple[ResolvedEntity, ...]
    statements: tuple[Statement, ...]
    redirects: tuple[tuple[Iri, Iri], ...] = ()
    gone: tuple[Iri, ...] = ()
    unsure: tuple[UnsurePair, ...] = ()
    withheld: tuple[Withheld, ...] = ()
