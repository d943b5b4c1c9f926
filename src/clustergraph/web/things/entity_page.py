"""The page of an entity: what it is, what is known of it, and the words that say so."""

from clustergraph.model import Iri
from clustergraph.operations.describing.beside import beside
from clustergraph.operations.describing.describe import Description, describe
from clustergraph.vocab import CG
from clustergraph.web.addresses import path_of
from clustergraph.web.citing.routes import citation_view
from clustergraph.web.evidence.writers import graphs_written, writers
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.sharing import in_words
from clustergraph.web.linking import Linker, words
from clustergraph.web.listing.addresses import list_of
from clustergraph.web.pictures.entity_pictures import entity_pictures
from clustergraph.web.pictures.map import atlas_of
from clustergraph.web.pieces import Link
from clustergraph.web.structured.things import thing_node
from clustergraph.web.things.composing import Composer
from clustergraph.web.things.elsewhere import elsewhere
from clustergraph.web.things.framed import thing_frame
from clustergraph.web.things.lasting import lasting
from clustergraph.web.things.machine_links import machine_links, report_address
from clustergraph.web.things.naming import name_rows
from clustergraph.web.things.placing import crumbs, places
from clustergraph.web.things.sentences import sentence
from clustergraph.web.things.views import EntityPage
from clustergraph.web.visit import Visit

__all__ = ["entity_page"]

_MOST_DOCUMENTS = 10


def entity_page(visit: Visit, iri: Iri) -> str:
    """Show an entity.

    Long because the page has many parts, each made by one call.

    Raises:
        NotFound: when there is none.
    """
    marks_written = not visit.version.is_plain
    composer = Composer(visit.labels, visit.reader, marks_written=marks_written)
    description = describe(visit.graph, iri, visit.labels)
    disagreements = composer.disagreements(description)
    neighbours = beside(visit.names, iri, visit.language)
    published = visit.version.created.date()
    all_of_kind = list_of(visit, description.kind) if description.kind else ""
    told, way = sentence(description, composer), crumbs(description, composer, all_of_kind)
    page = EntityPage(
        frame=thing_frame(
            visit,
            description,
            in_words(told),
            crumbs=way,
            node=thing_node(description, in_words(told), atlas_of(visit).spots(iri)),
        ),
        iri=iri,
        href=composer.address(path_of(iri)),
        label=words(description.thing.label),
        crumbs=way,
        previous=composer.link(neighbours.previous) if neighbours.previous else None,
        next=composer.link(neighbours.next) if neighbours.next else None,
        lasting=lasting(description, published, visit.reader.wording),
        as_of=visit.reader.wording.date(published.isoformat()),
        places=places(description, composer),
        description=told,
        key_facts=composer.key_facts(description),
        facts=composer.facts(description),
        relations=composer.relations(description),
        incoming=composer.incoming(description),
        consequences=composer.consequences(description),
        empty=_empty(visit, description),
        pictures=entity_pictures(visit, description, composer),
        names=name_rows(description.names, visit.reader.wording, marks_written=marks_written),
        documents=tuple(composer.link(it) for it in description.documents[:_MOST_DOCUMENTS]),
        all_documents=_all_documents(description, composer),
        disagreements=disagreements,
        elsewhere=elsewhere(description.elsewhere, composer),
        sources=composer.footnotes.sources(),
        left_out=composer.footnotes.left_out,
        written=writers(visit, graphs_written(description), composer),
        citation=citation_view(visit, description.thing),
        report=report_address(iri, composer),
        machines=machine_links(description, composer, visit.version_id),
    )
    return render("entity.html", page, visit.reader)


def _empty(visit: Visit, description: Description) -> str:
    """Say why nothing stands on a page beside a name; nothing where something does."""
    if description.facts or description.relations or description.incoming:
        return ""
    if visit.version.is_plain:
        return visit.reader.wording.gettext("What is said of it is in the data, not on this page.")
    read = int(visit.version.report.get("documents", 0))
    if not read or not description.document_total:
        return visit.reader.wording.gettext("Its name is all that is known of it.")
    return visit.reader.wording.ngettext(
        "The one document that was read gives its name and says no more of it.",
        "The %(num)s documents that were read give its name and say no more of it.",
        read,
    )


def _all_documents(description: Description, linker: Linker) -> Link | None:
    total = description.document_total
    if total <= _MOST_DOCUMENTS:
        return None
    said = linker.wording.ngettext("All %(num)s document", "All %(num)s documents", total)
    return Link(text=said, href=linker.all_related(description.thing.iri, CG.mentionedIn))
