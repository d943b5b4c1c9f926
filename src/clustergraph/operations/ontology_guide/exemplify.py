"""Exemplify a term of the ontology: how often data use it, and in which words of which document."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.ontology_guide.explain import Term
from clustergraph.operations.questions.questionnaire import questions
from clustergraph.operations.quote import Passage, passage
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["Example", "Uses", "examples", "questions_with", "ready_query", "uses"]

_EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How often a term is used: things of a class, statements with a property.

    Of a class, ``inferred`` are the things of narrower ones. ``elsewhere`` are those that no text
    says, such as passages themselves. ``documents`` is how many documents carry the uses.
    """

    asserted: int
    inferred: int
    elsewhere: int
    documents: int

    @property
    def total(self) -> int:
        """All uses together; each stands in one graph only."""
        return self.asserted + self.inferred + self.elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A thing of a class, or a statement with a property, and the passage that carries it.

    ``value`` is None for a class, ``passage`` where no document says it in words.
    """

    thing: Thing
    value: Thing | Text | None = None
    passage: Passage | None = None


def uses(graph: GraphStore, term: Term) -> Uses:
    """Count the uses of a term; linear in them."""
    name, bound = _what(term)
    rows = consult(graph, f"uses-of-{name}", **bound)
    totals = {row.iri("how"): row.number("total") for row in rows}
    documents = consult(graph, f"documents-with-{name}", **bound)
    asserted = totals.pop(graph_iri("asserted"), 0)
    inferred = totals.pop(graph_iri("inferred"), 0)
    return Uses(
        asserted=asserted,
        inferred=inferred,
        elsewhere=sum(totals.values()),
        documents=documents[0].number("total") if documents else 0,
    )


def examples(graph: GraphStore, labels: Labels, term: Term) -> tuple[Example, ...]:
    """Return up to five uses, of as many documents, languages and things as can be."""
    name, bound = _what(term)
    rows = consult(graph, f"passages-with-{name}", **bound)
    if rows:
        return tuple(_quoted(graph, labels, term, row) for row in _varied(rows))
    rows = consult(graph, ready_query(term), **bound)
    keys = ("thing",) if term.is_class else ("subject", "value")
    distinct = {tuple(row[key] for key in keys): row for row in rows}
    return tuple(_plain(graph, labels, values) for values in sorted(distinct, key=str)[:_EXAMPLES])


def ready_query(term: Term) -> str:
    """Name the query of the catalogue that lists the uses; its parameter is the term."""
    return "things-of-class" if term.is_class else "statements-with"


def questions_with(term: Iri) -> tuple[NamedQuery, ...]:
    """Return the competency questions whose query names the term, by number."""
    name = re.compile(rf"\bcg:{re.escape(term.local)}\b")
    asked = (question for group in questions().values() for question in group)
    return tuple(question for question in asked if name.search(question.text))


def _what(term: Term) -> tuple[str, dict[str, Iri]]:
    name = "class" if term.is_class else "property"
    return name, {name: term.thing.iri}


def _varied(rows: Iterable[Row]) -> list[Row]:
    """Choose rows one after the other, each with what those before it had least of."""
    left = list(rows)
    seen: Counter[Iri | Text] = Counter()
    chosen: list[Row] = []
    while left and len(chosen) < _EXAMPLES:
        row = min(left, key=lambda row: sum(seen[value] for value in row.values()))
        left.remove(row)
        seen.update(row.values())
        chosen.append(row)
    return chosen


def _quoted(graph: GraphStore, labels: Labels, term: Term, row: Row) -> Example:
    found = passage(graph, labels, row.iri("evidence"))
    thing = labels.thing(row.iri("thing"))
    return Example(thing=thing, value=None if term.is_class else found.object, passage=found)


def _plain(graph: GraphStore, labels: Labels, values: tuple[Iri | Text, ...]) -> Example:
    """Give a use that no document says; a passage carries what is said of itself."""
    subject, value = (*values, None)[:2]
    if not isinstance(subject, Iri):
        message = f"only IRIs are spoken of: {subject}"
        raise TypeError(message)
    thing = labels.thing(subject)
    return Example(
        thing=thing,
        value=labels.thing(value) if isinstance(value, Iri) else value,
        passage=passage(graph, labels, thing.iri) if thing.kind == CG.Evidence else None,
    )
