"""Compose what a page tells of a thing: facts, relations, names, and what marks their sources."""

from collections.abc import Iterable

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describe import Description, Fact, Group, Name, Relation
from clustergraph.operations.disagree import Disagreement, Ground, Side, is_between_documents
from clustergraph.operations.labels import Labels, Thing, choose
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG, INVERSES
from clustergraph.web.asking import query_address
from clustergraph.web.linking import Linker, words
from clustergraph.web.pieces import (
    DisagreementView,
    Heading,
    Link,
    Mark,
    NameRow,
    Property,
    QuoteView,
    Section,
    Value,
)
from clustergraph.web.quoting import (
    Spot,
    amount,
    by_spot,
    disputes,
    notes,
    quote_view,
    spot_of,
    support,
)
from clustergraph.web.reader import Reader

__all__ = ["Composer", "name_rows"]

_BESIDE_THE_FACTS = (CG.kind, CG.locatedIn, CG.covers, CG.sector, CG.about, CG.deliveryMode)
"""Relations that stand among the dates and numbers at the top of a page."""

_ORDER = (
    *(CG.kind, CG.startDate, CG.endDate, CG.locatedIn, CG.covers, CG.sector, CG.about, CG.topic),
    *(CG.partOf, CG.fundedBy, CG.organisedBy, CG.accountableBody, CG.implementedBy),
    *(CG.coordinatedBy, CG.partner, CG.taughtBy, CG.speaker, CG.hostedBy, CG.attendedBy),
    *(CG.affiliatedWith, CG.memberOf, CG.holds, CG.awards, CG.issuedBy),
    *(expand(f"dcterms:{name}") for name in ("publisher", "issued", "language", "identifier")),
    *(CG.characterCount, CG.sha256),
)
"""The order of properties on a page; the others follow by label."""

_GROUNDS = {
    Ground.VALUE: "about the value",
    Ground.FORMER: "whether it still holds",
    Ground.PLANNED: "whether it is a plan or a fact",
}

_TRANSLATED = frozenset(map(expand, ("skos:definition", "skos:scopeNote", "rdfs:comment")))
"""Properties whose values in several languages say the same."""


