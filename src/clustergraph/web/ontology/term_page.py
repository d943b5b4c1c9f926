"""The page of one term of the ontology: what it means, what follows from it, and its use."""

from collections.abc import Iterable, Iterator, Sequence

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import DEFAULT_LANGUAGE, Thing
from clustergraph.operations.ontology_guide.exemplify import (
    Example,
    Uses,
    examples,
    questions_with,
    ready_query,
    uses,
)
from clustergraph.operations.ontology_guide.explain import Alignment, Term, explain
from clustergraph.operations.ontology_guide.rulebook import consequences
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.shape_notes import shapes_about
from clustergraph.web.evidence.quoting import notes, spot_of
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, words
from clustergraph.web.offers import offers_of_term
from clustergraph.web.ontology.behaviour import behaviour
from clustergraph.web.ontology.rulebook_pages import consequence_entry, shape_entry
from clustergraph.web.ontology.term_links import foreign, term_link, term_links
from clustergraph.web.ontology.terms import definitions_of, term_view
from clustergraph.web.ontology.views import AlignmentView, ExampleView, TermPage
from clustergraph.web.pieces import Link
from clustergraph.web.questions.asking import query_address, query_text, question_address
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message

__all__ = ["term_page"]

_SAME = message("The same as")
_SPECIALISES = message("Specialises")
_EACH_OF_OURS = message("each of ours is one of theirs")
_EACH_STATEMENT = message("each statement of ours is one of theirs")
_MEANINGS = {
    "owl:equivalentClass": (_SAME, message("each of ours is one of theirs, and the other way")),
    "owl:equivalentProperty": (
        _SAME,
        message("each statement of ours is one of theirs, both ways"),
    ),
    "rdfs:subClassOf": (_SPECIALISES, _EACH_OF_OURS),
    "rdfs:subPropertyOf": (_SPECIALISES, _EACH_STATEMENT),
    "skos:exactMatch": (message("Exact match"), message("the same, and may always stand for it")),
    "skos:closeMatch": (
        message("Close to"),
        message("much the same, and a value of the one may stand in the other"),
    ),
    "skos:broadMatch": (message("Narrower than"), message("theirs is the wider")),
    "skos:narrowMatch": (message("Wider than"), message("theirs is the narrower")),
    "skos:relatedMatch": (
        message("Related to"),
        message("the same is said there by way of another node"),
    ),
    "rdfs:seeAlso": (message("See also"), message("worth a look")),
}
"""What a relation to a term of others is called, and what it means."""

_STATUSES = {
    "stable": message("stable"),
    "testing": message("testing: it may still change"),
    "unstable": message("unstable: it will change"),
    "archaic": message("archaic: use it no more"),
}
"""The words of the vocabulary of term statuses."""


def term_page(visit: Visit, iri: Iri) -> str:
    """Show one term.

    Long because the page has many parts, each made by one call.

    Raises:
        NotFound: when the ontology has no such term.
    """
    linker = Linker(visit.labels, visit.reader)
    term = explain(definitions_of(visit), visit.labels, visit.language, iri)
    query = ready_query(term)
    bound = {("class" if term.is_class else "property"): iri}
    page = TermPage(
        frame=frame(
            visit,
            term.thing.label.text,
            iri=iri,
            offers=offers_of_term(iri),
            description=term.definition.text if term.definition else "",
            crumbs=(Link(text=linker.wording.gettext("ontology"), href=linker.address("/ns")),),
        ),
        term=term_view(term, linker),
        called=linker.link(term.thing),
        is_class=term.is_class,
        kind=_kind(term, linker.wording),
        status=_status(term, linker.wording),
        replaced_by=term_links(term.replaced_by, linker),
        definitions=_texts(term.definitions),
        labels=_texts(term.labels),
        notes=_texts(_readable(term.notes, visit.language)),
        behaviour=tuple(behaviour(term, linker)),
        rules=tuple(map(consequence_entry, consequences(term, linker.wording.gettext))),
        uses=tuple(_uses(uses(visit.graph, term), term, linker.wording)),
        own_examples=_texts(term.examples),
        examples=tuple(
            _example(each, linker) for each in examples(visit.graph, visit.labels, term)
        ),
        query=linker.address(query_address(query, **bound)),
        query_text=query_text(query, **bound),
        questions=tuple(
            Link(
                text=linker.wording.gettext(each.question),
                href=linker.address(question_address(each.name)),
            )
            for each in questions_with(iri)
        ),
        shapes=tuple(shape_entry(note, linker) for note in shapes_about(iri)),
        alignments=tuple(_alignment(each, linker.wording) for each in term.alignments),
        changes=_texts(term.changes),
    )
    return render("term.html", page, visit.reader)


def _kind(term: Term, wording: Wording) -> str:
    return wording.gettext("class") if term.is_class else wording.gettext("property")


def _status(term: Term, wording: Wording) -> str:
    return wording.gettext(_STATUSES[term.status]) if term.status in _STATUSES else term.status


def _readable(texts: Sequence[Text], language: str) -> Sequence[Text]:
    """Keep the texts in a language; in the default one where there is none."""
    wanted = [text for text in texts if text.language in (language, "")]
    return wanted or [text for text in texts if text.language == DEFAULT_LANGUAGE]


def _texts(texts: Iterable[Text]) -> tuple[Link, ...]:
    return tuple(words(text) for text in texts)


def _uses(counted: Uses, term: Term, wording: Wording) -> Iterator[str]:
    """Say how many uses there are, and then how they came about."""
    yield _total(counted, term, wording)
    if counted.documents:
        yield wording.ngettext("in %(num)s document", "in %(num)s documents", counted.documents)


def _total(counted: Uses, term: Term, wording: Wording) -> str:
    number = counted.total
    if term.is_class:
        total = wording.ngettext("%(num)s of this class", "%(num)s of this class", number)
    else:
        total = wording.ngettext("%(num)s statement", "%(num)s statements", number)
    if counted.elsewhere:
        how = wording.gettext("said by this service of documents and their passages")
    elif number:
        how = _how(counted, term, wording)
    else:
        return total
    return wording.gettext("%(total)s: %(how)s", total=total, how=how)


def _how(counted: Uses, term: Term, wording: Wording) -> str:
    counts = {
        "asserted": wording.number(counted.asserted),
        "inferred": wording.number(counted.inferred),
    }
    if term.is_class:
        return wording.gettext(
            "%(asserted)s directly, %(inferred)s by a narrower class or another rule", **counts
        )
    return wording.gettext("%(asserted)s asserted, %(inferred)s inferred", **counts)


def _example(example: Example, linker: Linker) -> ExampleView:
    value, found = example.value, example.passage
    return ExampleView(
        thing=linker.link(example.thing),
        value=_value(value, linker) if value is not None else None,
        notes=notes([found], linker.wording) if found and value is not None else (),
        quote=words(found.quote) if found else None,
        source=linker.place(*spot_of(found)) if found else None,
        language=linker.wording.language_name(found.quote.language) if found else "",
    )


def _value(value: Thing | Text, linker: Linker) -> Link:
    return words(value) if isinstance(value, Text) else term_link(value, linker)


def _alignment(alignment: Alignment, wording: Wording) -> AlignmentView:
    title, meaning = map(wording.gettext, _MEANINGS[shorten(alignment.relation)])
    return AlignmentView(
        title=title, meaning=meaning, terms=tuple(foreign(term) for term in alignment.terms)
    )
