"""What the page of the questions shows: frozen dataclasses for its template."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link

__all__ = ["CellView", "FederatedView", "QuestionGroup", "QuestionsPage", "ReplyView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A value in the table of an answer, under its column; a quote has the document it is from."""

    column: str
    link: Link
    source: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """A question and its answer, rows or else Turtle, and how much of it there is in words.

    ``about`` are the names that it asks about, ``query`` is the address of the form, ``downloads``
    lead to the whole answer.
    """

    name: str
    question: str
    asked_by: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    turtle: str
    total: int
    size: str
    query: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FederatedView:
    """A question that asks another endpoint too: its text, to be run at home by a command."""

    name: str
    question: str
    asked_by: str
    endpoint: str
    verified: str
    command: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """The questions of one group of people."""

    name: str
    title: str
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsPage:
    """All questions with their answers, and those that this service does not answer itself."""

    frame: Frame
    total: int
    groups: tuple[QuestionGroup, ...]
    federated: tuple[FederatedView, ...]
