"""The page of an entity: what it is, what is known of it, and the words that say so."""

from clustergraph.model import Iri
from clustergraph.operations.describe import describe
from clustergraph.web.asking import query_address
from clustergraph.web.composing import Composer, name_rows
from clustergraph.web.elsewhere import elsewhere
from clustergraph.web.framing import frame
from clustergraph.web.linking import words
from clustergraph.web.lists import list_of
from clustergraph.web.offers import offers_of
from clustergraph.web.rendering import render
from clustergraph.web.sentences import sentence
from clustergraph.web.views import EntityPage
from clustergraph.web.visit import Visit

__all__ = ["entity_page"]


def entity_page(visit: Visit, iri: Iri) -> str:
    """Show an entity.

    Raises:
        NotFound: when there is none.
    """
    composer = Composer(visit.labels, visit.reader)
    description = describe(visit.graph, iri, visit.labels)
    disagreements = composer.disagreements(description)
    page = EntityPage(
        frame=frame(
            visit,
            description.thing.label.text,
            languages={name.language for name in description.names},
            iri=iri,
            offers=offers_of(iri),
        ),
        iri=iri,
        label=words(description.thing.label),
        kind=composer.titled(description.kind) if description.kind else None,
        list=list_of(visit, description.kind) if description.kind else "",
        description=sentence(description, composer),
        facts=composer.facts(description),
        relations=composer.relations(description),
        incoming=composer.incoming(description),
        consequences=composer.consequences(description),
        names=name_rows(description.names),
        documents=tuple(composer.link(document) for document in description.documents),
        disagreements=disagreements,
        elsewhere=elsewhere(description.elsewhere, composer),
        quotes=composer.cited(),
        query=query_address("stated-of", entity=iri),
        api=f"/api/entities/{iri.local}" if "/id/" in iri else "",
    )
    return render("entity.html", page, visit.reader)
