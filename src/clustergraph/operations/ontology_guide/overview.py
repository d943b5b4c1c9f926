"""Survey the ontology for a picture: families of classes, and the main relations between them.

What only ever follows from other statements, such as inverses, is left out, and so is what a shape
forbids though domain and range allow it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.definitions import is_ours
from clustergraph.operations.ontology_guide.explain import Ends, Term
from clustergraph.rdf.shape_ends import tied_ends

__all__ = ["Family", "Overview", "Relation", "overview"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A class that specialises none of ours, with all below it.

    ``attributes`` are the properties of any of them that lead to no class of ours: dates, numbers,
    words, concepts.
    """

    root: Thing
    members: tuple[Thing, ...]
    attributes: tuple[Thing, ...]

    @property
    def classes(self) -> frozenset[Iri]:
        """The IRIs of the root and the members."""
        return frozenset(thing.iri for thing in (self.root, *self.members))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """The properties that lead from families to one family, by their roots."""

    sources: tuple[Iri, ...]
    target: Iri
    properties: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The families in the order of the ontology's files, and the relations between them.

    Each of ``relations`` has one source; each of ``shared`` is one property of most families.
    """

    families: tuple[Family, ...]
    relations: tuple[Relation, ...]
    shared: tuple[Relation, ...]


def overview(terms: Iterable[Term], order: Iterable[Iri]) -> Overview:
    """Survey the terms; ``order`` is theirs in the ontology's files."""
    places = {iri: place for place, iri in enumerate(order)}
    known = [term for term in terms if not term.is_deprecated]
    known.sort(key=lambda term: (places.get(term.thing.iri, len(places)), term.thing.iri))
    properties = [term for term in known if not term.is_class and not term.inferred]
    families = _families(known, properties)
    root_of = {iri: family.root.iri for family in families for iri in family.classes}
    relations: dict[tuple[Iri, Iri], list[Thing]] = {}
    shared = []
    for term in properties:
        sources, targets = _roots(term.domain, root_of), _roots(term.range, root_of)
        if 2 * len(sources) > len(families) and len(targets) == 1:
            shared.append(Relation(sources=sources, target=targets[0], properties=(term.thing,)))
            continue
        tied = _roots_tied(term.thing.iri, root_of)
        for pair in ((source, target) for source in sources for target in targets):
            if tied.get(pair[0], pair[1]) == pair[1]:
                relations.setdefault(pair, []).append(term.thing)
    return Overview(
        families=families,
        relations=tuple(
            Relation(sources=(source,), target=target, properties=tuple(things))
            for (source, target), things in relations.items()
        ),
        shared=tuple(shared),
    )


def _families(terms: Iterable[Term], properties: Iterable[Term]) -> tuple[Family, ...]:
    classes = {term.thing.iri: term for term in terms if term.is_class}
    plain = [term for term in properties if not any(is_ours(it.iri) for it in term.range.things)]
    families = []
    for root in (term for term in classes.values() if not term.above):
        below = [term for term in classes.values() if root.thing.iri in _above(term, classes)]
        own = {term.thing.iri for term in (root, *below)}
        families.append(
            Family(
                root=root.thing,
                members=tuple(term.thing for term in below),
                attributes=tuple(
                    term.thing for term in plain if own & {it.iri for it in term.domain.things}
                ),
            )
        )
    return tuple(families)


def _above(term: Term, classes: Mapping[Iri, Term]) -> set[Iri]:
    found = {each.iri for each in term.above}
    for each in term.above:
        found |= _above(classes[each.iri], classes)
    return found


def _roots_tied(property_: Iri, root_of: Mapping[Iri, Iri]) -> dict[Iri, Iri]:
    """Return which families must lead to which by the property, each by its root."""
    tied = tied_ends().get(property_, {})
    return {one: root_of[other] for one, other in tied.items() if root_of.get(one) == one}


def _roots(ends: Ends, root_of: Mapping[Iri, Iri]) -> tuple[Iri, ...]:
    """Return the roots of the families that stand at one end, each once."""
    return tuple(dict.fromkeys(root_of[each.iri] for each in ends.things if each.iri in root_of))
