"""What identity is judged by: an entity of one document, how it is called, what tells it apart.

Who may be one with whom is decided in ``grouping``; nothing is compared here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from clustergraph.model import DocumentGraph, Entity, EntityId, Iri, LangString, MentionPlace
from clustergraph.resolving.grammar import grammar_of
from clustergraph.resolving.known import is_body
from clustergraph.resolving.said import Said
from clustergraph.resolving.spelling import Spelling, spell
from clustergraph.resolving.traits import DATED_KINDS, Dimension, named_traits, unnamed_traits
from clustergraph.resolving.witnesses import is_weak, witnesses
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["Calling", "Member", "Signature", "family", "members"]

_FAMILIES: Final = {
    CG.Person: "person",
    CG.Agent: "agent",
    CG.Activity: "activity",
    CG.Place: "place",
    CG.Qualification: "qualification",
    CG.Sector: "sector",
    CG.Topic: "topic",
}
_AMBIGUOUS_LETTERS: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


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
class Calling:
    """How a document calls something, and what stands beside the name there.

    A name that ``is_weak`` leaves open who is meant where none of its
    ``witnesses`` stands beside it in the other document too. ``dated`` is the wording without its
    year, and the only year, of what takes place at a time; or empty.
    """

    spelling: Spelling
    is_weak: bool
    witnesses: frozenset[str]
    dated: str = ""

    @property
    def name(self) -> str:
        """The label, folded."""
        return self.spelling.folded

    @property
    def grounds(self) -> frozenset[tuple[str, str]]:
        """What two of one name share: the name and, where it is weak, a witness."""
        beside = self.witnesses if self.is_weak else {""}
        return frozenset((self.name, witness) for witness in beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entity of one document.

    ``aliases`` are the names besides its label that are names by themselves ("EFCE", "Green
    Synergy", not "the Foundation"). ``wholes`` are the things of the same document that it is part
    of. ``bond`` is shared by those that a person found to be one.
    """

    document: str
    entity: Entity
    calling: Calling
    aliases: frozenset[str]
    wholes: tuple[EntityId, ...]
    signature: Signature
    bond: int | None = None

    @property
    def name(self) -> str:
        """Its label, folded."""
        return self.calling.name

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


def members(graph: DocumentGraph) -> tuple[Member, ...]:
    """Return the entities of a document as members, in the document's order of entities."""
    said = Said(graph)
    return tuple(_member(graph.document.id, entity, said) for entity in graph.entities)


def _member(document: str, entity: Entity, said: Said) -> Member:
    of_family = family(entity.kind)
    name = _spell(entity.names[0], of_family)
    signature = _signature(entity, of_family, name, said)
    return Member(
        document=document,
        entity=entity,
        calling=Calling(
            spelling=name,
            is_weak=is_weak(name, of_family),
            witnesses=witnesses(name, of_family, entity.id, said),
            dated=_dated(name, signature),
        ),
        aliases=frozenset(_aliases(entity, name, of_family)),
        wholes=tuple(whole.id for whole in said.others(entity.id, CG.partOf)),
        signature=signature,
    )


def _spell(name: LangString, of_family: str) -> Spelling:
    return spell(name.text, name.language, of_family)


def _signature(entity: Entity, of_family: str, name: Spelling, said: Said) -> Signature:
    traits = (
        named_traits(entity, of_family, name, said)
        if entity.named
        else unnamed_traits(said.about(entity.id))
    )
    return Signature(
        family=of_family,
        kind=entity.kind,
        gazetteer=entity.gazetteer,
        named=entity.named,
        traits=tuple(
            (dimension, tuple(sorted(what))) for dimension, what in sorted(traits.items()) if what
        ),
    )


def _dated(name: Spelling, signature: Signature) -> str:
    """Write the name without its year, and the only year that its name and its dates say.

    "Cluster Forum 2018" and the "Cluster Forum" of May 2018 are one.
    """
    if signature.kind not in DATED_KINDS:
        return ""
    in_name = {word for word in name.words if _YEAR.fullmatch(word)}
    years = in_name | set(dict(signature.traits).get("year", ()))
    others = "".join(word for word in name.words if word not in in_name)
    return f"{others}@{years.pop()}" if len(years) == 1 and others else ""


def _aliases(entity: Entity, label: Spelling, of_family: str) -> Iterable[str]:
    """The further names that say as much as the label: an acronym, or two capitalised words."""
    for name in entity.names[1:] if entity.named else ():
        alias = _spell(name, of_family)
        is_as_telling = not is_weak(alias, of_family) and alias.figures == label.figures
        if _is_proper(name) and is_as_telling:
            yield alias.folded


def _is_proper(name: LangString) -> bool:
    """Tell whether it is a name and no description; words that only point are no part of one."""
    words = name.text.split()
    if words and _is_acronym(words[0], name.language) and all(word.isdigit() for word in words[1:]):
        return True
    pointing = grammar_of(name.language).pointing
    return sum(word[:1].isupper() and word.lower() not in pointing for word in words) >= 2


def _is_acronym(word: str, language: str) -> bool:
    """Tell whether a word is an acronym that tells who is meant: "EFCE", "IfH", "H2020", "EU".

    Two letters may be the first letters of anything, unless everybody knows them.
    """
    if word.isupper() and len(word) == _AMBIGUOUS_LETTERS:
        return is_body(word, language)
    capitals = sum(map(str.isupper, word))
    is_all_or_two = word.isupper() or (word[:1].isupper() and capitals > 1)
    return len(word) > _AMBIGUOUS_LETTERS and is_all_or_two
