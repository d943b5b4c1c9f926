"""Answer the competency questions of the catalogue from one version, for people to read.

The answers hold names and words; what bears them, and where the words stand, is found again, so
that a page can lead there. What an answer looks like is decided in ``web``.
"""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Quad

from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.rdf.formats import RESULT_FORMATS, TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.sparql.catalogue import NamedQuery, catalogue
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, XSD

__all__ = ["Cell", "Place", "Reply", "federated_questions", "questions", "reply_to"]

_LANGUAGE_STRING = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")
_JSON = next(format_ for format_ in RESULT_FORMATS if format_.key == "json")
_SHOWN = 200
_SHOWN_TRIPLES = 60
_QUOTE = "quote"
"""What the names of columns with quotes hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand in a document, in code points."""

    document: Iri
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of an answer, None where there is none.

    ``thing`` is the one thing that bears the text as its name, ``place`` where a quote stands.
    """

    value: Iri | Text | None = None
    thing: Iri | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A question, the names of its columns, the first 200 rows, and how many there are in all.

    Where the answer is a graph, its first 60 triples stand in ``turtle``, and all are counted.
    """

    question: NamedQuery
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    turtle: str = ""
    total: int


def questions() -> dict[str, list[NamedQuery]]:
    """Return the competency questions that need no parameter, by group, in their order."""
    groups: dict[str, list[NamedQuery]] = {}
    for question in _numbered():
        if not question.endpoint and not question.parameters:
            groups.setdefault(question.group, []).append(question)
    return groups


def federated_questions() -> list[NamedQuery]:
    """Return the questions that ask another endpoint too, in their order; none is asked here."""
    return [question for question in _numbered() if question.endpoint]


def reply_to(graph: GraphStore, question: NamedQuery) -> Reply:
    """Ask one question; what its names and quotes belong to costs a look-up for each of them."""
    return _graph_reply(graph, question) if question.gives_graph else _rows_reply(graph, question)


def _numbered() -> list[NamedQuery]:
    numbered = [it for it in catalogue().values() if it.number is not None]
    return sorted(numbered, key=lambda question: question.number or 0)


def _graph_reply(graph: GraphStore, question: NamedQuery) -> Reply:
    triples = list(dict.fromkeys(graph.construct(question)))
    shown = [Quad(*triple) for triple in triples[:_SHOWN_TRIPLES]]
    turtle = write_quads(shown, TURTLE).decode()
    return Reply(question=question, turtle=turtle, total=len(triples))


def _rows_reply(graph: GraphStore, question: NamedQuery) -> Reply:
    output = io.BytesIO()
    graph.write_answer(question.text, _JSON, output)
    answer = json.loads(output.getvalue())
    columns = tuple(answer["head"]["vars"])
    found = answer["results"]["bindings"]
    cells = _Cells(graph)
    return Reply(
        question=question,
        columns=columns,
        rows=tuple(
            tuple(cells.cell(column, row.get(column)) for column in columns)
            for row in found[:_SHOWN]
        ),
        total=len(found),
    )


class _Cells:
    """Makes cells, each text's bearer looked up once.

    A name can be quoted word by word; the column tells which of the two a text is.
    """

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph
        self._known: dict[tuple[Text, bool], Cell] = {}

    def cell(self, column: str, term: Mapping[str, str] | None) -> Cell:
        if term is None:
            return Cell()
        if term["type"] == "uri":
            return Cell(value=Iri(term["value"]), thing=Iri(term["value"]))
        key = _text(term), _QUOTE in column
        if key not in self._known:
            self._known[key] = self._find(*key)
        return self._known[key]

    def _find(self, text: Text, is_quote: bool) -> Cell:
        if text.datatype not in (XSD.string, _LANGUAGE_STRING):
            return Cell(value=text)
        rows = consult(self._graph, "bearers", text=text)
        quoting = {row.iri("thing") for row in rows if row["property"] == CG.quote}
        if is_quote:
            return Cell(value=text, place=self._place(min(quoting)) if quoting else None)
        things = {row.iri("thing") for row in rows} - quoting
        return Cell(value=text, thing=things.pop() if len(things) == 1 else None)

    def _place(self, evidence: Iri) -> Place | None:
        for row in consult(self._graph, "place-of", evidence=evidence):
            start, end = row.number("start"), row.number("end")
            return Place(document=row.iri("document"), start=start, end=end)
        return None


def _text(term: Mapping[str, str]) -> Text:
    language = term.get("xml:lang", "")
    datatype = _LANGUAGE_STRING if language else Iri(term.get("datatype", XSD.string))
    return Text(str(term["value"]), language, datatype)
