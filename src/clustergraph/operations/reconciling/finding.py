"""Find what a query may mean: by names, by identifiers, and failing these by what is known of it.

How well each of them suits all that was said is decided in ``matching``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import Card, NameHit
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import Identified
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.reconciling.agreeing import alike
from clustergraph.operations.reconciling.asking import (
    Condition,
    Kind,
    Quantifier,
    Query,
    Reference,
    Strictness,
    Wanted,
    identifier_in,
    text_in,
)
from clustergraph.operations.reconciling.identifiers import gone, identified
from clustergraph.operations.reconciling.schema import Property, Takes
from clustergraph.operations.reconciling.values import (
    having,
    having_text,
    names_of,
    values_used,
)
from clustergraph.vocab import CG

__all__ = ["Finder", "Found", "things_called"]

_LEAST_LOOKED_AT = 20
"""Of each name; more than are given, since a namesake that isn't shown makes doubtful too."""
_MOST_BY_PROPERTY = 200
_NEAR, _FAR = 90.0, 60.0
"""What an identifier of something close, or only broader or narrower, is worth as a name."""


@dataclass(slots=True, kw_only=True)
class Found:
    """Something that a query may mean.

    ``names`` scores it, from 0 to 100, by each name that was asked for; ``called`` is the one of
    its own names that did best. ``features`` explain that.
    """

    card: Card
    names: dict[str, float] = field(default_factory=dict)
    called: str = ""
    is_identified: bool = False
    features: Mapping[str, float] = field(default_factory=dict)

    def score(self, name: str, score: float) -> bool:
        """Note the score of a name; tell whether it is the best so far."""
        is_best = score > max(self.names.values(), default=0.0)
        self.names[name] = max(score, self.names.get(name, 0.0))
        return is_best


def things_called(opened: OpenVersion, property_: Property, name: str) -> list[NameHit]:
    """Return what may be meant by the name of a value, the best first.

    They are searched among all: there are few of one name.
    """
    hits = opened.names.search(name, limit=_LEAST_LOOKED_AT).hits
    return [hit for hit in hits if not property_.values or hit.card.cls in property_.values]


class Finder:
    """Collects what one query may mean.

    Args:
        opened: the version.
        query: what is looked for.
        kinds: the leaf classes that were asked for; all where empty, but for documents: titles
            hold the names of what they are about, and who looks for documents says so.
    """

    def __init__(
        self,
        opened: OpenVersion,
        query: Query,
        kinds: Collection[Iri],
    ) -> None:
        self._opened = opened
        self._query = query
        self._kinds = kinds
        self._found: dict[Iri, Found] = {}
        self._fault: Exception | None = None

    def find(self) -> list[Found]:
        """Return what was found, in no order.

        Raises:
            Gone: when nothing was, since what was asked for is no longer here.
            InvalidParameter: when nothing was, since nothing can bear such an identifier.
        """
        positive = [each for each in self._query.conditions if _speaks_for(each)]
        for condition in positive:
            if condition.kind is not Kind.PROPERTY:
                self._by_names(condition)
        for condition in positive:
            if condition.kind is Kind.PROPERTY:
                self._by_property(condition, only_identifiers=self._has_names(positive))
        if self._fault and not self._found:
            raise self._fault
        return list(self._found.values())

    def _has_names(self, conditions: list[Condition]) -> bool:
        return any(each.kind is not Kind.PROPERTY for each in conditions)

    def _by_names(self, condition: Condition) -> None:
        for text in _texts(condition):
            if meant := identified(self._opened, text):
                self._add_identified(text, meant)
            if condition.kind is Kind.NAME:
                self._search(text)

    def _search(self, text: str) -> None:
        """Search among what is wanted, and for others that are called so, if these may be given."""
        names = self._opened.names
        limit = max(2 * self._query.limit, _LEAST_LOOKED_AT)
        wanted = names.search(text, kinds=self._kinds, limit=limit).hits
        self._take(text, wanted)
        if self._kinds and self._query.strictness is Strictness.SHOULD:
            others = (
                names.called(text, limit=limit) if wanted else names.search(text, limit=limit).hits
            )
            self._take(text, others)

    def _take(self, text: str, hits: Iterable[NameHit]) -> None:
        for hit in hits:
            if hit.card.cls == CG.Document and CG.Document not in self._kinds:
                continue
            found = self._found.setdefault(hit.card.iri, Found(card=hit.card))
            if found.score(text, hit.score):
                found.called, found.features = hit.name, hit.features

    def _add_identified(self, text: str, meant: Identified) -> None:
        if meant.status is Status.GONE:
            self._fault = gone(self._opened, meant)
        if meant.status is Status.INVALID:
            wanted = f"a name or an identifier. {meant.why}"
            self._fault = InvalidParameter("query", text, wanted)
        for iri, score in _scored(meant):
            self._add(iri, text, score)

    def _add(self, iri: Iri, text: str, score: float) -> None:
        card = self._opened.names.card(iri)
        if card is None:
            return
        found = self._found.setdefault(iri, Found(card=card))
        found.score(text, score)
        found.is_identified = True

    def _by_property(self, condition: Condition, *, only_identifiers: bool) -> None:
        property_ = condition.property
        if property_ is None:
            return
        if property_.takes is Takes.IDENTIFIER:
            for text in _texts(condition):
                meant = identified(self._opened, text)
                for iri, _ in _scored(meant) if meant else ():
                    self._known(iri)
        elif not only_identifiers:
            for iri in self._having(property_, condition.values)[:_MOST_BY_PROPERTY]:
                self._known(iri)

    def _known(self, iri: Iri) -> None:
        if iri not in self._found and (card := self._opened.names.card(iri)):
            self._found[iri] = Found(card=card)

    def _having(self, property_: Property, values: tuple[Wanted, ...]) -> list[Iri]:
        if property_.takes is Takes.THING:
            things = [iri for each in values for iri in self._things(property_, each)]
            return having(self._opened, property_, things)
        return [
            iri
            for each in values
            for iri in having_text(self._opened, property_, _beginning(property_, each))
        ]

    def _things(self, property_: Property, wanted: Wanted) -> Iterator[Iri]:
        """Yield the things that a value may mean."""
        text = identifier_in(wanted)
        meant = identified(self._opened, text)
        if meant and meant.iri:
            yield meant.iri
        elif not isinstance(wanted, Reference):
            hits = things_called(self._opened, property_, text)
            found = [hit.card.iri for hit in hits if hit.score == hits[0].score]
            yield from found or self._used(property_, text)

    def _used(self, property_: Property, name: str) -> Iterator[Iri]:
        """Yield the values of that name, such as concepts, for which nobody searches."""
        for iri in values_used(self._opened, property_):
            if any(alike(name, each) for each in names_of(self._opened, iri)):
                yield iri


def _speaks_for(condition: Condition) -> bool:
    return condition.quantifier is not Quantifier.NONE


def _texts(condition: Condition) -> Iterator[str]:
    for each in condition.values:
        yield identifier_in(each)


def _beginning(property_: Property, wanted: Wanted) -> str:
    text = text_in(wanted)
    return text.strip().partition("T")[0] if property_.takes is Takes.DATE else text.strip()


def _scored(meant: Identified) -> Iterator[tuple[Iri, float]]:
    """Yield what an identifier may mean, with what that is worth."""
    if meant.iri:
        yield meant.iri, 100.0
        return
    for each in meant.candidates:
        yield each.iri, 100.0 if each.is_same else _NEAR if each.is_close else _FAR
