"""The types that flow from file to answer; standard library only, no RDF, no language."""

from clustergraph.model.concept import Concept
from clustergraph.model.document import HIDDEN, Document, Zone, ZoneKind, document_id
from clustergraph.model.fact import (
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Literal,
    Modality,
    Value,
)
from clustergraph.model.resolved import (
    MentionPlace,
    ResolvedEntity,
    ResolvedGraph,
    Statement,
    StatementEvidence,
    UnsurePair,
    Withheld,
)
from clustergraph.model.review import Review, ReviewStatus
from clustergraph.model.values import Iri, LangString, PartialDate, Span, YearlessDate

__all__ = [
    "HIDDEN",
    "Concept",
    "Document",
    "DocumentGraph",
    "Entity",
    "EntityId",
    "Evidence",
    "Fact",
    "Iri",
    "LangString",
    "Literal",
    "MentionPlace",
    "Modality",
    "PartialDate",
    "ResolvedEntity",
    "ResolvedGraph",
    "Review",
    "ReviewStatus",
    "Span",
    "Statement",
    "StatementEvidence",
    "UnsurePair",
    "Value",
    "Withheld",
    "YearlessDate",
    "Zone",
    "ZoneKind",
    "document_id",
]
