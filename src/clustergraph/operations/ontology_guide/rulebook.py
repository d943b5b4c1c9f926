"""The rules of inference as a term sees them: by which of them it follows, said of that term."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.explain import Character, Term
from clustergraph.sparql.rules import Rule, read_rules
from clustergraph.store.inferring import RULES
from clustergraph.vocab import INFERRED

__all__ = ["Consequence", "all_rules", "consequences"]

_VARIABLE = re.compile(r"\{\?(\w+)\}")
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


def consequences(term: Term) -> tuple[Consequence, ...]:
    """Return the rules by which a term follows, by name.

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
            found.append(_consequence(rule, names))
    return tuple(found)


def _consequence(rule: Rule, names: Mapping[str, str]) -> Consequence:
    sentence = _VARIABLE.sub(lambda found: names.get(found[1], "…"), rule.sentence)
    return Consequence(name=rule.name, sentence=sentence, text=rule.text)


def _names(rule: Rule, term: Term, added: str) -> dict[str, str]:
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
            names = {name: _either(values) for name, values in things.items()}
            return names | {added: term.thing.label.text}
    return {}


def _either(things: Iterable[Thing]) -> str:
    """Write the first names one after the other, to stand between quotation marks."""
    labels = list(dict.fromkeys(thing.label.text for thing in things))
    shown = "” or “".join(labels[:_NAMED_AT_MOST])
    return f"{shown}” or “…" if len(labels) > _NAMED_AT_MOST else shown
