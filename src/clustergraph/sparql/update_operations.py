"""The operations of an update, as ``updates`` finds them in its text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from clustergraph.sparql.update_templates import Template

__all__ = ["ALL", "DEFAULT", "NAMED", "Form", "Operation", "Place"]

DEFAULT: Final = "DEFAULT"
NAMED: Final = "NAMED"
ALL: Final = "ALL"


class Form(StrEnum):
    """The kinds of operation; DELETE WHERE is a MODIFY."""

    DATA = "DATA"
    MODIFY = "MODIFY"
    CLEAR = "CLEAR"
    DROP = "DROP"
    CREATE = "CREATE"
    ADD = "ADD"
    MOVE = "MOVE"
    COPY = "COPY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an operation stands in its update, and what holds for it there.

    Attributes:
        whole: the text of the whole update.
        start: the offset of its first character in that.
        end: the offset of what comes behind it.
        base: what relative IRIs stand below that come before the text's own BASE.
        prologue: the BASE and PREFIX that hold for it.
    """

    whole: str
    start: int
    end: int
    base: str
    prologue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of an update.

    Attributes:
        form: its kind.
        place: where it stands.
        deleted: what is deleted; of DATA as it stands, of MODIFY for each solution.
        inserted: what is inserted.
        query: what finds the solutions of a MODIFY, with its dataset in it.
        with_graph: the graph of WITH, as it is written (``<…>`` or ``ex:g``), which the templates
            mean where they name none.
        default_graph: the one that the query sees as its default graph, as it is written; None for
            what the query says, or else the store's.
        source: the graph that is copied, as it is written, or DEFAULT.
        target: the graph that is written to, as it is written, or DEFAULT, NAMED or ALL.
        is_silent: whether a graph that is missing, or there, is no error.
    """

    form: Form
    place: Place
    deleted: Template | None = None
    inserted: Template | None = None
    query: str = ""
    with_graph: str | None = None
    default_graph: str | None = None
    source: str = DEFAULT
    target: str = DEFAULT
    is_silent: bool = False
