"""Quote the documents: the passages that carry a statement, or that stand in a document."""

from dataclasses import dataclass
from itertools import islice

from clustergraph.errors import NotFound
from clustergraph.iris import concept_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import INTEGER, Row, Text, consult
from clustergraph.operations.glance import evidence_of, passage_row
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.written import written_in
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = [
    "DISPUTED",
    "MOST_PASSAGES",
    "REJECTED",
    "Passage",
    "on_one_line",
    "passage",
    "passages_for",
    "passages_in",
]

REJECTED = concept_iri("review-status", "rejected")
MOST_PASSAGES = 20
"""How many passages of a statement are given at the most."""
_MOST_COMPARED = 500
"""Of how many passages those are the first: some ten milliseconds."""
DISPUTED = concept_iri("review-status", "disputed")
_LONGEST_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote and the statement that it carries. Offsets are code points of the document's text.

    ``reviewed_by``, ``reviewed_on`` and ``review_note`` say who decided on it, when and why; they
    are empty where no person did. ``written`` names the graphs into which people wrote the passage
    itself (see ``operations.written``); there are none where a build read it.
    """

    iri: Iri
    subject: Thing
    predicate: Thing
    object: Thing | Text
    document: Thing
    quote: Text
    start: int
    end: int
    confidence: str
    modality: Thing | None
    status: Thing | None
    rule: str
    role: Text | None
    former: bool
    at_least: bool
    reviewed_by: str
    reviewed_on: str
    review_note: str
    written: tuple[str, ...]

    @property
    def is_rejected(self) -> bool:
        """Whether a person found that it does not carry the statement."""
        return self.status is not None and self.status.iri == REJECTED

    @property
    def is_disputed(self) -> bool:
        """Whether people disagree on whether it carries the statement."""
        return self.status is not None and self.status.iri == DISPUTED


def passages_for(
    graph: GraphStore, labels: Labels, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[Passage, ...]:
    """Return the passages that carry the statement, by document and place, 20 at most.

    Those that a person rejected do not carry it. Where very many speak of it, those are the first
    of some of them.
    """
    about = islice(evidence_of(graph, subject, predicate, value), _MOST_COMPARED)
    rows = [row for iri in about if (row := passage_row(graph, iri)) and _carries(row)]
    return tuple(_passage(graph, row, labels) for row in sorted(rows, key=_spot)[:MOST_PASSAGES])


def passages_in(
    graph: GraphStore, labels: Labels, document: Iri, start: int, end: int
) -> list[Passage]:
    """Return the passages that begin in a stretch of a document, by place, 2,000 at most.

    Rejected ones are among them.

    Args:
        graph: the version's store.
        labels: for a reader's language.
        document: its IRI.
        start: the first character of the stretch.
        end: the first character after it.
    """
    bounds = {"from": _integer(start), "to": _integer(end)}
    found = consult(graph, "passages-in", document=document, **bounds)
    rows = [row for each in found if (row := passage_row(graph, each.iri("evidence")))]
    return [_passage(graph, row, labels) for row in sorted(rows, key=_stretch)]


def passage(graph: GraphStore, labels: Labels, iri: Iri) -> Passage:
    """Return the passage of that IRI.

    Raises:
        NotFound: when there is none.
    """
    found = passage_row(graph, iri)
    if found is None:
        raise NotFound(iri)
    return _passage(graph, found, labels)


def _carries(row: Row) -> bool:
    return row.get("status") != REJECTED


def _spot(row: Row) -> tuple[Iri, int, Iri]:
    return row.iri("document"), row.number("start"), row.iri("evidence")


def _stretch(row: Row) -> tuple[int, int, Iri]:
    return row.number("start"), row.number("end"), row.iri("evidence")


def _passage(graph: GraphStore, row: Row, labels: Labels) -> Passage:
    value = row["object"]
    return Passage(
        iri=row.iri("evidence"),
        subject=labels.thing(row.iri("subject")),
        predicate=labels.thing(row.iri("predicate")),
        object=labels.thing(value) if isinstance(value, Iri) else value,
        document=labels.thing(row.iri("document")),
        quote=row.text("quote"),
        start=row.number("start"),
        end=row.number("end"),
        confidence=row.words("confidence"),
        modality=labels.thing(row.iri("modality")) if "modality" in row else None,
        status=labels.thing(row.iri("status")) if "status" in row else None,
        rule=row.words("rule"),
        role=row.text("role") if "role" in row else None,
        former=row.words("former") == "true",
        at_least=row.words("atLeast") == "true",
        reviewed_by=row.words("reviewer"),
        reviewed_on=row.words("reviewed"),
        review_note=row.words("note"),
        written=written_in(graph, row.iri("evidence"), CG.quote, row.text("quote")),
    )


def _integer(number: int) -> Text:
    return Text(str(number), datatype=INTEGER)


def on_one_line(text: str) -> str:
    r"""Write a quote on one line, and no longer than a curator needs to recognise the place.

    >>> on_one_line("a word\n  and another")
    'a word and another'
    """
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE].rstrip()}…"
