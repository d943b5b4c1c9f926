"""What places and well-known bodies are called: regions and cities, institutions and programmes.

Here lie the tables' reader and the lookup of a name as it is written. To find names in a text, and
to bring inflected forms to their base form, is the caller's work; adjectives and demonyms are in
the language packs. ``data/gazetteer/README.md`` describes the tables.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from clustergraph.errors import GazetteerError
from clustergraph.locations import GAZETTEER
from clustergraph.model import Iri, LangString
from clustergraph.vocab import CG

__all__ = ["Body", "Gazetteer", "Place", "load_gazetteer"]

_PLACES_HEADER = "key\tkind\twithin\tlatitude\tlongitude\tpopulation\tcapital\tnames"
_BODIES_HEADER = "key\tkind\tnames"
_STOPS_HEADER = "name\tlanguages\treason"

_PLACE_KINDS = (CG.Country, CG.Region, CG.City)
_BODY_KINDS = (CG.Organisation, CG.Programme)
_KINDS = {kind.local: kind for kind in (*_PLACE_KINDS, *_BODY_KINDS)}

_EVERY_LANGUAGE = "*"
_UNDETERMINED = "und"
"""How the tag begins of names that are written alike in every language (BCP 47)."""

_SHORTEST_FOREIGN = 4
"""Letters that a name needs to be found in a language that it is not listed for."""
_SHORTEST_IN_CAPITALS = 5
"""Letters that a form in capitals needs to be more than an acronym."""

_PLAIN = str.maketrans(
    dict.fromkeys("’‘ʼʻ`´", "'") | dict.fromkeys("‐‑‒–—−", "-") | {"\N{SOFT HYPHEN}": None}
)
_SPACE = re.compile(r"\s+")
_PARTING = " .,()'"
_SIGNS = ".,()'-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, a region or a city.

    ``key`` is such as ``country:KZ`` (ISO 3166-1), ``region:ES-CT`` (ISO 3166-2), ``region:BG41``
    (NUTS), ``region:balkans`` or ``city:1518980`` (GeoNames). ``within`` is the key of the place it
    lies in, or empty. Latitude and longitude are degrees (WGS 84) of a point in it: a country's
    capital, a region's largest city. ``population`` is 0 where it is not known. ``names`` begin
    with the preferred one of each language.
    """

    key: str
    kind: Iri
    within: str
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool
    names: tuple[LangString, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution or a programme that everybody in the field knows.

    ``key`` is such as ``organisation:undp`` or ``programme:cosme``. ``names`` begin with the
    preferred one of each language; what every language writes alike is tagged ``und``.
    """

    key: str
    kind: Iri
    names: tuple[LangString, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Rows as they stand in the file, by key; and keys by name in capitals."""

    rows: Mapping[str, str]
    keys: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls, path: Path, header: str) -> "_Table":
        rows = {row.partition("\t")[0]: row for row in _read_rows(path, header)}
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for key, row in rows.items():
            for name in _read_spellings(row):
                keys[name.upper()].append(key)
        return cls(rows=rows, keys=dict(keys))

    def find(self, name: str) -> Iterator[str]:
        """Yield each row that bears the name in some case."""
        keys = self.keys.get(name.upper(), ())
        return (self.rows[key] for key in dict.fromkeys(keys))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """The tables in memory; a lookup that finds nothing costs one look into a dictionary.

    A gazetteer equals only itself, so that what it was asked can be remembered.
    """

    _reaches: Mapping[str, int] = field(repr=False)
    _places: _Table = field(repr=False)
    _bodies: _Table = field(repr=False)
    _stops: Mapping[str, frozenset[str]] = field(repr=False)

    @property
    def places_by_name(self) -> Mapping[str, Sequence[str]]:
        """The keys of all places, by each of their names in every language, in capitals."""
        return self._places.keys

    def place(self, key: str) -> Place:
        """Return the place of that key.

        Raises:
            KeyError: when there is none.
        """
        return _read_place(self._places.rows[key])

    def around(self, key: str) -> Iterator[str]:
        """Yield the keys of the places that the place of that key lies in, the nearest first.

        Raises:
            KeyError: when there is none.
        """
        while key := self.place(key).within:
            yield key

    def body(self, key: str) -> Body:
        """Return the institution or programme of that key.

        Raises:
            KeyError: when there is none.
        """
        return _read_body(self._bodies.rows[key])

    def reach(self, first_words: Iterable[str]) -> int:
        """Return how many words and signs the longest name has that begins with one of the words.

        It is 0 where none does: then no lookup need be tried.
        """
        words = (_first_word(_normalise(word).upper()) for word in first_words)
        return max((self._reaches.get(word, 0) for word in words), default=0)

    def places(self, form: str, language: str) -> tuple[Place, ...]:
        """Return the places that a text in the language calls so, the likeliest first.

        The order is countries, capitals, regions, cities by population. Case counts, but a form may
        begin with a capital or be all in capitals; the kinds of space, apostrophe and dash do not
        count. Where no name of that language fits, names of the other languages are taken. Common
        words and given names of the language are no places.
        """
        name = _normalise(form)
        if self._stops.get(name.upper(), frozenset()) & {language, _EVERY_LANGUAGE}:
            return ()
        found = _called(name, language, map(_read_place, self._places.find(name)))
        return tuple(sorted(found, key=_rank))

    def bodies(self, form: str, language: str) -> tuple[Body, ...]:
        """Return the institutions and programmes that a text in the language calls so, by key.

        What counts in a form is as in ``places``.
        """
        name = _normalise(form)
        found = _called(name, language, map(_read_body, self._bodies.find(name)))
        return tuple(sorted(found, key=lambda body: body.key))