class Composer(Linker):
    """Makes the values and sections of one page, and numbers the quotes that it cites."""

    def __init__(self, labels: Labels, reader: Reader) -> None:
        super().__init__(labels, reader)
        self._numbers: dict[Spot, int] = {}
        self._cited: dict[Iri, Passage] = {}
        self._disagreed: dict[Iri, str] = {}

    def facts(self, description: Description) -> tuple[Property, ...]:
        """List dates, numbers and words, and the relations that are read together with them."""
        said: dict[Thing, list[Fact | Relation]] = {}
        more: dict[Thing, Link | None] = {}
        for fact in _readable(description.facts, self.language):
            said.setdefault(fact.property, []).append(fact)
        for group in description.relations:
            if group.property.iri in _BESIDE_THE_FACTS:
                said.setdefault(group.property, []).extend(group.relations)
                more[group.property] = self._all_related(description.thing, group)
        return tuple(
            Property(
                name=self.titled(name),
                values=tuple(self._value(each) for each in said[name]),
                more=more.get(name),
            )
            for name in sorted(said, key=_place)
        )

    def relations(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each relation that is not among the facts."""
        groups = [it for it in description.relations if it.property.iri not in _BESIDE_THE_FACTS]
        return tuple(
            Section(
                heading=Heading(name=self.titled(group.property)),
                total=group.total,
                values=tuple(self._value(each) for each in group.relations),
                more=self._all_related(description.thing, group),
            )
            for group in sorted(groups, key=lambda group: _place(group.property))
        )

    def incoming(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each kind of thing that points here, under the inverse's name."""
        groups = sorted(description.incoming, key=lambda group: _place(group.property))
        return tuple(
            Section(
                heading=self._incoming_heading(description.thing, group),
                total=group.total,
                values=() if _is_evidence(group) else tuple(map(self._value, group.relations)),
                more=self._all_pointing_to(description.thing, group),
            )
            for group in groups
        )

    def consequences(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each relation that was never stated, each leading to why it holds."""
        return tuple(
            Section(
                heading=Heading(name=self.titled(group.property)),
                total=group.total,
                values=tuple(
                    self._consequence(description.thing, group.property, each.other)
                    for each in group.relations
                ),
            )
            for group in sorted(description.consequences, key=lambda it: _place(it.property))
        )

    def disagreements(self, description: Description) -> tuple[DisagreementView, ...]:
        """Set side by side what passages say against each other.

        Called first, so that the values themselves are marked where they are shown.
        """
        for each in description.disagreements:
            for passage in (*each.one.passages, *each.other.passages):
                self._disagreed.setdefault(passage.iri, _who_disagrees(each))
        return tuple(
            DisagreementView(
                subject=None if each.subject == description.thing else self.link(each.subject),
                property=self.titled(each.property),
                ground=f"{_who_disagrees(each)} {_GROUNDS[each.ground]}",
                sides=(self._side(each.one), self._side(each.other)),
            )
            for each in description.disagreements
        )

    def cited(self) -> tuple[QuoteView, ...]:
        """Return the quotes that were marked so far, by number, with the statements they carry."""
        spots = by_spot(self._cited.values())
        return tuple(quote_view(self._numbers[spot], spots[spot], self) for spot in self._numbers)

    def _value(self, said: Fact | Relation) -> Value:
        return Value(
            link=amount(said.value, said.passages)
            if isinstance(said, Fact)
            else self.link(said.other),
            marks=self._marks(said.passages),
            notes=(*notes(said.passages), *disputes(said.passages)),
            support=support(said.passages),
            disagreement=self._disagreement(said.passages),
        )

    def _consequence(self, thing: Thing, property_: Thing, other: Thing) -> Value:
        why = self.why(thing.iri, property_.iri, other.iri)
        return Value(link=self.link(other), why=why)

    def _disagreement(self, passages: Iterable[Passage]) -> str:
        """Say of a value that others stand against it."""
        found = {self._disagreed[each.iri] for each in passages if each.iri in self._disagreed}
        return min(found, default="")

    def _side(self, side: Side) -> tuple[Value, Link]:
        said = side.value
        value = Value(
            link=amount(said, side.passages) if isinstance(said, Text) else self.link(said),
            marks=self._marks(side.passages),
            notes=notes(side.passages),
            support=support(side.passages),
        )
        return value, words(side.passages[0].quote) if side.passages else Link(text="")

    def _marks(self, passages: Iterable[Passage]) -> tuple[Mark, ...]:
        marks: dict[Spot, Mark] = {}
        for passage in passages:
            self._cited[passage.iri] = passage
            spot = spot_of(passage)
            number = self._numbers.setdefault(spot, len(self._numbers) + 1)
            marks[spot] = Mark(number=number, quote=passage.quote.text)
        return tuple(sorted(marks.values(), key=lambda mark: mark.number))

    def _incoming_heading(self, thing: Thing, group: Group) -> Heading:
        kind = self.link(group.kind) if group.kind else None
        inverse = INVERSES.get(group.property.iri)
        if inverse:
            return Heading(name=self.titled(self.labels.thing(inverse)), kind=kind)
        return Heading(name=self.titled(group.property), of=words(thing.label), kind=kind)

    def _all_related(self, thing: Thing, group: Group) -> Link | None:
        return _all(group, "related-by", entity=thing.iri, property=group.property.iri)

    def _all_pointing_to(self, thing: Thing, group: Group) -> Link | None:
        if group.kind is None:
            return None
        bindings = {"entity": thing.iri, "property": group.property.iri, "class": group.kind.iri}
        return _all(group, "incoming-by", **bindings)


def _readable(facts: Iterable[Fact], language: str) -> list[Fact]:
    """Keep one language of what is written in several to be read in one."""
    facts = list(facts)
    translated: dict[Iri, list[Text]] = {}
    for fact in facts:
        if fact.property.iri in _TRANSLATED:
            translated.setdefault(fact.property.iri, []).append(fact.value)
    chosen = {name: choose(texts, language) for name, texts in translated.items()}
    return [
        fact
        for fact in facts
        if not (label := chosen.get(fact.property.iri)) or label.text == fact.value.text
    ]


def name_rows(names: Iterable[Name]) -> tuple[NameRow, ...]:
    """Gather names by language; those without language come last."""
    by_language: dict[str, list[Name]] = {}
    for name in names:
        by_language.setdefault(name.language, []).append(name)
    return tuple(
        NameRow(
            language=language,
            preferred=", ".join(name.text for name in by_language[language] if name.preferred),
            others=tuple(name.text for name in by_language[language] if not name.preferred),
        )
        for language in sorted(by_language, key=lambda language: (not language, language))
    )


def _who_disagrees(found: Disagreement) -> str:
    return "documents disagree" if is_between_documents(found) else "one document says both"


def _all(group: Group, query: str, **bindings: Iri) -> Link | None:
    """Link to all members of a group, as a query, where only some are shown."""
    if group.total <= len(group.relations) and not _is_evidence(group):
        return None
    return Link(text=f"all {group.total}", href=query_address(query, **bindings))


def _is_evidence(group: Group) -> bool:
    """Tell whether the others are passages, which are only counted: none of them has a name."""
    return group.kind is not None and group.kind.iri == CG.Evidence


def _place(property_: Thing) -> tuple[int, str]:
    known = _ORDER.index(property_.iri) if property_.iri in _ORDER else len(_ORDER)
    return known, property_.label.text
