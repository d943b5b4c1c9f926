"""Compose what a page tells of a thing: facts, relations, what follows, and who disagrees.

Which property comes first is in ``profiles``, the quotes behind a value are in ``footnotes``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from clustergraph.iris import is_entity
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describing.describe import Description, Fact, Group, Relation
from clustergraph.operations.describing.disagree import Disagreement, Side
from clustergraph.operations.labels import Labels, Thing, choose_text
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG, INVERSES
from clustergraph.web.addresses import path_of
from clustergraph.web.evidence.quoting import LONGEST_IN_ADDRESS, amount, disputes, notes, support
from clustergraph.web.evidence.writers import written_note
from clustergraph.web.linking import Linker, words
from clustergraph.web.pieces import Heading, Link, Property, Section, Value
from clustergraph.web.questions.asking import query_address
from clustergraph.web.things.disagreeing import ground_of, in_short
from clustergraph.web.things.footnotes import Footnotes
from clustergraph.web.things.profiles import BESIDE_THE_FACTS, ORDER, key_properties
from clustergraph.web.things.views import DisagreementView
from clustergraph.web.wording.reader import Reader

__all__ = ["Composer"]

_MOST_VALUES: Final = 10
"""How many dates, numbers or words of one property are shown."""
_MOST_OF_A_GROUP: Final = 10
_MOST_OF_A_KIND: Final = 40
"""How many of all that a thing relates to are shown; as many that point to it, or that follow."""
_TRANSLATED: Final = frozenset(map(expand, ("skos:definition", "skos:scopeNote", "rdfs:comment")))
"""Properties whose values in several languages say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Literals:
    """The dates, numbers or words that one property has."""

    property: Thing
    facts: tuple[Fact, ...]


