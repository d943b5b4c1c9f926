"""What a list shows of something found: by a name, by an address, or by an identifier."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from clustergraph.model import Iri
from clustergraph.names import Card, Match, NameHit
from clustergraph.operations.identifying.identify import Identified, Via
from clustergraph.operations.labels import Labels, Thing, thing_of

__all__ = ["CERTAIN", "Hit", "hit_by_identifier", "hit_by_name", "lies_in"]

CERTAIN: Final = 100.0
"""The score of what was named by its own address or identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found, and the name by which it was found.

    ``match`` is a step of the ranking, ``address`` where an address was asked for, ``identifier``
    where one of others was, or ``listed`` where only a kind was. ``score`` goes from 0 to 100,
    ``features`` explain it. ``description`` says in a few words where it lies, ``years`` when it
    takes place.
    """

    thing: Thing
    name: str
    language: str
    match: str
    score: float = CERTAIN
    features: Mapping[str, float] = field(default_factory=dict)
    description: str = ""
    years: tuple[int, ...] = ()


def hit_by_name(hit: NameHit, language: str, spoken: str) -> Hit:
    """Tell what the index found; of a name in several languages the ``spoken`` one is shown."""
    thing = thing_of(hit.card, language)
    is_named = hit.match is not Match.LISTED
    name = hit.card.named(hit.name, spoken) if is_named else thing.label
    return Hit(
        thing=thing,
        name=name.text,
        language=name.language,
        match=hit.match,
        score=hit.score,
        features=hit.features,
        description=hit.card.description(language),
        years=hit.card.aspects.years,
    )


def hit_by_identifier(
    iri: Iri,
    card: Card | None,
    meant: Identified,
    labels: Labels,
    *,
    name: str,
    score: float = CERTAIN,
) -> Hit:
    """Tell what an identifier leads to, or near to; what the index does not know has no card."""
    return Hit(
        thing=thing_of(card, labels.language) if card else labels.thing(iri),
        name=name,
        language="",
        match="identifier" if meant.via is Via.IDENTIFIER else "address",
        score=score,
        description=card.description(labels.language) if card else "",
    )


def lies_in(card: Card | None, places: Collection[Iri]) -> bool:
    """Tell whether something lies in one of the places; anything does where there are none."""
    return not places or (card is not None and any(place.iri in places for place in card.places))
