"""The page of an earlier version of the ontology: its terms as they were, and its file."""

from collections.abc import Iterator

from clustergraph.iris import BASE
from clustergraph.operations.labels import Label, choose_text
from clustergraph.operations.ontology_guide.definitions import ONTOLOGY_IRI, Definitions, named
from clustergraph.operations.ontology_guide.introduce import introduce
from clustergraph.rdf.ontology_documents import OntologyDocument
from clustergraph.web.addresses import path_of
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import capitalised, property_of, words
from clustergraph.web.offers import offers_at
from clustergraph.web.ontology.terms import definitions_of
from clustergraph.web.ontology.views import ReleasePage, TermView
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["release_page"]

_LABEL, _COMMENT = named("rdfs:label", "rdfs:comment")


def release_page(visit: Visit, version: str, document: OntologyDocument) -> str:
    """Show an earlier version; a term that is still there leads to its page of today."""
    definitions = Definitions.of(document.quads())
    about = introduce(definitions, visit.language)
    path = f"/ns/{version}"
    wording = visit.reader.wording
    facts = (
        (wording.gettext("Version IRI"), about.version_iri or ""),
        (wording.gettext("Changed"), wording.date(about.modified)),
        (wording.gettext("To cite it"), about.citation),
    )
    page = ReleasePage(
        frame=frame(
            visit,
            f"{about.title.text} {version}",
            iri=f"{BASE}ns/{version}",
            offers=offers_at(path),
        ),
        version=version,
        current=introduce(definitions_of(visit), visit.language).version,
        title=words(about.title),
        facts=tuple(property_of(name, [Link(text=text)]) for name, text in facts if text),
        terms=tuple(_terms(visit, definitions)),
    )
    return render("release.html", page, visit.reader)


def _terms(visit: Visit, definitions: Definitions) -> Iterator[TermView]:
    today = set(definitions_of(visit).terms())
    for term in definitions.terms():
        label = choose_text(definitions.texts(term, _LABEL), visit.language) or Label(term.local)
        comment = choose_text(definitions.texts(term, _COMMENT), visit.language)
        link = capitalised(words(label))
        yield TermView(
            link=Link(text=link.text, language=link.language, href=visit.reader.to(path_of(term)))
            if term in today and term != ONTOLOGY_IRI
            else link,
            name=term.local,
            iri=term,
            definition=words(comment) if comment else None,
            facts=(),
        )
