"""The page of one term of the ontology: what it means, what follows from it, and its use."""

from collections.abc import Iterable, Iterator

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.exemplify import (
    Example,
    Uses,
    examples,
    questions_with,
    ready_query,
    uses,
)
from clustergraph.operations.ontology_guide.explain import Alignment, Character, Ends, Term, explain
from clustergraph.operations.ontology_guide.rulebook import consequences
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.shape_notes import shapes_about
from clustergraph.web.asking import query_address, query_text, question_address
from clustergraph.web.framing import frame, language_name
from clustergraph.web.linking import Linker, capitalised, words
from clustergraph.web.offers import offers_of_term
from clustergraph.web.ontology.rulebook_pages import consequence_entry, shape_entry
from clustergraph.web.ontology.views import AlignmentView, ExampleView, TermPage, TermView
from clustergraph.web.pieces import Link, Property, Value
from clustergraph.web.quoting import notes, spot_of
from clustergraph.web.rendering import render
from clustergraph.web.visit import Visit

__all__ = ["definitions_of", "foreign", "property_of", "term_page", "term_view", "things_of"]

_MEANINGS = {
    "owl:equivalentClass": ("The same as", "each of ours is one of theirs, and the other way"),
    "owl:equivalentProperty": ("The same as", "each statement of ours is one of theirs, both ways"),
    "rdfs:subClassOf": ("Specialises", "each of ours is one of theirs"),
    "rdfs:subPropertyOf": ("Specialises", "each statement of ours is one of theirs"),
    "skos:exactMatch": ("Exact match", "the same, and may always stand for it"),
    "skos:closeMatch": ("Close to", "much the same, and a value of the one may stand in the other"),
    "skos:broadMatch": ("Narrower than", "theirs is the wider"),
    "skos:narrowMatch": ("Wider than", "theirs is the narrower"),
    "skos:relatedMatch": ("Related to", "the same is said there by way of another node"),
    "rdfs:seeAlso": ("See also", "worth a look"),
}
"""What a relation to a term of others is called, and what it means."""

_STATUSES = {"testing": "testing: it may still change", "unstable": "unstable: it will change"}
_CHARACTERS = {
    Character.FUNCTIONAL: "A thing has one value of it at the most.",
    Character.INVERSE_FUNCTIONAL: "A value belongs to one thing at the most.",
    Character.TRANSITIVE: "It passes on: where it leads from one to a second and from there to a "
    "third, it leads from the first to the third.",
    Character.SYMMETRIC: "It holds both ways.",
    Character.ASYMMETRIC: "It never holds both ways.",
    Character.IRREFLEXIVE: "Nothing stands in it to itself.",
}


def term_page(visit: Visit, iri: Iri) -> str:
    """Show one term.

    Raises:
        NotFound: when the ontology has no such term.
    """
    linker = Linker(visit.labels, visit.reader)
    term = explain(definitions_of(visit), visit.labels, visit.language, iri)
    query = ready_query(term)
    bound = {("class" if term.is_class else "property"): iri}
    page = TermPage(
        frame=frame(visit, term.thing.label.text, iri=iri, offers=offers_of_term(iri)),
        term=term_view(term, linker),
        called=linker.link(term.thing),
        kind="class" if term.is_class else "property",
        status=_STATUSES.get(term.status, term.status),
        replaced_by=_links(term.replaced_by, linker),
        definitions=_texts(term.definitions),
        labels=_texts(term.labels),
        notes=_texts(term.notes),
        behaviour=tuple(_behaviour(term, linker)),
        rules=tuple(map(consequence_entry, consequences(term))),
        uses=tuple(_uses(uses(visit.graph, term), term)),
        own_examples=_texts(term.examples),
        examples=tuple(
            _example(each, linker) for each in examples(visit.graph, visit.labels, term)
        ),
        query=query_address(query, **bound),
        query_text=query_text(query, **bound),
        questions=tuple(
            Link(text=each.question, href=question_address(each.name))
            for each in questions_with(iri)
        ),
        shapes=tuple(shape_entry(note, linker) for note in shapes_about(iri)),
        alignments=tuple(map(_alignment, term.alignments)),
        changes=_texts(term.changes),
    )
    return render("term.html", page, visit.reader)


def definitions_of(visit: Visit) -> Definitions:
    """Return the ontology of the version that answers, read once for each version."""
    return visit.findings.get("definitions", lambda: Definitions.read(visit.graph))


