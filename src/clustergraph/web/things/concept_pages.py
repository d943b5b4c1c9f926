"""The pages of the vocabularies: a scheme with the tree of its concepts, and a single concept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, Group, describe
from clustergraph.operations.labels import Thing, choose_text
from clustergraph.operations.listing.outline import Branch, outline
from clustergraph.rdf.ontology_documents import vocabularies
from clustergraph.rdf.prefixes import expand
from clustergraph.web.addresses import path_of
from clustergraph.web.citing.routes import citation_view
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import property_of, words
from clustergraph.web.offers import HTML, offers_at
from clustergraph.web.pieces import BranchView, Link, Property
from clustergraph.web.structured.concepts import concept_node
from clustergraph.web.things.composing import Composer
from clustergraph.web.things.framed import thing_frame
from clustergraph.web.things.machine_links import machine_links, report_address
from clustergraph.web.things.naming import name_rows
from clustergraph.web.things.views import ConceptPage
from clustergraph.web.visit import Visit
from clustergraph.web.wording import message

__all__ = ["concept_page"]


def _skos(name: str) -> Iri:
    return expand(f"skos:{name}")


_DEFINITION = _skos("definition")
_TOLD_OTHERWISE = frozenset(
    {
        *map(_skos, ("inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower")),
        *(_DEFINITION, expand("dcterms:description")),
    }
)
"""What the tree, the breadcrumbs and the first lines of a page show."""
_UP_AND_DOWN = {
    message("Broader"): ("broader", "narrower"),
    message("Narrower"): ("narrower", "broader"),
}
"""Said of this concept, or the other way round of the other one."""


def concept_page(visit: Visit, iri: Iri) -> str:
    """Show a concept, or a whole vocabulary.

    Raises:
        NotFound: when there is none.
    """
    composer = Composer(visit.labels, visit.reader)
    description = describe(visit.graph, iri, visit.labels)
    rest = _without(description, _TOLD_OTHERWISE)
    scheme, definition = _scheme(description, composer), _definition(description, visit.language)
    told = definition.text if definition else ""
    page = ConceptPage(
        frame=thing_frame(
            visit,
            description,
            told,
            crumbs=[scheme] if scheme else (),
            node=concept_node(description, told),
        ),
        iri=iri,
        href=composer.address(path_of(iri)),
        label=words(description.thing.label),
        scheme=scheme,
        definition=definition,
        facts=(*composer.facts(rest), *_up_and_down(description, composer)),
        downloads=_downloads(iri),
        tree=_branches(outline(visit.graph, visit.labels, iri), composer),
        relations=composer.relations(rest),
        incoming=composer.incoming(rest),
        sources=composer.footnotes.sources(),
        left_out=composer.footnotes.left_out,
        names=name_rows(description.names, visit.reader.wording),
        citation=citation_view(visit, description.thing),
        report=report_address(iri, composer),
        machines=machine_links(description, composer, visit.version_id),
    )
    return render("concept.html", page, visit.reader)


def _without(description: Description, properties: frozenset[str]) -> Description:
    """Leave out what is said by some properties."""
    return replace(
        description,
        facts=tuple(it for it in description.facts if it.property.iri not in properties),
        relations=tuple(it for it in description.relations if it.property.iri not in properties),
        incoming=tuple(it for it in description.incoming if it.property.iri not in properties),
    )


def _definition(description: Description, language: str) -> Link | None:
    said = [fact.value for fact in description.facts if fact.property.iri == _DEFINITION]
    label = choose_text(said, language)
    return words(label) if label else None


def _scheme(description: Description, composer: Composer) -> Link | None:
    schemes = _others(description.relations, _skos("inScheme"))
    return composer.link(schemes[0]) if schemes else None


def _downloads(iri: Iri) -> tuple[Link, ...]:
    """Link to the whole vocabulary, where the IRI is that of one."""
    if iri.local not in vocabularies() or iri != f"{BASE}voc/{iri.local}":
        return ()
    offers = offers_at(f"/ns/vocabularies/{iri.local}")
    return tuple(Link(text=it.name, href=it.address) for it in offers if it.media_type != HTML)


def _up_and_down(description: Description, composer: Composer) -> Iterator[Property]:
    for name, (said, inverse) in _UP_AND_DOWN.items():
        found = dict.fromkeys(
            (
                *_others(description.relations, _skos(said)),
                *_others(description.incoming, _skos(inverse)),
            )
        )
        if found:
            yield property_of(composer.wording.gettext(name), map(composer.link, found))


def _others(groups: Iterable[Group], property_: str) -> list[Thing]:
    return [
        relation.other
        for group in groups
        if group.property.iri == property_
        for relation in group.relations
    ]


def _branches(branches: Iterable[Branch], composer: Composer) -> tuple[BranchView, ...]:
    return tuple(
        BranchView(
            link=composer.link(branch.concept),
            notation=branch.notation if branch.notation != branch.concept.iri.local else "",
            narrower=_branches(branch.narrower, composer),
        )
        for branch in branches
    )
