"""What a report is about: a passage, a statement, a thing, or all there is."""

from contextlib import suppress
from dataclasses import dataclass

from clustergraph.iris import BASE, is_passage
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.glance import passage_row
from clustergraph.operations.labels import Thing
from clustergraph.operations.proving.explained import Statement, named, said_by
from clustergraph.operations.proving.objecting import rejected_passages
from clustergraph.operations.proving.refer import refer
from clustergraph.operations.quote import Passage, passage, passages_for
from clustergraph.web.addresses import iri_of
from clustergraph.web.visit import Visit
from clustergraph.web.why.asked import PARTS, statement_asked

__all__ = ["Reported", "reported"]

_EVIDENCE = f"{BASE}ev/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What is reported: a statement with its passages, a thing, or neither."""

    statement: Statement | None = None
    passages: tuple[Passage, ...] = ()
    thing: Thing | None = None

    @property
    def ids(self) -> tuple[Iri, ...]:
        """The IRIs by which it is found again."""
        if self.thing:
            return (self.thing.iri,)
        return tuple(each.iri for each in self.passages)


def reported(visit: Visit) -> Reported:
    """Find what the address names: by ``statement``, by ``about``, or by ``s``, ``p`` and ``o``.

    Raises:
        InvalidParameter: when one of the three is missing.
        NotFound: when there is no such thing.
        AmbiguousName: when several things are named so.
    """
    if visit.word("statement"):
        return _passage(visit, visit.word("statement"))
    if visit.word("about"):
        return _thing(visit, visit.word("about"))
    if any(visit.word(name) for name in PARTS):
        return _statement(visit, *statement_asked(visit))
    return Reported()


def _passage(visit: Visit, name: str) -> Reported:
    """Find a passage by its IRI, its address or its local id."""
    found = passage(visit.graph, visit.labels, _iri_of_passage(visit, name))
    return Reported(statement=said_by(found), passages=(found,))


def _iri_of_passage(visit: Visit, name: str) -> Iri:
    """Take a name for an address of ours, but not where somebody wrote a passage of that IRI."""
    with suppress(ValueError):
        if passage_row(visit.graph, iri := Iri(name)):
            return iri
    return iri_of(f"{_EVIDENCE}{name.rpartition('/')[2]}")


def _thing(visit: Visit, name: str) -> Reported:
    iri = refer(visit.graph, visit.names, name)
    if is_passage(iri):
        return _passage(visit, iri)
    visit = visit.about(iri)
    return Reported(thing=visit.labels.thing(visit.current(iri)))


def _statement(visit: Visit, subject: Iri, predicate: Iri, value: Iri | Text) -> Reported:
    """Take all passages of a statement, those that somebody rejected last."""
    parts = subject, predicate, value
    return Reported(
        statement=named(visit.labels, *parts),
        passages=(
            *passages_for(visit.graph, visit.labels, *parts),
            *rejected_passages(visit.graph, visit.labels, *parts),
        ),
    )
