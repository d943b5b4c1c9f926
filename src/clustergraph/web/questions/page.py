"""The competency questions with their answers, for people: all of them, and the one shown first.

What asks another endpoint too is shown as a text to run at home, since none is asked from here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.questions.questionnaire import (
    Cell,
    Reply,
    federated_questions,
    questions,
    reply_to,
)
from clustergraph.operations.serving.as_of_build import found_in_build
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.vocab import CG, XSD
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link
from clustergraph.web.questions.asking import question_address, title_of
from clustergraph.web.questions.views import (
    CellView,
    FederatedView,
    QuestionGroup,
    QuestionsPage,
    ReplyView,
)
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message
from clustergraph.web.wording.questions import column_words
from clustergraph.web.wording.reader import Reader

__all__ = ["count_of_questions", "flagship", "questions_page"]

_FLAGSHIP = "money-behind-a-training"
_SOURCE = re.compile(r"(\w+_)?document")
_BOOLEANS = {"true": message("yes"), "false": message("no")}
_ROW_FORMATS = {"csv": "CSV", "json": "JSON"}
_GRAPH_FORMATS = {"ttl": "Turtle", "jsonld": "JSON-LD"}


def questions_page(visit: Visit) -> str:
    """Show all questions by group; each is asked once for each version."""
    groups = tuple(_group(visit, name, asked) for name, asked in questions().items())
    page = QuestionsPage(
        frame=frame(visit, visit.reader.wording.gettext("Questions")),
        total=count_of_questions(),
        groups=groups,
        federated=tuple(_federated(each, visit.reader) for each in federated_questions()),
    )
    return render("questions.html", page, visit.reader)


def flagship(visit: Visit) -> ReplyView | None:
    """Answer the question that shows best what this is, or the first that has an answer.

    It is asked of what the build made, so that no write has it asked again.
    """
    asked = [question for group in questions().values() for question in group]
    for question in sorted(asked, key=lambda question: question.name != _FLAGSHIP):
        reply = _reply_of_build(visit, question)
        if reply.total:
            return _view(reply, Linker(visit.labels, visit.reader))
    return None


def count_of_questions() -> int:
    """Return how many questions there are."""
    return sum(len(group) for group in questions().values())


def _reply(visit: Visit, question: NamedQuery) -> Reply:
    return visit.findings.get(_known_as(question), lambda: reply_to(visit.graph, question))


def _reply_of_build(visit: Visit, question: NamedQuery) -> Reply:
    return found_in_build(
        visit.dataset, visit.opened, _known_as(question), lambda graph: reply_to(graph, question)
    )


def _known_as(question: NamedQuery) -> str:
    return f"reply to {question.name}"


def _group(visit: Visit, name: str, asked: Sequence[NamedQuery]) -> QuestionGroup:
    linker = Linker(visit.labels, visit.reader)
    replies = tuple(_view(_reply(visit, question), linker) for question in asked)
    return QuestionGroup(name=name, title=title_of(asked, linker.wording), replies=replies)


def _view(reply: Reply, linker: Linker) -> ReplyView:
    question = reply.question
    reply = _without_sources(reply)
    columns = tuple(linker.wording.gettext(column_words(name)) for name in reply.columns)
    return ReplyView(
        name=question.name,
        question=linker.wording.gettext(question.question),
        asked_by=linker.wording.gettext(question.asked_by),
        about=question.asked_about,
        columns=columns,
        rows=tuple(
            tuple(_cell(cell, column, linker) for cell, column in zip(row, columns, strict=True))
            for row in reply.rows
        ),
        turtle=reply.turtle,
        total=reply.total,
        size=_size(reply, linker.wording),
        query=linker.address(question_address(question.name)),
        downloads=tuple(_downloads(reply)),
    )


def _size(reply: Reply, wording: Wording) -> str:
    if not reply.total:
        return wording.gettext("no rows")
    if reply.turtle:
        return wording.ngettext("%(num)s triple", "%(num)s triples", reply.total)
    return wording.ngettext("%(num)s row", "%(num)s rows", reply.total)


def _downloads(reply: Reply) -> Iterator[Link]:
    formats = _GRAPH_FORMATS if reply.question.gives_graph else _ROW_FORMATS
    for extension, name in formats.items():
        yield Link(text=name, href=question_address(reply.question.name, extension))


def _federated(question: NamedQuery, reader: Reader) -> FederatedView:
    return FederatedView(
        name=question.name,
        question=reader.wording.gettext(question.question),
        asked_by=reader.wording.gettext(question.asked_by),
        endpoint=question.endpoint,
        verified=question.verified,
        command=f"clustergraph query {question.name} --allow-service",
        text=question.text,
    )


def _cell(cell: Cell, column: str, linker: Linker) -> CellView:
    place = cell.place
    return CellView(
        column=column,
        link=_link(cell, linker),
        source=linker.place(place.document, place.start, place.end) if place else None,
    )


def _without_sources(reply: Reply) -> Reply:
    """Leave out the columns of documents that quotes in the same rows name anyway."""
    kept = [
        at
        for at, name in enumerate(reply.columns)
        if not _SOURCE.fullmatch(name) or not all(_is_quoted(row[at], row) for row in reply.rows)
    ]
    return replace(
        reply,
        columns=tuple(reply.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in reply.rows),
    )


def _is_quoted(document: Cell, row: Iterable[Cell]) -> bool:
    """Tell whether a quote in the row is from the document; one that is not there needs none."""
    places = [cell.place.document for cell in row if cell.place is not None]
    return document.value is None or document.thing in places


def _link(cell: Cell, linker: Linker) -> Link:
    """Show a value in its own words; a document goes by its title."""
    if cell.value is None:
        return Link(text="")
    if isinstance(cell.value, Iri):
        return linker.to(cell.value)
    if cell.thing is None:
        return Link(text=_plain(cell.value, linker.wording), language=cell.value.language)
    thing = linker.labels.thing(cell.thing)
    if thing.kind == CG.Document:
        return linker.link(thing)
    href = linker.link(thing).href
    return Link(text=cell.value.text, href=href, language=cell.value.language)


def _plain(value: Text, wording: Wording) -> str:
    if value.datatype == XSD.boolean and value.text in _BOOLEANS:
        return wording.gettext(_BOOLEANS[value.text])
    return value.text
