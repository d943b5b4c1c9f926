"""What identity is judged by: an entity of one document, its folded names, and what tells it apart.

Who may be one with whom is decided in ``grouping``; nothing is compared here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.folding import fold, without_company_form
from clustergraph.model import (
    DocumentGraph,
    Entity,
    EntityId,
    Iri,
    LangString,
    MentionPlace,
    PartialDate,
    Value,
)
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["Dimension", "Member", "Signature", "family", "folded_name", "members"]

Facts = Mapping[EntityId, Mapping[Iri, Sequence[Value]]]
Dimension = str
"""A respect in which two things of one name may differ: ``number``, ``year``, ``country`` …"""

_FAMILIES: Final = {
    CG.Person: "person",
    CG.Agent: "agent",
    CG.Activity: "activity",
    CG.Place: "place",
    CG.Qualification: "qualification",
    CG.Sector: "sector",
    CG.Topic: "topic",
}
_DATED_KINDS: Final = frozenset({CG.Event, CG.Training})
"""What takes place at a time, in another year it is another; a project may be dated two ways."""
_SEATED_FAMILIES: Final = frozenset({"agent", "place"})
"""What belongs to one country; programmes and projects spread over several."""
_TELLING: Final = {
    CG.locatedIn: "place",
    CG.startDate: "start",
    CG.endDate: "end",
    CG.sector: "sector",
    CG.sequenceNumber: "number",
    CG.participantCount: "participants",
}
"""What tells two unnamed things of one document apart."""
_COUNTRY_KEY: Final = "country:"
_ROMAN: Final = re.compile(r"\b(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})\b")
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """All that can stand between two things of one name; equal signatures never do.

    ``traits`` holds, for each dimension in which something is said, what is said; both are sorted.
    """

    family: str
    kind: Iri
    gazetteer: str
    named: bool
    traits: tuple[tuple[Dimension, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entity of one document.

    ``name`` is its label, folded; ``aliases`` are the other names that are names by themselves
    ("EFCE", "Green Synergy", not "the Foundation"). ``wholes`` are the things of the same document
    that it is part of. ``bond`` is shared by those that a person found to be one.
    """

    document: str
    entity: Entity
    name: str
    aliases: frozenset[str]
    wholes: tuple[EntityId, ...]
    signature: Signature
    bond: int | None = None

    @property
    def first(self) -> MentionPlace:
        """Where it is mentioned first."""
        return MentionPlace(self.document, self.entity.mentions[0])

    @property
    def place_in_line(self) -> tuple[MentionPlace, EntityId]:
        """What members are sorted by."""
        return self.first, self.entity.id


def family(kind: Iri) -> str:
    """Return the family of a class; classes of two families are disjoint.

    >>> family(CG.Cluster), family(CG.Person), family(CG.City)
    ('agent', 'person', 'place')
    """
    if kind in _FAMILIES:
        return _FAMILIES[kind]
    parents = SUPERCLASSES.get(kind, ())
    return family(parents[0]) if parents else kind.local.lower()


def folded_name(text: str, of_family: str) -> str:
    """Fold a name for comparison; a name without a letter or digit stays as it is."""
    folded = fold(text) or " ".join(text.casefold().split())
    return without_company_form(folded) if of_family == "agent" else folded


def members(graph: DocumentGraph) -> tuple[Member, ...]:
    """Return the entities of a document as members, in the document's order of entities."""
    facts = _facts_by_subject(graph)
    gazetteer = {entity.id: entity.gazetteer for entity in graph.entities}
    return tuple(_member(graph, entity, facts, gazetteer) for entity in graph.entities)


def _facts_by_subject(graph: DocumentGraph) -> Facts:
    facts: dict[EntityId, dict[Iri, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for fact in graph.facts:
        facts[fact.subject][fact.predicate].append(fact.object)
    return facts


def _member(
    graph: DocumentGraph, entity: Entity, facts: Facts, gazetteer: Mapping[EntityId, str]
) -> Member:
    of_family = family(entity.kind)
    about = facts.get(entity.id, {})
    traits = _traits(entity, about) if entity.named else _telling_traits(about)
    if entity.named and _has_one_country(entity.kind, of_family):
        traits["country"] = _countries(entity.id, facts, gazetteer)
    return Member(
        document=graph.document.id,
        entity=entity,
        name=folded_name(entity.names[0].text, of_family),
        aliases=frozenset(folded_name(name.text, of_family) for name in _aliases(entity)),
        wholes=tuple(whole for whole in about.get(CG.partOf, ()) if isinstance(whole, EntityId)),
        signature=Signature(
            family=of_family,
            kind=entity.kind,
            gazetteer=entity.gazetteer,
            named=entity.named,
            traits=tuple(
                (name, tuple(sorted(said))) for name, said in sorted(traits.items()) if said
            ),
        ),
    )


def _aliases(entity: Entity) -> Iterable[LangString]:
    """The further names that are proper ones: an acronym, or two capitalised words."""
    return (name for name in entity.names[1:] if entity.named and _is_proper(name.text))


def _is_proper(name: str) -> bool:
    words = name.split()
    is_acronym = len(words) == 1 and len(name) > 1 and name.isupper()
    return is_acronym or sum(word[:1].isupper() for word in words) >= 2


def _traits(entity: Entity, about: Mapping[Iri, Sequence[Value]]) -> dict[str, frozenset[str]]:
    traits = {"figures": _figures(entity.names[0].text)}
    traits["number"] = frozenset(map(str, about.get(CG.sequenceNumber, ())))
    if entity.kind in _DATED_KINDS:
        dates = [*about.get(CG.startDate, ()), *about.get(CG.endDate, ())]
        traits["year"] = frozenset(
            str(value.year) for value in dates if isinstance(value, PartialDate)
        )
    return traits


def _telling_traits(about: Mapping[Iri, Sequence[Value]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(str, about.get(term, ()))) for term, name in _TELLING.items()}


def _figures(name: str) -> frozenset[str]:
    """All numbers in a name taken together: 1st and 4th, 2011-2012, and Roman ones.

    >>> sorted(_figures("Central Asia Invest V, 2nd call")), sorted(_figures("Клъстер в София"))
    (['2 5'], [])
    """
    numbers = {digits.lstrip("0") for digits in _NUMBER.findall(fold(name))}
    numbers |= {str(_from_roman(roman)) for roman in _ROMAN.findall(name) if roman}
    return frozenset([" ".join(sorted(numbers))]) if numbers else frozenset()


def _from_roman(numeral: str) -> int:
    """Read a Roman numeral below 40.

    >>> _from_roman("XIV")
    14
    """
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _has_one_country(kind: Iri, of_family: str) -> bool:
    return of_family in _SEATED_FAMILIES or kind in _DATED_KINDS


def _countries(
    id_: EntityId,
    facts: Facts,
    gazetteer: Mapping[EntityId, str],
    seen: frozenset[EntityId] = frozenset(),
) -> frozenset[str]:
    """The countries that it lies in, by the places that it lies in."""
    found: set[str] = set()
    for place in facts.get(id_, {}).get(CG.locatedIn, ()):
        if not isinstance(place, EntityId) or place in seen:
            continue
        if gazetteer[place].startswith(_COUNTRY_KEY):
            found.add(gazetteer[place])
        found |= _countries(place, facts, gazetteer, seen | {id_, place})
    return frozenset(found)
