"""Show what stands against a statement, and lead to what else can be asked of it."""

from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Thing
from clustergraph.operations.proving.explained import Statement
from clustergraph.operations.proving.objecting import Objection, Objects
from clustergraph.operations.quote import on_one_line
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.evidence.quoting import written
from clustergraph.web.evidence.showing import Exhibitor
from clustergraph.web.evidence.views import ObjectionView
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link
from clustergraph.web.questions.asking import query_address
from clustergraph.web.wording import Wording, message

__all__ = ["in_words", "objection_view", "plain", "query_about", "report_of"]

_SENTENCES: Final = {
    Objects.FORMER: message("These words say that it is over:"),
    Objects.PLANNED: message("These words speak of a plan only:"),
    Objects.DISPUTED: message("People disagree whether these words say it:"),
    Objects.REJECTED: message("A person found that these words do not say it:"),
}
_ABOVE: Final = (Objects.FORMER, Objects.PLANNED, Objects.DISPUTED)
"""Grounds whose passages carry the statement themselves."""


def plain(value: Thing | Text) -> Iri | Text:
    """Return the value itself, without its name."""
    return value.iri if isinstance(value, Thing) else value


def in_words(statement: Statement, wording: Wording) -> str:
    """Write a statement on one line, for a title or a letter."""
    value = statement.object
    text = written(value, wording) if isinstance(value, Text) else value.label.text
    return wording.gettext(
        "“%(subject)s” – %(relation)s – “%(value)s”",
        subject=on_one_line(statement.subject.label.text),
        relation=statement.predicate.label.text,
        value=on_one_line(text),
    )


def query_about(name: str, statement: Statement) -> str:
    """Return the address of a query of the catalogue about a statement."""
    return query_address(
        name,
        subject=statement.subject.iri,
        predicate=statement.predicate.iri,
        object=plain(statement.object),
    )


def report_of(statement: Statement, linker: Linker) -> str:
    """Return where an error in a statement is reported."""
    said = statement.object
    value = said.text if isinstance(said, Text) else shorten(said.iri)
    subject, predicate = shorten(statement.subject.iri), shorten(statement.predicate.iri)
    return linker.reader.to("/report", s=subject, p=predicate, o=value)


def objection_view(
    statement: Statement, found: Objection, linker: Linker, exhibitor: Exhibitor
) -> ObjectionView:
    """Show what stands against a statement."""
    return ObjectionView(
        sentence=_sentence(found, linker.wording),
        value=_other_value(statement, found, linker),
        passages=tuple(map(exhibitor.show, found.passages)),
        is_above=found.ground in _ABOVE,
    )


def _other_value(about: Statement, found: Objection, linker: Linker) -> Link | None:
    """Link another value to why that is said; the statement's own value is known."""
    if found.ground is not Objects.VALUE:
        return None
    said = found.value
    href = linker.why(about.subject.iri, about.predicate.iri, plain(said))
    text = written(said, linker.wording) if isinstance(said, Text) else said.label.text
    return Link(text=text, href=href)


def _sentence(found: Objection, wording: Wording) -> str:
    if found.ground is not Objects.VALUE:
        return wording.gettext(_SENTENCES[found.ground])
    if found.is_between_documents:
        return wording.gettext("Another document gives another value:")
    return wording.gettext("The same document gives another value too:")