class Composer(Linker):
    """Makes the values and sections of one page; ``footnotes`` has the quotes that they cite.

    With ``marks_written`` it tells what people wrote from what documents say.
    """

    def __init__(self, labels: Labels, reader: Reader, *, marks_written: bool = True) -> None:
        super().__init__(labels, reader)
        self.footnotes = Footnotes(self)
        self._marks_written = marks_written
        self._disagreed: dict[Iri, str] = {}

    def key_facts(self, description: Description) -> tuple[Property, ...]:
        """List what is told first of a thing of its class, in the order of its profile."""
        key = _key(description)
        return self._properties(description, key, key.__contains__)

    def facts(self, description: Description) -> tuple[Property, ...]:
        """List dates, numbers and words, and the relations that are read together with them.

        What ``key_facts`` tells is left out.
        """
        said = {fact.property.iri for fact in description.facts} | BESIDE_THE_FACTS
        return self._properties(description, ORDER, said.difference(_key(description)).__contains__)

    def relations(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each relation that is not among the facts."""
        above = BESIDE_THE_FACTS.union(_key(description))
        groups = [it for it in description.relations if it.property.iri not in above]
        return tuple(
            Section(
                heading=Heading(name=self.titled(group.property)),
                total=group.total,
                values=tuple(self._related(description.thing, group)),
                more=self._all_related(description.thing, group),
            )
            for group in _shared_out(groups)
        )

    def incoming(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each kind of thing that points here, under the inverse's name."""
        return tuple(
            Section(
                heading=self._incoming_heading(description.thing, group),
                total=group.total,
                values=tuple(self._pointing(description.thing, group)),
                more=self._all_pointing_to(description.thing, group),
            )
            for group in _shared_out(description.incoming)
        )

    def consequences(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each relation that was never stated, each leading to why it holds."""
        return tuple(
            Section(
                heading=Heading(name=self.titled(group.property)),
                total=group.total,
                values=tuple(self._following(description.thing, group)),
                more=self._all_following(description.thing, group),
            )
            for group in _shared_out(description.consequences)
        )

    def disagreements(self, description: Description) -> tuple[DisagreementView, ...]:
        """Set side by side what passages say against each other.

        Called first, so that the values themselves are marked where they are shown.
        """
        for each in description.disagreements:
            said = in_short(each, self.wording)
            for passage in (*each.one.passages, *each.other.passages):
                self._disagreed.setdefault(passage.iri, said)
        return tuple(self._disputed(description.thing, each) for each in description.disagreements)

    def _properties(
        self,
        description: Description,
        order: tuple[Iri, ...],
        is_wanted: Callable[[Iri], bool],
    ) -> tuple[Property, ...]:
        stated: list[Group | _Literals] = [*_literals(description.facts, self.language)]
        stated += description.relations
        found = [each for each in stated if is_wanted(each.property.iri)]
        return tuple(
            self._property(description.thing, each)
            for each in sorted(found, key=partial(_place, order))
        )

    def _property(self, thing: Thing, said: Group | _Literals) -> Property:
        if isinstance(said, Group):
            values, more = self._related(thing, said), self._all_related(thing, said)
        else:
            values, more = self._stated(thing, said), self._all_stated(thing, said)
        return Property(name=self.titled(said.property), values=tuple(values), more=more)

    def _stated(self, thing: Thing, said: _Literals) -> Iterator[Value]:
        for fact in said.facts[:_MOST_VALUES]:
            why = self._why_words(thing, said.property, fact)
            yield self._value(amount(fact.value, fact.passages, self.wording), fact, why)

    def _related(self, thing: Thing, group: Group) -> Iterator[Value]:
        for each in group.relations:
            why = self.why(thing.iri, group.property.iri, each.other.iri)
            yield self._value(self.link(each.other), each, why if _is_read(thing) else "")

    def _pointing(self, thing: Thing, group: Group) -> Iterator[Value]:
        """Show what points here; passages are only counted, since none of them has a name."""
        for each in () if _is_evidence(group) else group.relations:
            why = self.why(each.other.iri, group.property.iri, thing.iri)
            is_read = _is_read(each.other)
            yield self._value(self.link(each.other), each, why if is_read else "")

    def _following(self, thing: Thing, group: Group) -> Iterator[Value]:
        for each in group.relations:
            why = self.why(thing.iri, group.property.iri, each.other.iri)
            yield Value(link=self.link(each.other), why=why)

    def _value(self, link: Link, said: Fact | Relation | Side, why: str = "") -> Value:
        passages = said.passages
        return Value(
            link=link,
            marks=self.footnotes.marks(passages),
            notes=tuple(self._notes(said)),
            support=support(passages, self.wording),
            disagreement=self._disagreement(passages),
            why=why,
        )

    def _notes(self, said: Fact | Relation | Side) -> Iterator[str]:
        yield from notes(said.passages, self.wording)
        yield from disputes(said.passages, self.wording)
        if self._marks_written and not isinstance(said, Side):
            yield from written_note(said.written, said.passages, self.wording)

    def _why_words(self, thing: Thing, property_: Thing, fact: Fact) -> str:
        if not _is_read(thing):
            return ""
        if len(fact.value.text) <= LONGEST_IN_ADDRESS:
            return self.why(thing.iri, property_.iri, fact.value)
        return next((self.address(path_of(each.iri)) for each in fact.passages), "")

    def _disagreement(self, passages: Iterable[Passage]) -> str:
        """Say of a value that others stand against it."""
        found = {self._disagreed[each.iri] for each in passages if each.iri in self._disagreed}
        return min(found, default="")

    def _disputed(self, thing: Thing, found: Disagreement) -> DisagreementView:
        return DisagreementView(
            subject=None if found.subject == thing else self.link(found.subject),
            property=self.titled(found.property),
            ground=ground_of(found, self.wording),
            sides=(self._side(found.one), self._side(found.other)),
        )

    def _side(self, side: Side) -> tuple[Value, Link]:
        said = side.value
        if isinstance(said, Text):
            link = amount(said, side.passages, self.wording)
        else:
            link = self.link(said)
        value = replace(self._value(link, side), disagreement="")
        return value, words(side.passages[0].quote) if side.passages else Link(text="")

    def _incoming_heading(self, thing: Thing, group: Group) -> Heading:
        kind = self.link(group.kind) if group.kind else None
        inverse = INVERSES.get(group.property.iri)
        if inverse:
            return Heading(name=self.titled(self.labels.thing(inverse)), kind=kind)
        return Heading(name=self.titled(group.property), of=words(thing.label), kind=kind)

    def _all_stated(self, thing: Thing, said: _Literals) -> Link | None:
        if len(said.facts) <= _MOST_VALUES:
            return None
        bindings = {"entity": thing.iri, "property": said.property.iri}
        return self._all(len(said.facts), query_address("values-of", **bindings))

    def _all_related(self, thing: Thing, group: Group) -> Link | None:
        if group.total <= len(group.relations):
            return None
        return self._all(group.total, self.all_related(thing.iri, group.property.iri))

    def _all_following(self, thing: Thing, group: Group) -> Link | None:
        if group.total <= len(group.relations):
            return None
        return self._all(group.total, self.all_following(thing.iri, group.property.iri))

    def _all_pointing_to(self, thing: Thing, group: Group) -> Link | None:
        kind = group.kind.iri if group.kind else None
        if kind and _is_evidence(group):
            bindings = {"entity": thing.iri, "property": group.property.iri, "class": kind}
            return self._all(group.total, query_address("incoming-by", **bindings))
        if group.total <= len(group.relations):
            return None
        return self._all(group.total, self.all_incoming(thing.iri, group.property.iri, kind))

    def _all(self, total: int, address: str) -> Link:
        number = self.wording.number(total)
        return Link(text=self.wording.gettext("All %(number)s", number=number), href=address)


def _key(description: Description) -> tuple[Iri, ...]:
    return key_properties(description.kind.iri) if description.kind else ()


def _literals(facts: Iterable[Fact], language: str) -> Iterator[_Literals]:
    """Gather facts by property, in their order; of translations one is kept."""
    by_property: dict[Thing, list[Fact]] = {}
    for fact in facts:
        by_property.setdefault(fact.property, []).append(fact)
    for property_, said in by_property.items():
        kept = _in_one_language(said, language) if property_.iri in _TRANSLATED else said
        yield _Literals(property=property_, facts=tuple(kept))


def _in_one_language(facts: Iterable[Fact], language: str) -> list[Fact]:
    """Keep the one that suits the reader of what says the same in several languages."""
    facts = list(facts)
    chosen = choose_text([fact.value for fact in facts], language)
    return [fact for fact in facts if chosen and fact.value.text == chosen.text]


def _shared_out(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield groups in their order, the large ones cut where all of them would fill a page."""
    groups = tuple(groups)
    most = _MOST_OF_A_GROUP
    while most > 1 and sum(min(most, len(it.relations)) for it in groups) > _MOST_OF_A_KIND:
        most -= 1
    for group in sorted(groups, key=partial(_place, ORDER)):
        yield replace(group, relations=group.relations[:most])


def _is_read(thing: Thing) -> bool:
    """Tell whether what is said of a thing was read in documents, as it is not of a document."""
    return is_entity(thing.iri)


def _is_evidence(group: Group) -> bool:
    """Tell whether the others are passages."""
    return group.kind is not None and group.kind.iri == CG.Evidence


def _place(order: tuple[Iri, ...], said: Group | _Literals) -> tuple[int, str]:
    property_ = said.property
    known = order.index(property_.iri) if property_.iri in order else len(order)
    return known, property_.label.text
