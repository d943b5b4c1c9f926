"""The decisions of people, as they were written down; how they are carried out lives elsewhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clustergraph.errors import CurationError
from clustergraph.model import Iri, Modality, Review

__all__ = [
    "Curation",
    "EntityDecision",
    "EntityVerdict",
    "Forgetting",
    "Identity",
    "IdentityDecision",
    "StatementDecision",
    "Verdict",
]


class Verdict(StrEnum):
    """What a person says of a statement of a document."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ADD = "add"
    DISPUTE = "dispute"


class EntityVerdict(StrEnum):
    """What a person does with an entity of a document."""

    ADD = "add"
    REJECT = "reject"
    CHANGE = "change"


class Identity(StrEnum):
    """Whether two names stand for one thing."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDecision:
    """A decision on a statement of one document, with the words that it rests on.

    ``subject`` and, for a relation, ``object`` are references to entities; ``role``, ``modality``,
    ``former`` and ``at_least`` say what the mapper did not, where they are given.
    """

    location: str
    verdict: Verdict
    document: str
    subject: str
    predicate: Iri
    object: str
    quote: str
    role: str
    modality: Modality | None
    former: bool
    at_least: bool
    review: Review

    @property
    def reading(self) -> tuple[str, ...]:
        """What it is about; two decisions on one reading must not contradict each other."""
        return self.document, self.subject, self.predicate, self.object, self.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityDecision:
    """A decision on an entity of one document.

    ``entity`` is a reference, or the label of an entity to add. ``kind`` is None where the class
    stays as it is. Names may end in ``@`` and a language; ``dropped_names`` are no names of it.
    ``quote`` mentions an added entity.
    """

    location: str
    verdict: EntityVerdict
    document: str
    entity: str
    kind: Iri | None
    names: tuple[str, ...]
    dropped_names: tuple[str, ...]
    named: bool
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDecision:
    """A decision on who is who: ``one`` is another name for ``other``, or surely another thing."""

    location: str
    identity: Identity
    kind: Iri | None
    one: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """A decision to keep an entity, or a document, out of this and every later build.

    ``why`` is told to everybody who asks for its address.
    """

    location: str
    iri: Iri
    by: str
    on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curation:
    """All decisions, in the order of the files; ``bad`` are the rows that can't be read."""

    statements: tuple[StatementDecision, ...] = ()
    entities: tuple[EntityDecision, ...] = ()
    identities: tuple[IdentityDecision, ...] = ()
    forgotten: tuple[Forgetting, ...] = ()
    bad: tuple[CurationError, ...] = ()
