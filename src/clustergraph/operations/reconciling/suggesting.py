"""Suggest things, types and properties while somebody types, and properties for a type."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from clustergraph.folding import fold
from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.consult import consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.look_up import KINDS
from clustergraph.operations.reconciling.identifiers import identified, identifier_of
from clustergraph.operations.reconciling.matching import described
from clustergraph.operations.reconciling.schema import EntityType, Property, Term, schema_of

__all__ = [
    "Suggestion",
    "proposed_properties",
    "suggested_entities",
    "suggested_properties",
    "suggested_types",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A thing, a type or a property; only a thing has ``types``, what it is."""

    id: str
    name: str
    description: str = ""
    types: tuple[EntityType, ...] = ()


def suggested_entities(
    opened: OpenVersion,
    prefix: str,
    *,
    language: str,
    limit: int,
    offset: int = 0,
    kinds: Collection[Iri] = (),
) -> list[Suggestion]:
    """Suggest things by the beginning of a name, or by an identifier, which comes first.

    An empty prefix lists them, the most prominent first.
    """
    wanted = offset + limit
    if prefix.strip():
        found = opened.names.search(prefix, kinds=kinds, prefix=True, limit=wanted)
    else:
        found = opened.names.of_kinds(kinds, limit=wanted)
    named = {hit.card.iri: (hit.card, hit.name) for hit in found.hits}
    cards = {card.iri: (card, "") for card in _named_by(opened, prefix)} | named
    return [
        _entity(opened, card, called, language)
        for card, called in list(cards.values())[offset:wanted]
    ]


def suggested_types(
    opened: OpenVersion, prefix: str, *, language: str, limit: int, offset: int = 0
) -> list[Suggestion]:
    """Suggest types by their names in any language, or by identifier; all where it is empty."""
    return _terms(schema_of(opened).types.values(), prefix, language, limit, offset)


def suggested_properties(
    opened: OpenVersion, prefix: str, *, language: str, limit: int, offset: int = 0
) -> list[Suggestion]:
    """Suggest properties by names in any language, or by identifier; all where it is empty."""
    return _terms(schema_of(opened).properties.values(), prefix, language, limit, offset)


def proposed_properties(opened: OpenVersion, type_: EntityType | None) -> list[Property]:
    """Return the properties that things of a type may have, those that more of them have first."""
    below = type_.below if type_ else frozenset(KINDS.values())
    used = opened.findings.get("reconciliation uses", lambda: _uses(opened))
    counts = Counter[Iri]()
    for kind in below:
        counts.update(used.get(kind, {}))
    fitting = (
        each
        for each in schema_of(opened).properties.values()
        if not each.domain or each.domain & below
    )
    return sorted(fitting, key=lambda each: (-counts[each.iri], each.id))


def _uses(opened: OpenVersion) -> dict[Iri, dict[Iri, int]]:
    """Count how often things of each class have each property; done once for a version."""
    found: dict[Iri, dict[Iri, int]] = {}
    for row in consult(opened.graph, "uses-by-class"):
        found.setdefault(row.iri("class"), {})[row.iri("property")] = row.number("total")
    return found


def _named_by(opened: OpenVersion, prefix: str) -> Iterable[Card]:
    meant = identified(opened, prefix)
    if meant is None:
        return ()
    iris = [meant.iri] if meant.iri else [each.iri for each in meant.candidates]
    return filter(None, map(opened.names.card, iris))


def _entity(opened: OpenVersion, card: Card, called: str, language: str) -> Suggestion:
    type_ = schema_of(opened).type_of(card.cls)
    return Suggestion(
        id=identifier_of(card.iri),
        name=card.label(language).text,
        description=described(card, language, called),
        types=(type_,) if type_ else (),
    )


def _terms(
    terms: Iterable[Term], prefix: str, language: str, limit: int, offset: int
) -> list[Suggestion]:
    ranked = ((_rank(term, prefix.strip()), term.name(language), term) for term in terms)
    fitting = sorted(
        (each for each in ranked if each[0] is not None), key=lambda each: (each[0], each[1])
    )
    return [
        Suggestion(id=term.id, name=name, description=term.comment(language))
        for _, name, term in islice(fitting, offset, offset + limit)
    ]


def _rank(term: Term, prefix: str) -> int | None:
    """Rank an identifier before a name, its beginning before that of a later word of it."""
    if not prefix:
        return 0
    if prefix in {term.id, term.iri, f"cg:{term.id}"}:
        return 0
    folded = fold(prefix)
    if not folded:
        return None
    names = [fold(name.text) for name in term.names] + [fold(term.id)]
    return _first(
        [
            any(name == folded for name in names),
            any(name.startswith(folded) for name in names),
            any(f" {folded}" in f" {name}" for name in names),
        ]
    )


def _first(steps: Sequence[bool]) -> int | None:
    return next((at for at, holds in enumerate(steps, start=1) if holds), None)
