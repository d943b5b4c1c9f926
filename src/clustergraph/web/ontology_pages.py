"""The pages of the ontology: all its terms on one, and one for each."""

from collections.abc import Iterable

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.explain import Term, all_terms, explain, ontology, uses
from clustergraph.operations.labels import Thing
from clustergraph.operations.outline import schemes
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.asking import query_address
from clustergraph.web.framing import frame
from clustergraph.web.linking import Linker, capitalised, words
from clustergraph.web.offers import offers_of_term
from clustergraph.web.pieces import Link, Number, Property, Value
from clustergraph.web.rendering import render
from clustergraph.web.views import OntologyPage, TermPage, TermView
from clustergraph.web.visit import Visit

__all__ = ["ONTOLOGY", "ontology_page", "term_page"]

ONTOLOGY = Iri(f"{BASE}ns")


def ontology_page(visit: Visit) -> str:
    """Show all terms, classes first."""
    linker = Linker(visit.labels, visit.language)
    about = ontology(visit.graph, visit.language)
    terms = all_terms(visit.graph, visit.labels, visit.language)
    page = OntologyPage(
        frame=frame(visit, about.title.text, iri=ONTOLOGY, offers=offers_of_term(ONTOLOGY)),
        title=words(about.title),
        description=words(about.description) if about.description else None,
        facts=tuple(
            _property(name, [link])
            for name, link in (
                ("Namespace", Link(text=f"{ONTOLOGY}#")),
                ("Version", Link(text=about.version)),
                ("Licence", Link(text=about.licence or "", href=about.licence or "")),
            )
            if link.text
        ),
        classes=tuple(_view(term, linker) for term in terms if term.is_class),
        properties=tuple(_view(term, linker) for term in terms if not term.is_class),
        vocabularies=tuple(
            Number(name=linker.link(scheme), total=total)
            for scheme, total in schemes(visit.graph, visit.labels)
        ),
    )
    return render("ontology.html", page)


def term_page(visit: Visit, iri: Iri) -> str:
    """Show one term, and how often it is used.

    Raises:
        NotFound: when the ontology has no such term.
    """
    linker = Linker(visit.labels, visit.language)
    term = explain(visit.graph, visit.labels, visit.language, iri)
    label = term.thing.label.text
    page = TermPage(
        frame=frame(visit, label, iri=iri, offers=offers_of_term(iri)),
        term=_view(term, linker),
        labels=tuple(words(text) for text in term.labels),
        examples=tuple(words(text) for text in term.examples),
        uses=uses(visit.graph, term),
        unit="of this class" if term.is_class else "statements",
        query=(
            query_address("things-of-class", **{"class": iri})
            if term.is_class
            else query_address("statements-with", property=iri)
        ),
    )
    return render("term.html", page)


def _view(term: Term, linker: Linker) -> TermView:
    facts = [
        _things("Specialises", term.above, linker),
        _things("Domain", term.domain, linker),
        _things("Range", term.range, linker),
        _things("Inverse", term.inverse, linker),
        _property("See also", map(_foreign, term.see_also)),
    ]
    if term.inferred:
        facts.append(_property("Note", [Link(text="follows by the rules, never stated")]))
    return TermView(
        link=capitalised(linker.link(term.thing)),
        name=term.thing.iri.local,
        iri=term.thing.iri,
        definition=words(term.definition) if term.definition else None,
        facts=tuple(fact for fact in facts if fact.values),
    )


def _foreign(thing: Thing) -> Link:
    """Name a term of another vocabulary by its prefix: that tells more than its bare name."""
    return Link(text=shorten(thing.iri), href=thing.iri)


def _things(name: str, things: Iterable[Thing], linker: Linker) -> Property:
    return _property(name, [linker.link(thing) for thing in things])


def _property(name: str, links: Iterable[Link]) -> Property:
    return Property(name=Link(text=name), values=tuple(Value(link=link) for link in links))