def term_view(term: Term, linker: Linker) -> TermView:
    """Show what a term is and what it joins, in short."""
    facts = [
        things_of("Specialises", term.above, linker),
        things_of("Specialised by", term.below, linker),
        things_of(_end_name("Domain", term.domain), term.domain.things, linker),
        things_of(_end_name("Range", term.range), term.range.things, linker),
        things_of("Inverse", term.inverse, linker),
        things_of("Leads from it", term.leads_from, linker),
        things_of("Leads to it", term.leads_to, linker),
    ]
    if term.inferred:
        note = Link(text="follows by the rules, never read from a text")
        facts.append(property_of("Note", [note]))
    return TermView(
        link=capitalised(linker.link(term.thing)),
        name=term.thing.iri.local,
        iri=term.thing.iri,
        definition=words(term.definition) if term.definition else None,
        facts=tuple(fact for fact in facts if fact.values),
        is_deprecated=term.is_deprecated,
    )


def foreign(iri: Iri) -> Link:
    """Name a term of another vocabulary by its prefix: that tells more than its bare name."""
    return Link(text=shorten(iri), href=iri)


def things_of(name: str, things: Iterable[Thing], linker: Linker) -> Property:
    """List things under a name."""
    return property_of(name, _links(things, linker))


def property_of(name: str, links: Iterable[Link]) -> Property:
    """List links under a name."""
    return Property(name=Link(text=name), values=tuple(Value(link=link) for link in links))


def _end_name(name: str, ends: Ends) -> str:
    return f"{name}: one of" if ends.is_open and len(ends.things) > 1 else name


def _links(things: Iterable[Thing], linker: Linker) -> tuple[Link, ...]:
    return tuple(_link(thing, linker) for thing in things)


def _link(thing: Thing, linker: Linker) -> Link:
    """Link to a thing; a datatype or a class of others goes by its prefixed name."""
    name = shorten(thing.iri)
    is_others = ":" in name and not name.startswith(("http", "cg:", "id:", "doc:", "ev:"))
    return foreign(thing.iri) if is_others else linker.link(thing)


def _texts(texts: Iterable[Text]) -> tuple[Link, ...]:
    return tuple(words(text) for text in texts)


def _behaviour(term: Term, linker: Linker) -> Iterator[tuple[Link, ...]]:
    """Say in sentences what follows from the axioms of a term."""
    if not term.is_class:
        yield from _at_end("What has it", term.domain, linker)
        yield from _at_end("Its value", term.range, linker)
    for inverse in _links(term.inverse, linker):
        yield (Link(text="The same, said from the other end: "), inverse, Link(text="."))
    yield from ((Link(text=_CHARACTERS[character]),) for character in term.characters)
    for chain in term.chains:
        steps = _listed(_links(chain, linker), " and then ")
        yield (Link(text="It follows wherever one comes by "), *steps, Link(text=" to something."))
    if term.disjoint:
        others = _listed(_links(term.disjoint, linker), ", ")
        yield (Link(text="Nothing that is one is also: "), *others, Link(text="."))


def _at_end(which: str, ends: Ends, linker: Linker) -> Iterator[tuple[Link, ...]]:
    links = _links(ends.things, linker)
    if not links:
        return
    if ends.is_open:
        told = "; nothing follows from it about which." if len(links) > 1 else ""
        kind = "one of" if len(links) > 1 else "meant to be"
        yield (Link(text=f"{which} is {kind}: "), *_listed(links, ", "), Link(text=told or "."))
    else:
        told = "; that follows, whatever else is known."
        yield (Link(text=f"{which} is of the class "), *_listed(links, " and "), Link(text=told))


def _listed(links: Iterable[Link], between: str) -> Iterator[Link]:
    for number, link in enumerate(links):
        if number:
            yield Link(text=between)
        yield link


def _uses(counted: Uses, term: Term) -> Iterator[str]:
    """Say how many uses there are, and then how they came about."""
    unit = "of this class" if term.is_class else "statement" + "s" * (counted.total != 1)
    if counted.total and not counted.elsewhere:
        inferred = "by a narrower class or another rule" if term.is_class else "inferred"
        said = "directly" if term.is_class else "asserted"
        how = f": {counted.asserted} {said}, {counted.inferred} {inferred}"
    else:
        how = ": said by this service of documents and their passages" * (counted.elsewhere > 0)
    yield f"{counted.total} {unit}{how}"
    if counted.documents:
        yield f"in {_plural(counted.documents, 'document')}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _example(example: Example, linker: Linker) -> ExampleView:
    value, found = example.value, example.passage
    return ExampleView(
        thing=linker.link(example.thing),
        value=_value(value, linker) if value is not None else None,
        notes=notes([found]) if found and value is not None else (),
        quote=words(found.quote) if found else None,
        source=linker.place(*spot_of(found)) if found else None,
        language=language_name(found.quote.language) if found else None,
    )


def _value(value: Thing | Text, linker: Linker) -> Link:
    return words(value) if isinstance(value, Text) else _link(value, linker)


def _alignment(alignment: Alignment) -> AlignmentView:
    title, meaning = _MEANINGS[shorten(alignment.relation)]
    return AlignmentView(
        title=title, meaning=meaning, terms=tuple(foreign(term) for term in alignment.terms)
    )
