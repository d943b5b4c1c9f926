"""The competency questions with their answers, for people: all of them, and the one shown first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.questionnaire import Cell, Reply, questions, reply_to
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.vocab import CG, XSD
from clustergraph.web.asking import question_address, title_of
from clustergraph.web.framing import frame
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link
from clustergraph.web.rendering import render
from clustergraph.web.views import CellView, QuestionGroup, QuestionsPage, ReplyView
from clustergraph.web.visit import Visit

__all__ = ["count_of_questions", "flagship", "questions_page"]

_FLAGSHIP = "money-behind-a-training"
_SOURCE = "document"
_BOOLEANS = {"true": "yes", "false": "no"}


def questions_page(visit: Visit) -> str:
    """Show all questions by group; each is asked once for each version."""
    groups = tuple(_group(visit, name, asked) for name, asked in questions().items())
    page = QuestionsPage(frame=frame(visit, "Questions"), total=count_of_questions(), groups=groups)
    return render("questions.html", page)


def flagship(visit: Visit) -> ReplyView | None:
    """Answer the question that shows best what this is, or the first that has an answer."""
    asked = [question for group in questions().values() for question in group]
    for question in sorted(asked, key=lambda question: question.name != _FLAGSHIP):
        reply = _reply(visit, question)
        if reply.total:
            return _view(reply, Linker(visit.labels, visit.language))
    return None


def count_of_questions() -> int:
    """Return how many questions there are."""
    return sum(len(group) for group in questions().values())


def _reply(visit: Visit, question: NamedQuery) -> Reply:
    name = f"reply to {question.name}"
    return visit.findings.get(name, lambda: reply_to(visit.graph, question))


def _group(visit: Visit, name: str, asked: Sequence[NamedQuery]) -> QuestionGroup:
    linker = Linker(visit.labels, visit.language)
    replies = tuple(_view(_reply(visit, question), linker) for question in asked)
    return QuestionGroup(name=name, title=title_of(asked), replies=replies)


def _view(reply: Reply, linker: Linker) -> ReplyView:
    question = reply.question
    reply = _without_sources(reply)
    columns = tuple(_column(name) for name in reply.columns)
    return ReplyView(
        name=question.name,
        question=question.question,
        asked_by=question.asked_by,
        columns=columns,
        rows=tuple(
            tuple(_cell(cell, column, linker) for cell, column in zip(row, columns, strict=True))
            for row in reply.rows
        ),
        total=reply.total,
        query=question_address(question.name),
        csv=question_address(question.name, "csv"),
        json=question_address(question.name, "json"),
    )


def _column(name: str) -> str:
    """Write a variable as words: ``pays_for`` becomes "Pays for"."""
    return name.replace("_", " ").capitalize()


def _cell(cell: Cell, column: str, linker: Linker) -> CellView:
    place = cell.place
    return CellView(
        column=column,
        link=_link(cell, linker),
        source=linker.place(place.document, place.start, place.end) if place else None,
    )


def _without_sources(reply: Reply) -> Reply:
    """Leave the document's column out where a quote in the same row names it anyway."""
    if _SOURCE not in reply.columns:
        return reply
    at = reply.columns.index(_SOURCE)
    if not all(_is_quoted(row[at], row) for row in reply.rows):
        return reply
    return replace(
        reply,
        columns=(*reply.columns[:at], *reply.columns[at + 1 :]),
        rows=tuple((*row[:at], *row[at + 1 :]) for row in reply.rows),
    )


def _is_quoted(document: Cell, row: Iterable[Cell]) -> bool:
    return any(cell.place is not None and cell.place.document == document.thing for cell in row)


def _link(cell: Cell, linker: Linker) -> Link:
    """Show a value in its own words; a document goes by its title."""
    if cell.value is None:
        return Link(text="")
    if isinstance(cell.value, Iri):
        return linker.to(cell.value)
    if cell.thing is None:
        return Link(text=_plain(cell.value), language=cell.value.language)
    thing = linker.labels.thing(cell.thing)
    if thing.kind == CG.Document:
        return linker.link(thing)
    href = linker.link(thing).href
    return Link(text=cell.value.text, href=href, language=cell.value.language)


def _plain(value: Text) -> str:
    return _BOOLEANS.get(value.text, value.text) if value.datatype == XSD.boolean else value.text
