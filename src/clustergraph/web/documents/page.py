"""Compose the page of a document: what is known of it, what it mentions, and what it says where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, describe
from clustergraph.operations.quote import Passage, passages_in
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG
from clustergraph.web.addresses import anchor
from clustergraph.web.documents.mentions import mentions
from clustergraph.web.documents.side_by_side import Shown, rows, shown_of
from clustergraph.web.documents.views import DocumentPage, ToldView
from clustergraph.web.evidence.quote_views import QuoteView
from clustergraph.web.evidence.quoting import by_spot, quote_view
from clustergraph.web.evidence.showing import Exhibitor
from clustergraph.web.evidence.views import SaidView
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.views import Frame
from clustergraph.web.linking import words
from clustergraph.web.listing.addresses import list_of
from clustergraph.web.offers import offers_of
from clustergraph.web.pieces import Link, Property
from clustergraph.web.questions.asking import query_address
from clustergraph.web.structured.documents import document_node
from clustergraph.web.things.composing import Composer
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message

__all__ = ["document_page"]

_LANGUAGE, _SOURCE = expand("dcterms:language"), expand("dcterms:source")
_CALLED: Final[Mapping[str, str]] = {
    expand("dcterms:issued"): message("Issued"),
    expand("dcterms:publisher"): message("Publisher"),
    expand("dcterms:identifier"): message("File"),
    _LANGUAGE: message("Language"),
    _SOURCE: message("Source"),
}
"""Properties of the Dublin Core, which the graph names in no language."""


def document_page(visit: Visit, iri: Iri) -> str:
    """Show a document with the statements beside the words that make them.

    Raises:
        NotFound: when there is no such document.
    """
    composer = Composer(visit.labels, visit.reader)
    description = describe(visit.graph, iri, visit.labels)
    shown = shown_of(visit, iri, _value(description, CG.characterCount))
    found = passages_in(visit.graph, visit.labels, iri, *shown.reach)
    told = _told(found, shown, composer, Exhibitor(visit, composer))
    page = DocumentPage(
        frame=_frame(visit, description, composer),
        iri=iri,
        kind=_kind(visit, description, composer),
        title=words(description.thing.label),
        facts=tuple(_facts(description, composer)),
        mentions=tuple(mentions(visit, iri, composer)),
        language=_value(description, _LANGUAGE),
        note=shown.note(composer.wording),
        passages=_total(description),
        told=told,
        turns=_turns(visit, shown, composer.wording),
        query=query_address("statements-in", document=iri),
        api=f"/api/documents/{iri.local}",
        report=visit.reader.to("/report", about=iri),
    )
    return render("document.html", page, visit.reader)


def _kind(visit: Visit, description: Description, composer: Composer) -> Link | None:
    """Lead to the list of all documents."""
    if description.kind is None:
        return None
    return replace(composer.titled(description.kind), href=list_of(visit, description.kind))


def _frame(visit: Visit, description: Description, composer: Composer) -> Frame:
    title, iri = description.thing.label.text, description.thing.iri
    sentence = composer.wording.gettext(
        "What “%(title)s” says, beside the words that say it.", title=title
    )
    about = [document_node(description)]
    return frame(visit, title, iri=iri, offers=offers_of(iri), description=sentence, about=about)


def _told(
    found: Iterable[Passage], shown: Shown, composer: Composer, exhibitor: Exhibitor
) -> ToldView:
    """Set the passages of a page beside its text, and apart those that have no place there."""
    standing = [each for each in found if not each.is_rejected]
    placed = [each for each in standing if shown.holds(each)]
    quotes = _quotes(placed, composer)
    return ToldView(
        rows=tuple(rows(shown, quotes)),
        places={each.number: f"#{anchor(each.start, each.end)}" for each in quotes},
        offsets={each.number: f"{each.start}–{each.end}" for each in quotes},
        unplaced=tuple(exhibitor.said(each) for each in standing if not shown.holds(each)),
        rejected=tuple(_rejected((each for each in found if each.is_rejected), quotes, exhibitor)),
    )


def _facts(description: Description, composer: Composer) -> Iterator[Property]:
    """List what is known of the document itself; that no passage says, so none is asked why."""
    wording = composer.wording
    for each in (*composer.key_facts(description), *composer.facts(description)):
        values = (
            replace(value, why="", link=_legible(each.name.href, value.link, wording))
            for value in each.values
        )
        called = _CALLED.get(each.name.href)
        name = Link(text=wording.gettext(called), href=each.name.href) if called else each.name
        yield replace(each, name=name, values=tuple(values))


def _legible(property_: str, said: Link, wording: Wording) -> Link:
    """Name a language, and lead to where the document was found."""
    if property_ == _LANGUAGE:
        return Link(text=wording.language_name(said.text))
    if property_ == _SOURCE and said.text.startswith(("https://", "http://")):
        return replace(said, href=said.text)
    return said


def _total(description: Description) -> int:
    """Count the passages of the whole document."""
    return sum(it.total for it in description.incoming if it.property.iri == CG.inDocument)


def _value(description: Description, property_: str) -> str:
    values = [fact.value.text for fact in description.facts if fact.property.iri == property_]
    return next(iter(values), "")


def _quotes(passages: Iterable[Passage], composer: Composer) -> list[QuoteView]:
    """Show each quote once, numbered in the order of the text."""
    spots = by_spot(passages)
    return [
        quote_view(number, passages, composer)
        for number, passages in enumerate(spots.values(), start=1)
    ]


def _rejected(
    rejected: Iterable[Passage], quotes: Iterable[QuoteView], exhibitor: Exhibitor
) -> Iterator[SaidView]:
    """Show rejected passages; one whose words are not marked in the text has its place here."""
    named = {anchor(each.start, each.end) for each in quotes}
    for each in rejected:
        name = anchor(each.start, each.end)
        yield exhibitor.said(each, place="" if name in named else name)
        named.add(name)


def _turns(visit: Visit, shown: Shown, wording: Wording) -> tuple[Link | None, str, Link | None]:
    """Link to the pages of the text before this one and after it, and say which one this is."""
    number, total = shown.starts.index(shown.bounds[0]), len(shown.starts)
    here = wording.gettext("Page %(number)s of %(total)s", number=number + 1, total=total)
    before = wording.gettext("Page %(number)s", number=number)
    after = wording.gettext("Page %(number)s", number=number + 2)
    return (
        Link(text=before, href=visit.address(at=shown.starts[number - 1])) if number else None,
        here if total > 1 else "",
        Link(text=after, href=visit.address(at=shown.starts[number + 1]))
        if number + 1 < total
        else None,
    )
