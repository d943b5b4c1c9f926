"""Who is spoken of in a document, and by which names: names hold in all of its stories."""

import re
from collections.abc import Iterator, Sequence

from clustergraph.folding import fold, without_company_form
from clustergraph.languages import Place
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES, FRAMES, GATHERINGS, PLACES
from clustergraph.mapping.mentions.mention import Mention, Sign, preferred
from clustergraph.model import EntityId, Iri, Span
from clustergraph.vocab import CG

__all__ = ["Roster"]

_YEAR = re.compile(r"\s+(?:19|20)\d\d$")
"""«Cluster Day 2015» is called «Cluster Day» in the same document."""

_SHORTEST = 4
"""Characters of a name that is known without its noun."""

_FAMILIES = (BODIES, FRAMES, GATHERINGS | {CG.Programme}, PLACES)
"""Kinds between which one document may waver when it speaks of one thing."""


class Roster:
    """The entities of one document, in the order of their first mention."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._by_name: dict[str, Draft] = {}

    # -- Who is there -----------------------------------------------------------------------------

    def named(self, name: str) -> Draft | None:
        """Return the entity of that name, if the document has one."""
        return self._by_name.get(_key(name))

    def listed(self, key: str) -> Draft | None:
        """Return the entity with that key of the gazetteer."""
        return next((draft for draft in self.drafts if draft.gazetteer == key), None)

    def meant_by(self, mention: Mention) -> Draft | None:
        """Return the entity that a mention by name speaks of; linear in the entities."""
        if mention.gazetteer:
            return self.listed(mention.gazetteer)
        namesakes = ((name, self.named(name)) for name in _called(mention))
        fitting = (d for name, d in namesakes if d is not None and _fits(d, name, mention.kind))
        return (
            next(fitting, None)
            or self._shorter(mention)
            or self._surname(mention)
            or self._definite_body(mention)
        )

    def _shorter(self, mention: Mention) -> Draft | None:
        """Find the activity that a name with its owner speaks of: «the Alpha Academy of the EU»."""
        longer = f"{mention.names[0]} "
        alike = (d for d in self.drafts if d.is_activity and d.head and d.head == mention.head)
        return next((d for d in alike if any(_goes_on(n, longer) for n in d.names)), None)

    def _surname(self, mention: Mention) -> Draft | None:
        """Find the person whose surname it is, or first surname: «Kranz» after «Oto Kranz»."""
        name = mention.names[0]
        people = (draft for draft in self.drafts if draft.kind == CG.Person)
        if mention.kind == CG.Person:  # «Ana Gil» after «Ana Gil Soto»
            return next((p for p in people if p.names[0].startswith(f"{name} ")), None)
        if mention.kind is not None or len(name.split()) != 1:
            return None
        return next((person for person in people if name in person.names[0].split()[1:]), None)

    def _definite_body(self, mention: Mention) -> Draft | None:
        """Find whom «The Agency» means: the body with that noun that was mentioned last."""
        if mention.sign is not Sign.DEFINITE_NOUN:
            return None
        wanted = (mention.kind, mention.head)
        return next((d for d in reversed(self.drafts) if (d.kind, d.head) == wanted), None)

    # -- Who is new -------------------------------------------------------------------------------

    def add(self, mention: Mention) -> Draft:
        """Add the entity that a mention speaks of for the first time."""
        return self._entered(Draft.of(mention, self._next_id))

    def new(self, kind: Iri | None, names: Sequence[str], span: Span, *, named: bool) -> Draft:
        """Add an entity that a structure tells of, such as the item of a list."""
        draft = Draft(id=self._next_id, kind=kind, names=list(names), named=named, mentions={span})
        return self._entered(draft)

    def place(self, place: Place, span: Span, language: str) -> Draft:
        """Return the entity of a place that is told of by an adjective or within a name."""
        known = self.listed(place.key)
        if known is not None:
            known.mentions.add(span)
            return known
        names = (name.text for name in place.names if name.language == language)
        draft = self.new(place.kind, (next(names, place.names[0].text),), span, named=True)
        draft.gazetteer, draft.known_as = place.key, preferred(place.names)
        return draft

    def remember(self, draft: Draft) -> None:
        """Note the names of an entity, so that it is found by them; the first bearer keeps one."""
        for name in draft.names:
            self._by_name.setdefault(_key(name), draft)
            if draft.kind in FRAMES and (bare := _without_noun(name, draft.head)):
                self._by_name.setdefault(_key(bare), draft)
            if draft.is_activity:
                self._by_name.setdefault(_key(_YEAR.sub("", name)), draft)

    @property
    def _next_id(self) -> EntityId:
        return EntityId(f"e{len(self.drafts) + 1}")

    def _entered(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        if draft.named:
            self.remember(draft)
        return draft


def _called(mention: Mention) -> Iterator[str]:
    """Yield its names, and those of a programme or project without the noun in them."""
    yield from mention.names
    if mention.kind in FRAMES:
        yield from filter(None, (_without_noun(name, mention.head) for name in mention.names))


def _without_noun(name: str, head: str) -> str:
    """Return «Alpha» for «Alpha project» and «Projekt Alpha»; nothing where little is left."""
    first, _, rest = name.partition(" ")
    bare = rest if first.lower() == head and rest[:1].isupper() else name.removesuffix(f" {head}")
    return bare if bare != name and len(bare) >= _SHORTEST and " " not in bare else ""


def _goes_on(name: str, longer: str) -> bool:
    """Tell whether the longer name is the name and words in lower case behind it."""
    rest = longer.removeprefix(f"{name} ")
    return rest != longer and rest[:1].islower()


def _key(name: str) -> str:
    return without_company_form(fold(name)) or name


def _fits(draft: Draft, name: str, kind: Iri | None) -> bool:
    return _are_compatible(draft.kind, kind) and not _is_of_another_year(draft, name)


def _are_compatible(one: Iri | None, other: Iri | None) -> bool:
    if one is None or other is None or one == other:
        return True
    return any({one, other} <= family for family in _FAMILIES)


def _is_of_another_year(draft: Draft, name: str) -> bool:
    years = _YEAR.findall(name)
    if not years or any(other.endswith(years[0]) for other in draft.names):
        return False
    return any(map(_YEAR.search, draft.names))
