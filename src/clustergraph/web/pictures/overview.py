"""The picture of what most is said about, and how it is related: a first look at the graph."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.labels import thing_of
from clustergraph.operations.picturing.neighbourhood import Overview, overview
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.lettering import about, cut
from clustergraph.web.pictures.network import LegendView, NodeView, legend_of, shapes_of
from clustergraph.web.pictures.signs import Sign, sign_of
from clustergraph.web.pictures.spread import Size, spread
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["OverviewRow", "OverviewView", "overview_view"]

_DISTANCE: Final = Size(104, 74)
"""Of related things."""
_MARGIN: Final = 12
_SIZE: Final = 13
_NAME: Final = 170
"""How wide a name may be."""
_ROW: Final = 46
"""A sign, the name below it, and some air."""
_ABOVE: Final = 11
"""From the middle of all that to the middle of the sign."""
_LEAST_THINGS: Final = 3
_FOREMOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """What a thing is related to, in words: each relation with the others."""

    link: Link
    related: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The whole picture, and the same in words; ``foremost`` has the first things of each class."""

    title: str
    width: int
    height: int
    nodes: tuple[NodeView, ...]
    ties: tuple[tuple[int, int, int, int], ...]
    """Lines: from x and y to x and y."""
    legend: tuple[LegendView, ...]
    shapes: tuple[Sign, ...]
    rows: tuple[OverviewRow, ...]
    foremost: tuple[Link, ...]
    data: str


def overview_view(visit: Visit, linker: Linker) -> OverviewView | None:
    """Draw the most prominent things; None where too few are related for a picture.

    What is shown and where it stands is found out once for each version.
    """
    found = visit.findings.get("overview", lambda: overview(visit.graph, visit.names))
    if len(found.cards) < _LEAST_THINGS:
        return None
    places = visit.findings.get("overview places", lambda: _places(found))
    spots = [(x + _MARGIN, y - _ABOVE) for x, y in places]
    things = [thing_of(card, linker.language) for card in found.cards]
    links = {thing.iri: linker.link(thing) for thing in things}
    at = {card.iri: spot for card, spot in zip(found.cards, spots, strict=True)}
    return OverviewView(
        title=linker.wording.gettext("The most connected things"),
        width=max(x for x, _ in spots) + _NAME // 2 + _MARGIN,
        height=max(y for _, y in spots) + _ROW // 2 + _ABOVE,
        nodes=tuple(_node(card, at[card.iri], links[card.iri]) for card in found.cards),
        ties=tuple((*at[tie.subject], *at[tie.object]) for tie in found.ties),
        legend=legend_of(things, linker),
        shapes=shapes_of(things),
        rows=tuple(_rows(found, links, linker)),
        foremost=tuple(links[card.iri] for card in _foremost(found.cards)),
        data=linker.address("/network.json"),
    )


def _places(found: Overview) -> list[tuple[int, int]]:
    """Find places that hold in every language: for the longest of the names of each thing."""
    order = {card.iri: place for place, card in enumerate(found.cards)}
    pairs = {tuple(sorted((order[it.subject], order[it.object]))) for it in found.ties}
    return spread(
        [_size(card) for card in found.cards],
        sorted((one, other) for one, other in pairs if one != other),
        distance=_DISTANCE,
    )


def _size(card: Card) -> Size:
    widest = max((width_of(name.text[:_NAME], _SIZE) for name in card.names), default=0)
    return Size(min(widest, _NAME) + 8, _ROW)


def _node(card: Card, place: tuple[int, int], link: Link) -> NodeView:
    text = cut(link.text, _NAME, _SIZE)
    return NodeView(
        x=place[0],
        y=place[1],
        text=text,
        about=about(link.text, text),
        link=link,
        sign=sign_of(card.cls),
    )


def _foremost(cards: Sequence[Card]) -> list[Card]:
    """Choose one thing of each class, so that a reader sees what there is."""
    first: dict[Iri, Card] = {}
    for card in cards:
        first.setdefault(card.cls, card)
    return list(first.values())[:_FOREMOST]


def _rows(found: Overview, links: Mapping[Iri, Link], linker: Linker) -> Sequence[OverviewRow]:
    related: dict[Iri, dict[Iri, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for tie in found.ties:
        related[tie.subject][tie.property].append(links[tie.object])
    return [
        OverviewRow(
            link=links[card.iri],
            related=tuple(
                (linker.to(property_), tuple(others))
                for property_, others in related[card.iri].items()
            ),
        )
        for card in found.cards
        if card.iri in related
    ]
