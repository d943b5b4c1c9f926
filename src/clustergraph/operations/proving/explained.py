"""What an explanation consists of: statements, steps and ways."""

from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describing.disagree import Claim
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.proving.objecting import Objection
from clustergraph.operations.quote import Passage

__all__ = ["Derivation", "Explanation", "Statement", "Step", "claim_of", "named", "said_by"]


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
    the numbers of the steps that it rests on. Else it is made, and ``passages`` carry it, the first
    ``MOST_PASSAGES`` of a ``total`` from so many ``documents``; what a thing is and is called has
    none. ``objections`` stand against it. ``written`` names the graphs into which people wrote it
    (see ``operations.written``).
    """

    number: int
    statement: Statement
    passages: tuple[Passage, ...] = ()
    total: int = 0
    documents: int = 0
    objections: tuple[Objection, ...] = ()
    written: tuple[str, ...] = ()
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


def claim_of(statement: Statement, passages: tuple[Passage, ...]) -> Claim:
    """Return a statement with the passages that carry it, to be held against others."""
    return Claim(
        subject=statement.subject,
        property=statement.predicate,
        value=statement.object,
        passages=passages,
    )


def named(labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text) -> Statement:
    """Return a statement with the names of its parts."""
    return Statement(
        subject=labels.thing(subject),
        predicate=labels.thing(predicate),
        object=labels.thing(value) if isinstance(value, Iri) else value,
    )


def said_by(passage: Passage) -> Statement:
    """Return the statement that a passage carries."""
    return Statement(subject=passage.subject, predicate=passage.predicate, object=passage.object)
