"""The page of a related list: what is on it, each with the words that put it there."""

from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Relation
from clustergraph.operations.describing.list_related import (
    Page,
    RelatedList,
    kinds_beside,
    relations_of,
)
from clustergraph.operations.quote import Passage
from clustergraph.store.adjacency import Way
from clustergraph.vocab import INVERSES
from clustergraph.web.addresses import page_path
from clustergraph.web.evidence.quoting import notes
from clustergraph.web.evidence.writers import written_note
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, capitalised, words
from clustergraph.web.pieces import Heading, Link
from clustergraph.web.questions.asking import query_address
from clustergraph.web.related.addresses import list_address
from clustergraph.web.related.views import KindView, RelatedPage, RelatedRow
from clustergraph.web.visit import Visit

__all__ = ["related_page"]

_FORMS: Final = (("JSON", "json"), ("JSON Lines", "jsonl"), ("CSV", "csv"))
_QUERIES: Final = {
    Way.RELATED: "all-related",
    Way.INCOMING: "all-incoming",
    Way.FOLLOWING: "all-following",
    Way.MENTIONED: "all-mentioning",
}


def related_page(visit: Visit, found: RelatedList, shown: Page, next_: str) -> str:
    """Show members of a list; ``next_`` is the address of those that follow, or empty."""
    linker = Linker(visit.labels, visit.reader)
    heading = _heading(linker, found)
    page = RelatedPage(
        frame=frame(
            visit,
            _title(linker, found, heading),
            crumbs=(linker.link(found.thing),),
            page_type="CollectionPage",
        ),
        thing=_page_of(linker, found),
        heading=heading,
        total=found.bundle.total,
        start=shown.start + 1,
        kinds=tuple(_kinds(visit, linker, found)),
        rows=tuple(
            _row(linker, found, each)
            for each in relations_of(visit.graph, visit.labels, found, shown.members)
        ),
        first=list_address(visit.reader, found) if shown.start else "",
        next=next_,
        query=_query(found),
        forms=tuple(
            Link(text=name, href=list_address(visit.reader, found, extension))
            for name, extension in _FORMS
        ),
    )
    return render("related.html", page, visit.reader)


def _heading(linker: Linker, found: RelatedList) -> Heading:
    """Name the list by its property, and what points here by the inverse where there is one."""
    kind = linker.titled(found.kind) if found.kind else None
    if found.bundle.way is not Way.INCOMING:
        return Heading(name=linker.titled(found.property))
    inverse = INVERSES.get(found.property.iri)
    if inverse:
        return Heading(name=linker.titled(linker.labels.thing(inverse)), kind=kind)
    return Heading(name=linker.titled(found.property), of=words(found.thing.label), kind=kind)


def _title(linker: Linker, found: RelatedList, heading: Heading) -> str:
    return linker.wording.gettext(
        "%(relation)s – %(thing)s", relation=heading.name.text, thing=found.thing.label.text
    )


def _page_of(linker: Linker, found: RelatedList) -> Link:
    link = linker.link(found.thing)
    return Link(
        text=link.text,
        href=linker.address(page_path(found.thing.iri)),
        language=link.language,
        fell_back=link.fell_back,
    )


def _kinds(visit: Visit, linker: Linker, found: RelatedList) -> list[KindView]:
    beside = kinds_beside(visit.graph, visit.labels, found)
    if len(beside) < 2:
        return []
    bundle = found.bundle
    return [
        KindView(
            kind=Link(
                text=capitalised(linker.link(kind)).text,
                href=linker.all_incoming(bundle.thing, bundle.property, kind.iri),
                language=kind.label.language,
            ),
            total=total,
            is_shown=kind.iri == bundle.kind,
        )
        for kind, total in beside
    ]


def _row(linker: Linker, found: RelatedList, relation: Relation) -> RelatedRow:
    passages, kind = relation.passages, relation.other.kind
    return RelatedRow(
        link=linker.link(relation.other),
        kind=linker.to(kind) if kind else None,
        notes=(
            *notes(passages, linker.wording),
            *written_note(relation.written, passages, linker.wording),
        ),
        quote=words(passages[0].quote) if passages else None,
        source=_source(linker, passages[0]) if passages else None,
        more=max(0, len(passages) - 1),
        why=_why(linker, found, relation.other.iri),
    )


def _source(linker: Linker, passage: Passage) -> Link:
    return linker.place(passage.document.iri, passage.start, passage.end)


def _why(linker: Linker, found: RelatedList, other: Iri) -> str:
    """Lead to why it is there; that a document mentions a thing needs no proof."""
    bundle = found.bundle
    if bundle.way is Way.MENTIONED:
        return ""
    if bundle.way is Way.INCOMING:
        return linker.why(other, bundle.property, bundle.thing)
    return linker.why(bundle.thing, bundle.property, other)


def _query(found: RelatedList) -> str:
    bundle = found.bundle
    about = {"entity": bundle.thing}
    if bundle.way is not Way.MENTIONED:
        about["property"] = bundle.property
    if bundle.kind:
        about["class"] = bundle.kind
    return query_address(_QUERIES[bundle.way], **about)
