"""What the pages of the ontology share: its definitions, and what a term is and joins, in short."""

from collections.abc import Iterable

from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Ends, Term
from clustergraph.web.linking import Linker, capitalised, property_of, words
from clustergraph.web.ontology.term_links import term_links
from clustergraph.web.ontology.views import TermView
from clustergraph.web.pieces import Link, Property
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording

__all__ = ["definitions_of", "term_view"]


def definitions_of(visit: Visit) -> Definitions:
    """Return the ontology of the version that answers, read once for each version."""
    return visit.findings.get("definitions", lambda: Definitions.read(visit.graph))


def term_view(term: Term, linker: Linker) -> TermView:
    """Show what a term is and what it joins, in short."""
    say = linker.wording.gettext
    facts = [
        _things(say("Specialises"), term.above, linker),
        _things(say("Specialised by"), term.below, linker),
        _things(_domain_name(term.domain, linker.wording), term.domain.things, linker),
        _things(_range_name(term.range, linker.wording), term.range.things, linker),
        _things(say("Inverse"), term.inverse, linker),
        _things(say("Leads from it"), term.leads_from, linker),
        _things(say("Leads to it"), term.leads_to, linker),
    ]
    if term.inferred:
        note = Link(text=say("follows by the rules, never read from a text"))
        facts.append(property_of(say("Note"), [note]))
    return TermView(
        link=capitalised(linker.link(term.thing)),
        name=term.thing.iri.local,
        iri=term.thing.iri,
        definition=words(term.definition) if term.definition else None,
        facts=tuple(fact for fact in facts if fact.values),
        is_deprecated=term.is_deprecated,
    )


def _things(name: str, things: Iterable[Thing], linker: Linker) -> Property:
    """List things under a name."""
    return property_of(name, term_links(things, linker))


def _domain_name(ends: Ends, wording: Wording) -> str:
    return wording.gettext("Domain: one of") if _is_any_of(ends) else wording.gettext("Domain")


def _range_name(ends: Ends, wording: Wording) -> str:
    return wording.gettext("Range: one of") if _is_any_of(ends) else wording.gettext("Range")


def _is_any_of(ends: Ends) -> bool:
    return ends.is_open and len(ends.things) > 1
