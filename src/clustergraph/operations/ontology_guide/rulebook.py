"""The rules of inference as a term sees them: by which of them it follows, said of that term."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.explain import Character, Term
from clustergraph.sparql.rules import Rule, read_rules
from clustergraph.store.inferring import RULES
from clustergraph.vocab import INFERRED

__all__ = ["Consequence", "all_rules", "consequences"]

_VARIABLE = re.compile(r"([“„]?)\{\?(\w+)\}([”“]?)")
"""What stands for a name in a sentence, with the quotation marks of whichever language."""
_NAMED_AT_MOST = 3
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A rule by which statements with a term follow, its sentence written for the term."""

    name: str
    sentence: str
    text: str


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return all rules by name; their files are read once.

    Raises:
        RuleError: when a file is no rule.
    """
    return tuple(read_rules(RULES))


def consequences(term: Term, say: Callable[[str], str] = str) -> tuple[Consequence, ...]:
    """Return the rules by which a term follows, by name; ``say`` translates what they say.

    A rule adds the term itself, or whatever bears an axiom that the ontology states of the term.
    """
    found = []
    for rule in all_rules():
        ((_, predicate, object_), *_) = rule.head
        added = object_ if predicate == _TYPE else predicate
        if (predicate == _TYPE) != term.is_class:
            continue
        names = _names(rule, term, added.removeprefix("?")) if added.startswith("?") else {}
        if names or added == f"<{term.thing.iri}>":
            found.append(_consequence(rule, say(rule.sentence), names))
    return tuple(found)


def _consequence(rule: Rule, said: str, names: Mapping[str, list[str]]) -> Consequence:
    def named(found: re.Match[str]) -> str:
        before, variable, after = found.groups()
        return " / ".join(f"{before}{name}{after}" for name in names.get(variable, ["…"]))

    return Consequence(name=rule.name, sentence=_VARIABLE.sub(named, said), text=rule.text)


def _names(rule: Rule, term: Term, added: str) -> dict[str, list[str]]:
    """Name what stands for the rule's variables; empty where its axiom isn't stated of the term."""
    chains = [chain for chain in term.chains if len(chain) == 2]
    axioms: dict[str, dict[str, Iterable[Thing]]] = {
        "owl:inverseOf": {"property": [it for it in term.inverse if it.iri not in INFERRED]},
        "owl:propertyChainAxiom": {
            "step": [step for step, _ in chains],
            "next": [following for _, following in chains],
        },
        "owl:TransitiveProperty": {
            "property": [term.thing] * (Character.TRANSITIVE in term.characters)
        },
        "rdfs:subPropertyOf": {"property": term.below},
        "rdfs:subClassOf": {"class": term.below},
        "rdfs:domain": {"property": term.domain_of},
        "rdfs:range": {"property": term.range_of},
    }
    for axiom, things in axioms.items():
        if axiom in rule.text and any(things.values()):
            names = {name: _first_labels(values) for name, values in things.items()}
            return names | {added: [term.thing.label.text]}
    return {}


def _first_labels(things: Iterable[Thing]) -> list[str]:
    labels = list(dict.fromkeys(thing.label.text for thing in things))
    return labels[:_NAMED_AT_MOST] + ["…"] * (len(labels) > _NAMED_AT_MOST)
