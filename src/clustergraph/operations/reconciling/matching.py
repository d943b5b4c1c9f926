"""Match a query: what it may mean, how sure each of these is, and whether one of them surely is it.

One query never changes the answer to another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from clustergraph.model import Iri
from clustergraph.names import DEFAULT_LANGUAGE, Card
from clustergraph.operations.consult import Text
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.register import register_of
from clustergraph.operations.look_up.certain import is_near_enough, may_be_meant
from clustergraph.operations.reconciling.agreeing import agreement, alike, quantified
from clustergraph.operations.reconciling.asking import (
    Condition,
    Kind,
    Quantifier,
    Query,
    Strictness,
    Wanted,
    identifier_in,
)
from clustergraph.operations.reconciling.finding import Finder, Found
from clustergraph.operations.reconciling.identifiers import identified, identifier_of
from clustergraph.operations.reconciling.meaning import meant
from clustergraph.operations.reconciling.schema import EntityType, Takes, schema_of
from clustergraph.operations.reconciling.scoring import (
    WEIGHT_OF_IDENTIFIER,
    WEIGHT_OF_PROPERTY,
    Agreement,
    is_certain,
    score_of,
)
from clustergraph.operations.reconciling.values import names_of, values_of

__all__ = ["Candidate", "described", "match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be meant, and how sure that is, from 0 to 100.

    ``is_match`` says that nobody needs to look at it again. ``features`` explain the score.
    """

    iri: Iri
    name: str
    language: str
    description: str
    types: tuple[EntityType, ...]
    score: float
    is_match: bool
    features: Mapping[str, float | bool]

    @property
    def id(self) -> str:
        """How this service names it."""
        return identifier_of(self.iri)


class _Naming(NamedTuple):
    """How well the names fit that were asked for, and the numbers behind it."""

    score: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """What was found, with all that speaks for and against it.

    ``naming`` is None where no name was asked for.
    """

    found: Found
    naming: _Naming | None
    agreements: Mapping[int, Agreement]
    is_of_type: bool
    score: float


def match(
    opened: OpenVersion, query: Query, *, language: str = DEFAULT_LANGUAGE
) -> list[Candidate]:
    """Return the candidates, the best first; ``language`` is that of their labels.

    Raises:
        Gone: when there are none, since what was asked for by its identifier is no longer here.
        InvalidParameter: when there are none, since nothing can bear such an identifier.
    """
    query = replace(query, conditions=tuple(meant(opened, each) for each in query.conditions))
    kinds = _kinds(opened, query)
    if query.types and not kinds:
        return []
    found = Finder(opened, query, kinds).find()
    judged = [_judged(opened, query, each, kinds) for each in found]
    kept = [each for each in judged if _is_kept(query, each)]
    ranked = sorted(kept, key=lambda it: (-it.score, -it.found.card.prominence, it.found.card.iri))
    return [
        _candidate(opened, query, each, language, is_match=at == 0 and _is_match(ranked))
        for at, each in enumerate(ranked[: query.limit])
    ]


def described(card: Card, language: str, called: str = "") -> str:
    """Tell in a few words where it lies, and by which of its names it was found."""
    parts = [card.description(language)]
    if called and called != card.label(language).text:
        parts.append(f"“{called}”")
    return " · ".join(filter(None, parts))


def _kinds(opened: OpenVersion, query: Query) -> frozenset[Iri]:
    """Return the leaf classes that suit the types asked for; none where none was asked for."""
    by_iri = {each.iri: each for each in schema_of(opened).types.values()}
    below = [by_iri[iri].below for iri in query.types]
    if query.strictness is Strictness.ALL and below:
        return frozenset.intersection(*below)
    return frozenset().union(*below)


def _judged(opened: OpenVersion, query: Query, found: Found, kinds: frozenset[Iri]) -> _Judged:
    naming = _naming(query, found)
    agreements = {
        at: _agreement(opened, condition, found)
        for at, condition in enumerate(query.conditions)
        if condition.kind is not Kind.NAME
    }
    is_of_type = not kinds or found.card.cls in kinds
    name = naming.score if naming else None
    score = score_of(name, list(agreements.values()), is_of_type=is_of_type)
    return _Judged(
        found=found, naming=naming, agreements=agreements, is_of_type=is_of_type, score=score
    )


def _is_kept(query: Query, judged: _Judged) -> bool:
    if query.types and query.strictness is not Strictness.SHOULD and not judged.is_of_type:
        return False
    return judged.score > 0 and all(
        _holds(condition, judged.agreements.get(at), judged.naming)
        for at, condition in enumerate(query.conditions)
        if condition.is_required
    )


def _holds(condition: Condition, found: Agreement | None, naming: _Naming | None) -> bool:
    """Tell whether a required condition does; that something is not so may be unknown."""
    if found is None:
        return bool(naming and naming.score)
    if found.degree is None:
        return condition.quantifier is Quantifier.NONE
    return not found.contradicts


