"""Compose what a page shows from what was found: words, links, notes and source marks."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describe import Description, Fact, Group, Name, Relation
from clustergraph.operations.labels import DEFAULT_LANGUAGE, Label, Labels, Thing, choose
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.sparql.catalogue import find_query
from clustergraph.vocab import CG, INVERSES
from clustergraph.web.addresses import path_of
from clustergraph.web.views import (
    Heading,
    Link,
    Mark,
    NameRow,
    PassageView,
    Property,
    Section,
    Value,
)

__all__ = ["Composer", "capitalised", "name_rows", "query_address", "words"]

_BESIDE_THE_FACTS = (CG.locatedIn, CG.covers, CG.sector, CG.about, CG.deliveryMode)
"""Relations that stand among the dates and numbers at the top of a page."""

_ORDER = (
    *(CG.startDate, CG.endDate, CG.locatedIn, CG.covers, CG.sector, CG.about, CG.topic),
    *(CG.partOf, CG.fundedBy, CG.organisedBy, CG.accountableBody, CG.implementedBy),
    *(CG.coordinatedBy, CG.partner, CG.taughtBy, CG.speaker, CG.hostedBy, CG.attendedBy),
    *(CG.affiliatedWith, CG.memberOf, CG.holds, CG.awards, CG.issuedBy),
    *(f"{PREFIXES['dcterms']}{name}" for name in ("publisher", "issued", "language", "identifier")),
    *(CG.characterCount, CG.sha256),
)
"""The order of properties on a page; the others follow by label."""

_TRANSLATED = frozenset(
    f"{PREFIXES[prefix]}{name}"
    for prefix, name in (("skos", "definition"), ("skos", "scopeNote"), ("rdfs", "comment"))
)
"""Properties whose values in several languages say the same."""


class Composer:
    """Makes links, values and sections for one page, and numbers the passages that it cites."""

    def __init__(self, labels: Labels, language: str) -> None:
        self._labels = labels
        self._language = language
        self._query = "" if language == DEFAULT_LANGUAGE else f"?{urlencode({'lang': language})}"
        self._numbers: dict[Iri, tuple[int, Passage]] = {}

    def link(self, thing: Thing) -> Link:
        """Link to a thing; one of ours is read in the same language.

        A document's title is in its own language and never falls back.
        """
        path = path_of(thing.iri)
        return Link(
            text=thing.label.text,
            href=path + self._query if path.startswith("/") else path,
            language=thing.label.language,
            fell_back=thing.label.fell_back and thing.kind != CG.Document,
        )

    def titled(self, thing: Thing) -> Link:
        """Link to a property or class, written as a heading is."""
        return capitalised(self.link(thing))

    def facts(self, description: Description) -> tuple[Property, ...]:
        """List dates, numbers and words, and the relations that are read together with them."""
        said: dict[Thing, list[Fact | Relation]] = {}
        more: dict[Thing, Link | None] = {}
        for fact in self._readable(description.facts):
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
                values=tuple(self._value(each) for each in group.relations),
                more=self._all_pointing_to(description.thing, group),
            )
            for group in groups
        )

    def consequences(self, description: Description) -> tuple[Section, ...]:
        """Make a section of each relation that was never stated."""
        return tuple(
            Section(
                heading=Heading(name=self.titled(group.property)),
                total=group.total,
                values=tuple(self._value(each) for each in group.relations),
            )
            for group in sorted(description.consequences, key=lambda it: _place(it.property))
        )

    def cited(self) -> tuple[PassageView, ...]:
        """Return the passages that were marked so far, by number."""
        return tuple(self.passage(each, number) for number, each in self._numbers.values())

    def passage(self, passage: Passage, number: int) -> PassageView:
        """Show a passage with the statement that it carries."""
        return PassageView(
            number=number,
            quote=words(passage.quote),
            subject=self.link(passage.subject),
            predicate=self.link(passage.predicate),
            object=(
                words(passage.object)
                if isinstance(passage.object, Text)
                else self.link(passage.object)
            ),
            document=self.link(passage.document),
            start=passage.start,
            end=passage.end,
            notes=_notes([passage]),
            confidence=passage.confidence,
            evidence=path_of(passage.iri),
        )

    def _readable(self, facts: Iterable[Fact]) -> list[Fact]:
        """Keep one language of what is written in several to be read in one."""
        facts = list(facts)
        translated: dict[Iri, list[Text]] = {}
        for fact in facts:
            if fact.property.iri in _TRANSLATED:
                translated.setdefault(fact.property.iri, []).append(fact.value)
        chosen = {name: choose(texts, self._language) for name, texts in translated.items()}
        return [
            fact
            for fact in facts
            if not (label := chosen.get(fact.property.iri)) or label.text == fact.value.text
        ]

    def provenance(self, passage: Passage) -> tuple[Property, ...]:
        """List how a passage was read, and what became of it."""
        links = {
            "Modality": self.link(passage.modality) if passage.modality else None,
            "Review": self.link(passage.status) if passage.status else None,
            "Found by rule": Link(text=passage.rule) if passage.rule else None,
        }
        return tuple(
            Property(name=Link(text=name), values=(Value(link=link),))
            for name, link in links.items()
            if link
        )

    def _value(self, said: Fact | Relation) -> Value:
        return Value(
            link=words(said.value) if isinstance(said, Fact) else self.link(said.other),
            marks=self._marks(said.passages),
            notes=_notes(said.passages),
        )

    def _marks(self, passages: Iterable[Passage]) -> tuple[Mark, ...]:
        for passage in passages:
            self._numbers.setdefault(passage.iri, (len(self._numbers) + 1, passage))
        return tuple(
            Mark(number=self._numbers[passage.iri][0], quote=passage.quote.text)
            for passage in passages
        )

    def _incoming_heading(self, thing: Thing, group: Group) -> Heading:
        kind = self.link(group.kind) if group.kind else None
        inverse = INVERSES.get(group.property.iri)
        if inverse:
            return Heading(name=self.titled(self._labels.thing(inverse)), kind=kind)
        return Heading(name=self.titled(group.property), of=words(thing.label), kind=kind)

    def _all_related(self, thing: Thing, group: Group) -> Link | None:
        return _all(group, "related-by", entity=thing.iri, property=group.property.iri)

    def _all_pointing_to(self, thing: Thing, group: Group) -> Link | None:
        if group.kind is None:
            return None
        bindings = {"entity": thing.iri, "property": group.property.iri, "class": group.kind.iri}
        return _all(group, "incoming-by", **bindings)


def capitalised(link: Link) -> Link:
    """Write a label as the beginning of a line."""
    return Link(
        text=link.text[:1].upper() + link.text[1:],
        href=link.href,
        language=link.language,
        fell_back=link.fell_back,
    )


def words(text: Text | Label) -> Link:
    """Show a text, or a label that leads nowhere."""
    fell_back = isinstance(text, Label) and text.fell_back
    return Link(text=text.text, language=text.language, fell_back=fell_back)


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


def query_address(name: str, **bindings: Iri) -> str:
    """Return the address of the editor with a query of the catalogue, its parameters filled in.

    They stand in a VALUES clause at its beginning; nothing else of the text is touched.
    """
    text = find_query(name).text
    if bindings:
        variables = " ".join(f"?{variable}" for variable in bindings)
        values = " ".join(f"<{iri}>" for iri in bindings.values())
        text = text.replace("WHERE {", f"WHERE {{\n  VALUES ({variables}) {{ ({values}) }}", 1)
    return f"/sparql?{urlencode({'query': text})}"


def _all(group: Group, query: str, **bindings: Iri) -> Link | None:
    """Link to all members of a group, as a query, where only some are shown."""
    if group.total <= len(group.relations):
        return None
    return Link(text=f"all {group.total}", href=query_address(query, **bindings))


def _notes(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Say what the passages say beside the bare statement, and only what all of them agree on."""
    if not passages:
        return ()
    notes = []
    modalities = {passage.modality.iri.local for passage in passages if passage.modality}
    if modalities and "fact" not in modalities:
        notes.append(" or ".join(sorted(modalities)))
    if all(passage.former for passage in passages):
        notes.append("formerly")
    if all(passage.at_least for passage in passages):
        notes.append("at least")
    roles = dict.fromkeys(passage.role.text for passage in passages if passage.role)
    return (*notes, *(f"“{role}”" for role in roles))


def _place(property_: Thing) -> tuple[int, str]:
    known = _ORDER.index(property_.iri) if property_.iri in _ORDER else len(_ORDER)
    return known, property_.label.text
