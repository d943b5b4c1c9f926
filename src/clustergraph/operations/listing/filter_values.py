"""Find what a filter names: by an identifier in any shape, or by what people call it."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import Aspects, Match, NameHit
from clustergraph.operations.consult import consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import identify
from clustergraph.operations.look_up import kinds_named

__all__ = ["Named", "aspects_meant", "few", "place_meant", "programme_meant", "sector_meant"]

_SECTOR: Final = "Sector"
_CONCEPTS_OF_SECTORS: Final = "/voc/sectors/"
_YEAR: Final = re.compile(r"[0-9]{1,4}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CERTAIN = (Match.EXACT, Match.FOLDED)
"""Matches of a whole name; what is only like a name of a place is not what a filter means."""
_MOST_OF_ONE_NAME = 3
_MOST_VALUES: Final = 50


class Named(NamedTuple):
    """Aspects that are wanted, in the words of an address."""

    sectors: Iterable[str] = ()
    programmes: Iterable[str] = ()
    years: Iterable[str] = ()
    source_languages: Iterable[str] = ()


def aspects_meant(opened: OpenVersion, named: Named) -> Aspects:
    """Return the aspects; what is empty names none.

    Raises:
        InvalidParameter: when one of them can't be, or is nothing in the graph.
    """
    sectors = few("sector", named.sectors)
    programmes = few("programme", named.programmes)
    return Aspects(
        sectors=tuple(sector_meant(opened, text) for text in sectors),
        programmes=tuple(programme_meant(opened, text) for text in programmes),
        years=tuple(map(_year, few("year", named.years))),
        source_languages=tuple(map(_language, few("source_language", named.source_languages))),
    ).ordered()


def few(parameter: str, texts: Iterable[str]) -> list[str]:
    """Return the values that a parameter names, each once, without the empty ones.

    Raises:
        InvalidParameter: when there are so many that finding out what they mean would take long.
    """
    said = [*dict.fromkeys(filter(None, map(str.strip, texts)))]
    if len(said) > _MOST_VALUES:
        raise InvalidParameter(parameter, said[_MOST_VALUES], f"one of {_MOST_VALUES} at the most")
    return said


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text):
        raise InvalidParameter("year", text, "a year, such as 2018")
    return int(text)


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise InvalidParameter("source_language", text, "a language tag, such as en, pl or bg")
    return text


def place_meant(opened: OpenVersion, text: str) -> Iri:
    """Return the place; where several bear the name, the most prominent of the best match.

    Raises:
        InvalidParameter: when nothing of that name or identifier is a place.
    """
    return _meant(opened, "place", "Place", text)


def programme_meant(opened: OpenVersion, text: str) -> Iri:
    """Return the programme; where several bear the name, the most prominent of the best match.

    Raises:
        InvalidParameter: when nothing of that name or identifier is a programme.
    """
    return _meant(opened, "programme", "Programme", text)


def sector_meant(opened: OpenVersion, text: str) -> Iri:
    """Return the branch of the economy as lists know it: a concept, where it is the same as one.

    Raises:
        InvalidParameter: when nothing of that name or identifier is one.
    """
    for address in (f"{_CONCEPTS_OF_SECTORS}{text}", text):
        identified = identify(opened, address)
        if identified and identified.iri and _CONCEPTS_OF_SECTORS in identified.iri:
            return identified.iri
    sector = _meant(opened, "sector", _SECTOR, text)
    concepts = consult(opened.graph, "sector-listed-as", sector=sector)
    return concepts[0].iri("concept") if concepts else sector


def _meant(opened: OpenVersion, parameter: str, kind: str, text: str) -> Iri:
    identified = identify(opened, text)
    iri = identified.iri if identified else None
    if iri is not None and _is_of(opened, iri, kind):
        return iri
    hits = _called(opened, text, kind)
    if not hits or hits[0].match not in _CERTAIN:
        raise InvalidParameter(parameter, text, _wanted(hits, parameter))
    return hits[0].card.iri


def _is_of(opened: OpenVersion, iri: Iri, kind: str) -> bool:
    card = opened.names.card(iri)
    return card is not None and card.cls in kinds_named(kind)


def _called(opened: OpenVersion, text: str, kind: str) -> tuple[NameHit, ...]:
    kinds = kinds_named(kind)
    return opened.names.search(text, kinds=kinds, limit=_MOST_OF_ONE_NAME).hits


def _wanted(hits: tuple[NameHit, ...], what: str) -> str:
    wanted = f"the name, IRI or identifier of a {what} in the graph"
    alike = " or ".join(dict.fromkeys(hit.name for hit in hits))
    return f"{wanted}, such as {alike}" if alike else wanted
