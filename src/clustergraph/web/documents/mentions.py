"""List what a document mentions, by class, the first few of each."""

from collections.abc import Iterator

from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.web.documents.views import Mentioned
from clustergraph.web.linking import Linker
from clustergraph.web.questions.asking import query_address
from clustergraph.web.visit import Visit

__all__ = ["mentions"]


def mentions(visit: Visit, document: Iri, linker: Linker) -> Iterator[Mentioned]:
    """Yield the kinds of things that a document mentions, those of which there are most first."""
    for row in consult(visit.graph, "mentions-counted", document=document):
        yield _kind(visit, row, linker)


def _kind(visit: Visit, counted: Row, linker: Linker) -> Mentioned:
    named = {"document": counted.iri("document"), "class": counted.iri("class")}
    first = consult(visit.graph, "mentions-of-class", **named)
    things = (linker.to(row.iri("entity")) for row in first)
    total = counted.number("total")
    return Mentioned(
        kind=linker.titled(linker.labels.thing(named["class"])),
        total=total,
        things=tuple(sorted(things, key=lambda link: link.text)),
        all=query_address("entities-of-class-in", **named) if total > len(first) else "",
    )
