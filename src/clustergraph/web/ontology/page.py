"""The page of the whole ontology: its header, picture, terms, parts to download and history."""

import re
from collections.abc import Iterable, Iterator

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.listing.outline import schemes
from clustergraph.operations.ontology_guide.definitions import ONTOLOGY_IRI
from clustergraph.operations.ontology_guide.explain import Term, all_terms
from clustergraph.operations.ontology_guide.introduce import Ontology, introduce, themes
from clustergraph.operations.ontology_guide.overview import overview
from clustergraph.rdf.ontology_documents import changes_text, releases, vocabularies
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, property_of, words
from clustergraph.web.offers import HTML, offers_at
from clustergraph.web.ontology.changes import as_html
from clustergraph.web.ontology.picture import draw, in_words
from clustergraph.web.ontology.terms import definitions_of, term_view
from clustergraph.web.ontology.views import (
    Download,
    OntologyPage,
    TermView,
    Theme,
)
from clustergraph.web.pieces import BranchView, Link, Property
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message

__all__ = ["ontology_page", "overview_picture"]

_PATH = "/ns"
_OTHERS = message("Others")


def ontology_page(visit: Visit) -> str:
    """Show the whole ontology."""
    linker = Linker(visit.labels, visit.reader)
    definitions = definitions_of(visit)
    about = introduce(definitions, visit.language)
    terms = all_terms(definitions, visit.labels, visit.language)
    survey = overview(terms, _order())
    versions = tuple(_versions(about, linker))
    page = OntologyPage(
        frame=frame(
            visit,
            about.title.text,
            iri=ONTOLOGY_IRI,
            offers=offers_at(_PATH),
            description=about.description.text if about.description else "",
        ),
        title=words(about.title),
        description=words(about.description) if about.description else None,
        facts=tuple(_facts(about, linker.wording)),
        drawing=draw(survey, linker),
        picture=tuple(in_words(survey, linker)),
        classes=_tree(terms, linker),
        themes=tuple(_themes(terms, linker)),
        downloads=tuple(_downloads(linker)),
        vocabularies=tuple(_vocabularies(visit, linker)),
        changes=as_html(changes_text(), versions),
        versions=versions,
    )
    return render("ontology.html", page, visit.reader)


def overview_picture(visit: Visit) -> str:
    """Draw the picture of the ontology by itself, as SVG."""
    linker = Linker(visit.labels, visit.reader)
    terms = all_terms(definitions_of(visit), visit.labels, visit.language)
    return render("picture.svg", draw(overview(terms, _order()), linker), visit.reader)


def _order() -> list[Iri]:
    return [term for terms in themes().values() for term in terms]


def _facts(about: Ontology, wording: Wording) -> Iterator[Property]:
    say = wording.gettext
    prior = about.prior or ""
    for name, text, href in (
        (say("Namespace"), f"{ONTOLOGY_IRI}#", ""),
        (say("Prefix"), about.prefix, ""),
        (say("Version"), about.version, ""),
        (say("Version IRI"), about.version_iri or "", ""),
        (say("Earlier version"), prior, f"/{prior.removeprefix(BASE)}"),
        (say("Status"), about.status, ""),
        (say("By"), ", ".join(about.creators), ""),
        (say("Since"), wording.date(about.created), ""),
        (say("Changed"), wording.date(about.modified), ""),
        (say("Licence"), about.licence or "", about.licence or ""),
        (say("To cite it"), about.citation, ""),
    ):
        if text:
            yield property_of(name, [Link(text=text, href=href)])


def _tree(terms: Iterable[Term], linker: Linker) -> tuple[BranchView, ...]:
    order = {iri: place for place, iri in enumerate(_order())}
    classes = {term.thing.iri: term for term in terms if term.is_class}

    def branch(term: Term) -> BranchView:
        below = sorted(
            (each.iri for each in term.below), key=lambda iri: order.get(iri, len(order))
        )
        return BranchView(
            link=linker.link(term.thing),
            name=f"cg:{term.thing.iri.local}",
            narrower=tuple(branch(classes[iri]) for iri in below if iri in classes),
        )

    roots = [term for term in classes.values() if not term.above]
    roots.sort(key=lambda term: order.get(term.thing.iri, len(order)))
    return tuple(map(branch, roots))


def _themes(terms: Iterable[Term], linker: Linker) -> Iterator[Theme]:
    """Group the terms as the hand-written files do; what these don't know comes last."""
    views = {term.thing.iri: term_view(term, linker) for term in terms}
    for title, members in themes().items():
        yield _theme(title, [views.pop(iri) for iri in members if iri in views])
    if views:
        yield _theme(linker.wording.gettext(_OTHERS), list(views.values()))


def _theme(title: str, terms: list[TermView]) -> Theme:
    anchor = re.sub(r"[^a-z]+", "-", f"about {title}".lower())
    return Theme(title=title, anchor=anchor, terms=tuple(terms))


def _downloads(linker: Linker) -> Iterator[Download]:
    say = linker.wording.gettext
    yield Download(
        name=Link(text=say("The ontology")),
        note=say("terms and alignments; Turtle as it is written by hand"),
        formats=_formats(_PATH),
    )
    yield Download(
        name=Link(text=say("The shapes"), href=linker.address("/ns/shapes")),
        note=say("what must hold in the data"),
        formats=_formats("/ns/shapes"),
    )
    yield Download(
        name=Link(text=say("The inference rules"), href=linker.address("/ns/rules")),
        note=say("SPARQL updates, one after the other"),
        formats=(Link(text=say("Text"), href="/ns/rules.txt"),),
    )


def _formats(path: str) -> tuple[Link, ...]:
    offers = (offer for offer in offers_at(path) if offer.media_type != HTML)
    return tuple(Link(text=offer.name, href=offer.address) for offer in offers)


def _vocabularies(visit: Visit, linker: Linker) -> Iterator[Download]:
    files = vocabularies()
    for scheme, total in schemes(visit.graph, visit.labels):
        name = scheme.iri.local
        formats = _formats(f"/ns/vocabularies/{name}") if name in files else ()
        note = linker.wording.ngettext("%(num)s concept", "%(num)s concepts", total)
        yield Download(name=linker.link(scheme), note=note, formats=formats)


def _versions(about: Ontology, linker: Linker) -> Iterator[Link]:
    """Link to this version and to those that came before it."""
    for version in dict.fromkeys([about.version, *releases()]):
        if version:
            yield Link(text=version, href=linker.address(f"{_PATH}/{version}"))
