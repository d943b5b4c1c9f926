"""The facets of a list: by which values it can be narrowed, by which it is, and why it is empty."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.look_up import (
    Question,
    count_all,
    facets,
    kinds_named,
)
from clustergraph.web.api.facet_names import FACETS
from clustergraph.web.linking import capitalised
from clustergraph.web.listing.narrowing import Narrowing
from clustergraph.web.listing.views import (
    ChosenView,
    EmptyView,
    FacetValue,
    FacetView,
    WayOut,
)
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording

__all__ = ["Facets"]

_SHOWN_VALUES: Final = 8
_FOLDED_VALUES: Final = 100
"""Who looks for something rarer narrows the list by something else first."""
_ASPECTS: Final = {
    "sector": "sectors",
    "programme": "programmes",
    "year": "years",
    "source_language": "source_languages",
}
_WITH_ALL_BELOW: Final = "type"
_OF_VOCABULARIES: Final = frozenset({"type", "sector"})
"""Their values begin with a capital; a thing is called here as on its own page."""
_BY_TIME: Final = "year"
"""The newest first."""


class Facets:
    """The facets of one list; counting is put off until somebody asks."""

    def __init__(self, visit: Visit, narrowing: Narrowing) -> None:
        self._visit = visit
        self._narrowing = narrowing
        self._titles = _titles(visit.reader.wording)

    def shown(self, *parameters: str) -> tuple[FacetView, ...]:
        """Return the facets by these parameters that narrow the list, or could."""
        fields = [FACETS[parameter] for parameter in parameters]
        counts = facets(self._visit.opened, self._narrowing.question, fields)
        return tuple(
            facet
            for parameter, field in zip(parameters, fields, strict=True)
            if (facet := self._facet(parameter, dict(counts[field]))) is not None
        )

    def chosen(self) -> tuple[ChosenView, ...]:
        """Return what narrows the list, with the ways to take it away."""
        narrowing = self._narrowing
        return tuple(
            ChosenView(
                title=self._titles[name],
                value=replace(
                    self._label(name, value), href=narrowing.removing(name, value).address()
                ),
            )
            for name, values in narrowing.values.items()
            for value in values
        )

    def why_empty(self) -> EmptyView:
        """Tell what there would be without one of the facets, or without all of them."""
        narrowing = self._narrowing
        named = [name for name, values in narrowing.values.items() if values]
        whole = count_all(self._visit.opened, _freed(narrowing.question, *named))
        ways_out = (self._way_out(name) for name in named if len(named) > 1)
        return EmptyView(
            ways_out=tuple(way for way in ways_out if way.total),
            whole=Link(text="", href=narrowing.whole.address()),
            whole_total=whole,
        )

    def _way_out(self, name: str) -> WayOut:
        return WayOut(
            title=self._titles[name],
            href=self._narrowing.without(name).address(),
            total=count_all(self._visit.opened, _freed(self._narrowing.question, name)),
        )

    def _facet(self, name: str, counted: Mapping[str, int]) -> FacetView | None:
        chosen = self._narrowing.values.get(name, ())
        if len(counted) <= 1 and not chosen:
            return None
        counts = {**counted, **{value: _total(name, value, counted) for value in chosen}}
        ordered = self._ordered(name, counts)
        values = [self._value(name, value, counts[value]) for value in ordered[:_FOLDED_VALUES]]
        return FacetView(
            title=self._titles[name],
            values=tuple(values[:_SHOWN_VALUES]),
            more=tuple(values[_SHOWN_VALUES:]),
            total=len(ordered),
            without=self._narrowing.without(name).address() if chosen else "",
        )

    def _ordered(self, name: str, counts: Mapping[str, int]) -> list[str]:
        """Order values: what is chosen first, then years by time, others by how much they give."""
        chosen = self._narrowing.values.get(name, ())
        if name == _BY_TIME:
            return sorted(counts, key=lambda year: (year not in chosen, -int(year)))
        return sorted(counts, key=lambda each: (each not in chosen, -counts[each], each))

    def _value(self, name: str, value: str, total: int) -> FacetValue:
        is_chosen = value in self._narrowing.values.get(name, ())
        link = replace(self._label(name, value), href=self._changed(name, value).address())
        return FacetValue(link=link, total=total, is_chosen=is_chosen)

    def _changed(self, name: str, value: str) -> Narrowing:
        """Take the value away, or add it; a kind takes the place of the one that it is below."""
        narrowing = self._narrowing
        if value in narrowing.values.get(name, ()):
            return narrowing.removing(name, value)
        if name == _WITH_ALL_BELOW:
            return narrowing.without(name).adding(name, value)
        return narrowing.adding(name, value)

    def _label(self, name: str, value: str) -> Link:
        if name == "year":
            return Link(text=value)
        if name == "source_language":
            return Link(text=self._visit.reader.wording.language_name(value))
        card = self._visit.names.card(Iri(value))  # at half the cost of a question to the graph
        label = (
            card.label(self._visit.language) if card else self._visit.labels.thing(Iri(value)).label
        )
        link = Link(text=label.text, language=label.language)
        return capitalised(link) if name in _OF_VOCABULARIES else link


def _total(name: str, value: str, counts: Mapping[str, int]) -> int:
    """Count what a value gives that is chosen: a class gives those below it as well."""
    if name != _WITH_ALL_BELOW:
        return counts.get(value, 0)
    return sum(counts.get(kind, 0) for kind in kinds_named(Iri(value).local))


def _freed(question: Question, *names: str) -> Question:
    """Ask the same without what these parameters narrow."""
    if "type" in names:
        question = replace(question, kinds=())
    if "place" in names:
        question = replace(question, places=())
    freed = {_ASPECTS[name]: () for name in names if name in _ASPECTS}
    return replace(question, aspects=question.aspects._replace(**freed), after=None)


def _titles(wording: Wording) -> Mapping[str, str]:
    return {
        "type": wording.gettext("Kind"),
        "place": wording.gettext("Country or place"),
        "sector": wording.gettext("Sector"),
        "programme": wording.gettext("Programme"),
        "year": wording.gettext("Year"),
        "source_language": wording.gettext("Language of the documents"),
    }