@cache
def load_gazetteer(path: Path = GAZETTEER) -> Gazetteer:
    """Read the tables of a folder, once a process.

    Raises:
        GazetteerError: when a table is missing or is not what it should be.
    """
    places = _Table.read(path / "places.tsv", _PLACES_HEADER)
    bodies = _Table.read(path / "bodies.tsv", _BODIES_HEADER)
    return Gazetteer(
        _reaches=_measure(chain(places.keys, bodies.keys)),
        _places=places,
        _bodies=bodies,
        _stops=dict(_read_stops(path / "stops.tsv")),
    )


def _measure(names: Iterable[str]) -> dict[str, int]:
    """Return for each word that begins a name how many words and signs it has at most."""
    reaches: dict[str, int] = {}
    for name in names:
        first = _first_word(name)
        length = 1 + sum(map(name.count, _PARTING))
        for opening in {first, first.partition("'")[0]}:  # «L’Aquila» may be cut in two
            reaches[opening] = max(reaches.get(opening, 0), length)
    return reaches


def _first_word(name: str) -> str:
    return name.partition(" ")[0].strip(_SIGNS)


def _read_rows(path: Path, header: str) -> Sequence[str]:
    try:
        first, *rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise GazetteerError(str(path), f"it can't be read ({error}).") from error
    if first != header:
        raise GazetteerError(str(path), f"its first line has to be {header!r}.")
    tabs = header.count("\t")
    for number, row in enumerate(rows, start=2):
        if row.count("\t") != tabs:
            where = f"{path}, line {number}"
            raise GazetteerError(
                where, f"it has to have {tabs + 1} columns with tabs between them."
            )
    return rows


def _read_stops(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for row in _read_rows(path, _STOPS_HEADER):
        name, languages, _ = row.split("\t")
        yield name.upper(), frozenset(languages.split())


def _read_spellings(row: str) -> Iterator[str]:
    for group in row.rpartition("\t")[2].split(";"):
        yield from group.partition("=")[2].split("|")


@lru_cache(maxsize=4096)
def _read_place(row: str) -> Place:
    key, kind, within, latitude, longitude, population, capital, names = row.split("\t")
    return Place(
        key=key,
        kind=_KINDS[kind],
        within=within,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population or 0),
        capital=capital == "yes",
        names=_read_names(names),
    )


@lru_cache(maxsize=512)
def _read_body(row: str) -> Body:
    key, kind, names = row.split("\t")
    return Body(key=key, kind=_KINDS[kind], names=_read_names(names))


def _read_names(cell: str) -> tuple[LangString, ...]:
    groups = [group.partition("=") for group in cell.split(";")]
    return tuple(
        LangString(name, language) for language, _, names in groups for name in names.split("|")
    )


def _normalise(form: str) -> str:
    text = unicodedata.normalize("NFC", form).translate(_PLAIN)
    return _SPACE.sub(" ", text).strip()


_Thing = TypeVar("_Thing", Place, Body)


def _called(form: str, language: str, things: Iterable[_Thing]) -> list[_Thing]:
    own: list[_Thing] = []
    foreign: list[_Thing] = []
    for thing in things:
        tags = {name.language for name in thing.names if _is_written(name.text, form)}
        if any(tag == language or tag.startswith(_UNDETERMINED) for tag in tags):
            own.append(thing)
        elif tags:
            foreign.append(thing)
    # An acronym of another language means something else here: "SIDA" is no agency in Spanish.
    is_safe = len(form) >= _SHORTEST_FOREIGN and not form.isupper()
    return own or (foreign if is_safe else [])


def _is_written(name: str, form: str) -> bool:
    if form in (name, name[0].upper() + name[1:]):
        return True
    return form.isupper() and len(form) >= _SHORTEST_IN_CAPITALS and form == name.upper()


def _rank(place: Place) -> tuple[int, int, str]:
    order = (place.kind == CG.Country, place.capital, place.kind == CG.Region, True)
    return order.index(True), -place.population, place.key
