"""Write the report: its subject, its text, and the address that carries both to the operator."""

from collections.abc import Iterator
from urllib.parse import quote

from clustergraph.operations.quote import Passage, on_one_line
from clustergraph.web.evidence.statements import in_words
from clustergraph.web.reporting.reported import Reported
from clustergraph.web.wording import Wording

__all__ = ["address_of", "subject_of", "text_of"]

_MOST_PASSAGES = 5
"""How many passages a report names: mail programs cut long addresses."""


def subject_of(found: Reported, wording: Wording) -> str:
    """Say in one line what is reported."""
    if found.statement:
        about = in_words(found.statement, wording)
        return wording.gettext("An error in ClusterGraph: %(about)s", about=about)
    if found.thing:
        about = on_one_line(found.thing.label.text)
        return wording.gettext("An error in ClusterGraph: %(about)s", about=about)
    return wording.gettext("An error in ClusterGraph")


def text_of(found: Reported, version: str, page: str, wording: Wording) -> str:
    """Write what the reader need not look up; what is wrong stands above it."""
    lines = (
        *(wording.gettext("What is wrong:"), "", ""),
        *_lines(found, wording),
        wording.gettext("Version: %(version)s", version=version),
        wording.gettext("Page: %(address)s", address=page),
    )
    return "\n".join(lines)


def address_of(template: str, subject: str, text: str) -> str:
    r"""Fill an operator's address.

    >>> address_of("mailto:a@example.org?subject={subject}&body={body}", "Why?", "one\ntwo")
    'mailto:a@example.org?subject=Why%3F&body=one%0D%0Atwo'
    """
    body = text.replace("\n", "\r\n")
    filled = template.replace("{subject}", quote(subject, safe=""))
    return filled.replace("{body}", quote(body, safe=""))


def _lines(found: Reported, wording: Wording) -> Iterator[str]:
    if found.statement:
        statement = in_words(found.statement, wording)
        yield wording.gettext("Statement: %(statement)s", statement=statement)
    if found.thing:
        yield on_one_line(found.thing.label.text)
        yield f"<{found.thing.iri}>"
    for each in found.passages[:_MOST_PASSAGES]:
        yield f"<{each.iri}>"
        yield _words(each, wording)


def _words(found: Passage, wording: Wording) -> str:
    return wording.gettext(
        "“%(quote)s” in %(document)s, characters %(start)s–%(end)s",
        quote=on_one_line(found.quote.text),
        document=found.document.iri,
        start=found.start,
        end=found.end,
    )
