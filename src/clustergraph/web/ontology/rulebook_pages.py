"""The pages of the shapes and of the inference rules: each in words, with its source."""

import re

from clustergraph.iris import BASE
from clustergraph.locations import ONTOLOGY_SHAPES, SHAPES
from clustergraph.operations.ontology_guide.rulebook import Consequence, all_rules
from clustergraph.rdf.shape_notes import ShapeNote, shape_notes
from clustergraph.sparql.rules import Rule
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker
from clustergraph.web.offers import Offer
from clustergraph.web.ontology.views import RulebookPage, RulebookPart, RuleEntry
from clustergraph.web.visit import Visit
from clustergraph.web.wording import message

__all__ = ["consequence_entry", "rules_page", "shape_entry", "shapes_page"]

_VARIABLE = re.compile(r"\{\?(\w+)\}")
"""What stands for a value in a rule's sentence."""
_SHAPES_LEAD = message(
    "What must hold in the data beside what the terms mean. A violation stops a build; a warning "
    "and a hint stand in its report. Each says what is wrong where data break it, and what to do."
)
_OF_ONTOLOGY_LEAD = message(
    "What must hold in the files of the ontology itself: in its head, of its terms, and of how "
    "they are built. Each build checks them too."
)
_RULES_LEAD = message(
    "What follows from the statements is added by these rules, again and again until nothing new "
    "follows. It stands in a graph of its own, and never repeats what a text says."
)
_SEVERITIES = {
    "violation": message("violation"),
    "warning": message("warning"),
    "info": message("hint"),
}


def shapes_page(visit: Visit, offers: tuple[Offer, ...]) -> str:
    """Show all shapes."""
    linker = Linker(visit.labels, visit.reader)
    say = linker.wording.gettext
    of_data, of_ontology = (
        tuple(shape_entry(note, linker) for note in shape_notes(folder))
        for folder in (SHAPES, ONTOLOGY_SHAPES)
    )
    page = RulebookPage(
        frame=frame(visit, say("Shapes"), iri=f"{BASE}ns/shapes", offers=offers),
        title=say("Shapes"),
        lead=say(_SHAPES_LEAD),
        entries=of_data,
        parts=(
            RulebookPart(
                title=say("Shapes of the ontology"),
                lead=say(_OF_ONTOLOGY_LEAD),
                entries=of_ontology,
            ),
        ),
    )
    return render("rulebook.html", page, visit.reader)


def rules_page(visit: Visit) -> str:
    """Show all inference rules."""
    say = visit.reader.wording.gettext
    page = RulebookPage(
        frame=frame(visit, say("Inference rules")),
        title=say("Inference rules"),
        lead=say(_RULES_LEAD),
        entries=tuple(_rule_entry(rule, say(rule.sentence)) for rule in all_rules()),
    )
    return render("rulebook.html", page, visit.reader)


def consequence_entry(rule: Consequence) -> RuleEntry:
    """Show a rule as it applies to a term."""
    return RuleEntry(
        name=rule.name, href=f"/ns/rules#{rule.name}", sentences=(rule.sentence,), source=rule.text
    )


def shape_entry(note: ShapeNote, linker: Linker) -> RuleEntry:
    """Show a shape by its messages."""
    return RuleEntry(
        name=note.name,
        href=f"/ns/shapes#{note.name}",
        sentences=note.messages,
        language="en",
        source=note.source,
        severity=note.severity,
        severity_word=linker.wording.gettext(_SEVERITIES[note.severity]),
        terms=tuple(linker.to(term) for term in sorted(note.terms)),
    )


def _rule_entry(rule: Rule, said: str) -> RuleEntry:
    sentence = _VARIABLE.sub(r"\1", said)
    return RuleEntry(
        name=rule.name, href=f"/ns/rules#{rule.name}", sentences=(sentence,), source=rule.text
    )