def _naming(query: Query, found: Found) -> _Naming | None:
    """Tell how well its names suit those that were asked for; None where none was."""
    conditions = [each for each in query.conditions if each.kind is Kind.NAME]
    if not conditions:
        return None
    scores = [_one_name_score(condition, found) for condition in conditions]
    return _Naming(sum(scores) / len(scores), found.features)


def _one_name_score(condition: Condition, found: Found) -> float:
    degrees = [
        found.names.get(str(each), 100 * _likeness(str(each), found.card)) / 100
        for each in condition.values
    ]
    return 100 * quantified(condition.quantifier, degrees)


def _likeness(text: str, card: Card) -> float:
    return max((alike(text, name.text) for name in card.names), default=0.0)


def _agreement(opened: OpenVersion, condition: Condition, found: Found) -> Agreement:
    if condition.kind is Kind.ID:
        degrees = [float(str(each) in found.names) for each in condition.values]
        degree = quantified(condition.quantifier, degrees)
        return Agreement(weight=WEIGHT_OF_IDENTIFIER, degree=degree)
    if condition.property and condition.property.takes is Takes.IDENTIFIER:
        known = [_same_identifier(opened, each, found.card.iri) for each in condition.values]
        return Agreement(weight=WEIGHT_OF_IDENTIFIER, degree=_of_known(condition, known))
    return Agreement(weight=WEIGHT_OF_PROPERTY, degree=_degree(opened, condition, found.card.iri))


def _of_known(condition: Condition, degrees: Sequence[float | None]) -> float | None:
    known = [each for each in degrees if each is not None]
    return quantified(condition.quantifier, known) if known else None


def _degree(opened: OpenVersion, condition: Condition, thing: Iri) -> float | None:
    """Compare all wanted values with all that we have; None where we have none."""
    property_ = condition.property
    if property_ is None:
        return None
    values = values_of(opened, thing, property_, at_any_depth=True)
    if not values:
        return None
    called = partial(names_of, opened)
    degrees = [
        max(agreement(each, value, property_.takes, called) for value in values)
        for each in condition.values
    ]
    return quantified(condition.quantifier, degrees)


def _same_identifier(opened: OpenVersion, wanted: Wanted, thing: Iri) -> float | None:
    """Tell whether the thing bears an identifier; None where that register doesn't know it."""
    found = identified(opened, identifier_in(wanted))
    if found is None:
        return None
    bearers = {found.iri, *(each.iri for each in found.candidates if each.is_same)} - {None}
    if bearers:
        return float(thing in bearers)
    schemes = register_of(opened).schemes
    exact = schema_of(opened).properties["skos:exactMatch"]
    borne = (schemes.read(_written(value)) for value in values_of(opened, thing, exact))
    return 0.0 if any(each and each.scheme == found.scheme for each in borne) else None


def _written(value: Iri | Text) -> str:
    return value.text if isinstance(value, Text) else value


def _is_match(ranked: Sequence[_Judged]) -> bool:
    best, *others = ranked
    return is_certain(
        best.score,
        others[0].score if others else 0.0,
        is_named=is_near_enough(best.naming) if best.naming else None,
        agreements=list(best.agreements.values()),
        is_of_type=best.is_of_type,
        has_namesake=any(_is_namesake(best, each) for each in others),
    )


def _is_namesake(best: _Judged, other: _Judged) -> bool:
    """Tell whether another candidate is called so as well, and may be meant as well."""
    if best.naming is None or other.naming is None or not other.is_of_type:
        return False
    return may_be_meant(other.naming, best.naming)


def _candidate(
    opened: OpenVersion, query: Query, judged: _Judged, language: str, *, is_match: bool
) -> Candidate:
    card = judged.found.card
    label = card.label(language)
    type_ = schema_of(opened).type_of(card.cls)
    return Candidate(
        iri=card.iri,
        name=label.text,
        language=label.language,
        description=described(card, language, judged.found.called),
        types=(type_,) if type_ else (),
        score=judged.score,
        is_match=is_match,
        features=dict(_features(query, judged)),
    )


def _features(query: Query, judged: _Judged) -> Iterator[tuple[str, float | bool]]:
    if judged.naming:
        yield "name_match", round(judged.naming.score, 1)
    if judged.found.is_identified:
        yield "identifier", True
    yield from judged.found.features.items()
    if query.types:
        yield "type", judged.is_of_type
    for at, condition in enumerate(query.conditions):
        degree = judged.agreements[at].degree if at in judged.agreements else None
        if condition.property and degree is not None:
            yield f"property:{condition.property.id}", round(100 * degree, 1)
    yield "prominence", judged.found.card.prominence
