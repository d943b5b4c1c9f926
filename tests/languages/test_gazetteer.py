"""The gazetteer's tables are in order, and names are found as texts write them."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from clustergraph.errors import GazetteerError
from clustergraph.languages.gazetteer import Gazetteer, Place, load_gazetteer
from clustergraph.locations import GAZETTEER
from clustergraph.vocab import CG

LANGUAGES = ("en", "pl", "bg", "de", "fr", "es", "it", "ro", "cs", "ru")
PARTS = GAZETTEER / "parts"
TABLES = (
    "places.tsv",
    "bodies.tsv",
    "stops.tsv",
    *(f"parts/{part}.tsv" for part in ("countries", "regions", "cities")),
)
KEY = re.compile(
    r"country:[A-Z]{2}|region:([A-Z]{2}(-[A-Z0-9]{1,3}|[A-Z0-9]{0,2})|[a-z]+(-[a-z]+)*)|city:[1-9]\d*"
    r"|(organisation|programme):[a-z0-9]+(-[a-z0-9]+)*"
)

Row = Mapping[str, str]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def rows_of(table: str) -> list[Row]:
    with (GAZETTEER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def names_of(row: Row) -> Iterator[tuple[str, str]]:
    """Yield language and name."""
    for group in row["names"].split(";"):
        language, _, names = group.partition("=")
        for name in names.split("|"):
            yield language, name


def country_key(row: Row) -> str:
    is_territory = row["within"].startswith("country:")
    return f"{'region' if is_territory else 'country'}:{row['code']}"


def country_of(key: str, places: Mapping[str, Row]) -> str:
    while key and not key.startswith("country:"):
        key = places[key]["within"]
    return key


@pytest.fixture(scope="module")
def places() -> dict[str, Row]:
    return {row["key"]: row for row in rows_of("places.tsv")}


@pytest.fixture(scope="module")
def bodies() -> dict[str, Row]:
    return {row["key"]: row for row in rows_of("bodies.tsv")}


class TestTables:
    @pytest.mark.parametrize("table", TABLES)
    def test_are_normalised_lines_that_end_alike(self, table: str) -> None:
        text = (GAZETTEER / table).read_bytes().decode()
        assert unicodedata.is_normalized("NFC", text)
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text
        assert not re.search(r"[’‘ʼ‑–—\u00a0\u00ad]|  ", text)

    @pytest.mark.parametrize(
        ("table", "columns"),
        [
            ("places.tsv", ["key"]),
            ("bodies.tsv", ["key"]),
            ("stops.tsv", ["name"]),
            ("parts/countries.tsv", ["code"]),
            ("parts/regions.tsv", ["key"]),
            ("parts/cities.tsv", ["country", "city", "geonames_id"]),
        ],
    )
    def test_are_sorted_and_hold_nothing_twice(self, table: str, columns: list[str]) -> None:
        keys = [tuple(row[column] for column in columns) for row in rows_of(table)]
        assert keys == sorted(set(keys))

    @pytest.mark.parametrize("table", ["places.tsv", "bodies.tsv"])
    def test_name_each_thing_once_in_a_language(self, table: str) -> None:
        for row in rows_of(table):
            twice = [pair for pair, times in Counter(names_of(row)).items() if times > 1]
            assert not twice, row["key"]

    @pytest.mark.parametrize("table", ["places.tsv", "bodies.tsv"])
    def test_hold_names_that_are_whole(self, table: str) -> None:
        for row in rows_of(table):
            assert KEY.fullmatch(row["key"]), row["key"]
            for language, name in names_of(row):
                assert language in {*LANGUAGES, "und", "und-Latn", "und-Cyrl"}, row["key"]
                assert name == name.strip() != "", row["key"]
                assert not name.isdigit(), row["key"]

    def test_write_bulgarian_and_russian_place_names_in_cyrillic(
        self, places: Mapping[str, Row]
    ) -> None:
        for row in places.values():
            for language, name in names_of(row):
                is_cyrillic = bool(re.search("[а-яёА-ЯЁ]", name))
                assert is_cyrillic == (language in {"bg", "ru", "und-Cyrl"}), (row["key"], name)

    def test_write_bulgarian_place_names_in_bulgarian_letters(
        self, places: Mapping[str, Row]
    ) -> None:
        names = [
            name for row in places.values() for language, name in names_of(row) if language == "bg"
        ]
        assert not [name for name in names if re.search("[ыэёЫЭЁіїєґўјљњћђџѓќѕ]", name)]


class TestPlaces:
    def test_lie_within_places_that_exist_and_never_in_themselves(
        self, places: Mapping[str, Row]
    ) -> None:
        for key in places:
            seen = [key]
            while within := places[seen[-1]]["within"]:
                assert within not in seen, key
                seen.append(within)

    def test_lie_on_the_earth(self, places: Mapping[str, Row]) -> None:
        for key, row in places.items():
            assert bool(row["latitude"]) == bool(row["longitude"]), key
            assert -90 <= float(row["latitude"] or 0) <= 90, key
            assert -180 <= float(row["longitude"] or 0) <= 180, key

    def test_bear_keys_of_their_kind(self, places: Mapping[str, Row]) -> None:
        for key, row in places.items():
            assert key.partition(":")[0] == row["kind"].lower(), key

    def test_are_named_in_english_at_least(self, places: Mapping[str, Row]) -> None:
        assert not [key for key, row in places.items() if not row["names"].startswith("en=")]

    def test_that_are_countries_are_named_in_all_ten_languages(
        self, places: Mapping[str, Row]
    ) -> None:
        countries = [row for row in places.values() if row["kind"] == "Country"]
        assert len(countries) > 190
        for row in countries:
            assert {language for language, _ in names_of(row)} >= set(LANGUAGES), row["key"]

    def test_that_are_cities_lie_in_a_country(self, places: Mapping[str, Row]) -> None:
        cities = [key for key in places if key.startswith("city:")]
        assert not [key for key in cities if not country_of(key, places)]

    def test_that_are_regions_leave_the_bare_name_to_the_city(
        self, gazetteer: Gazetteer, places: Mapping[str, Row]
    ) -> None:
        divisions = [key for key in places if re.match(r"region:(?!CA-QC|US-OK)[A-Z]{2}-", key)]
        for key in divisions:
            for language, name in names_of(places[key]):
                found = gazetteer.places(name, language)
                cities = [place for place in found if place.kind == CG.City]
                assert country_of(key, places) not in {
                    country_of(city.key, places) for city in cities
                }, (key, name)

    def test_hold_at_most_one_capital_a_country(self, places: Mapping[str, Row]) -> None:
        capitals = [row for row in places.values() if row["capital"]]
        assert len(capitals) > 190
        assert {row["kind"] for row in capitals} == {"City"}

    def test_hold_all_that_is_kept_by_hand(self, places: Mapping[str, Row]) -> None:
        parts = {row["key"]: row for row in rows_of("parts/regions.tsv")}
        parts |= {f"city:{row['geonames_id']}": row for row in rows_of("parts/cities.tsv")}
        parts |= {country_key(row): row for row in rows_of("parts/countries.tsv")}
        for key, row in parts.items():
            kept = {(tag, name) for tag in LANGUAGES for name in row[tag].split("|") if name}
            assert kept <= set(names_of(places[key])), f"{key}: run make_places.py"


class TestBodies:
    def test_share_no_name(self, bodies: Mapping[str, Row]) -> None:
        bearers = Counter(pair for row in bodies.values() for pair in set(names_of(row)))
        assert not [pair for pair, times in bearers.items() if times > 1]

    def test_are_named_in_english_at_least(self, bodies: Mapping[str, Row]) -> None:
        assert not [key for key, row in bodies.items() if not row["names"].startswith("en=")]

    def test_bear_keys_of_their_kind(self, bodies: Mapping[str, Row]) -> None:
        for key, row in bodies.items():
            assert key.partition(":")[0] == row["kind"].lower(), key


class TestStops:
    def test_each_stop_a_name_and_say_why(self, places: Mapping[str, Row]) -> None:
        known = {name.upper() for row in places.values() for _, name in names_of(row)}
        for row in rows_of("stops.tsv"):
            assert row["name"].upper() in known, row["name"]
            assert row["reason"], row["name"]
            assert set(row["languages"].split()) <= {*LANGUAGES, "*"}, row["name"]

    def test_hide_no_country(self, gazetteer: Gazetteer, places: Mapping[str, Row]) -> None:
        for key, row in places.items():
            for language, name in names_of(row):
                if row["kind"] == "Country":
                    assert key in {place.key for place in gazetteer.places(name, language)}, name


@pytest.mark.parametrize(
    ("form", "language", "key"),
    [
        ("Kazakhstan", "en", "country:KZ"),
        ("Kazakstan", "en", "country:KZ"),
        ("Republic of Botswana", "en", "country:BW"),
        ("USA", "en", "country:US"),
        ("UK", "en", "country:GB"),
        ("Great Britain", "en", "country:GB"),
        ("Czech Republic", "en", "country:CZ"),
        ("Turkey", "en", "country:TR"),
        ("Türkiye", "en", "country:TR"),
        ("Catalonia", "en", "region:ES-CT"),
        ("Podlaskie", "en", "region:PL-20"),
        ("Lower Silesia", "en", "region:PL-02"),
        ("Northern Iceland", "en", "region:northern-iceland"),
        ("Scotland", "en", "region:GB-SCT"),
        ("Flanders", "en", "region:BE-VLG"),
        ("Central Asia", "en", "region:central-asia"),
        ("Western Balkans", "en", "region:western-balkans"),
        ("Cologne", "en", "city:2886242"),
        ("Białoruś", "pl", "country:BY"),
        ("Republika Białorusi", "pl", "country:BY"),
        ("Wielka Brytania", "pl", "country:GB"),
        ("Katalonia", "pl", "region:ES-CT"),
        ("Podlasie", "pl", "region:PL-20"),
        ("Bałkany Zachodnie", "pl", "region:western-balkans"),
        ("Mińsk", "pl", "city:625144"),
        ("Monachium", "pl", "city:2867714"),
        ("Warszawa", "pl", "city:756135"),
        ("България", "bg", "country:BG"),
        ("Унгария", "bg", "country:HU"),
        ("САЩ", "bg", "country:US"),
        ("Каталония", "bg", "region:ES-CT"),
        ("Западните Балкани", "bg", "region:western-balkans"),
        ("Барселона", "bg", "city:3128760"),
        ("Стара Загора", "bg", "city:726848"),
        ("Солун", "bg", "city:734077"),
        ("Österreich", "de", "country:AT"),
        ("Weißrussland", "de", "country:BY"),
        ("Nordrhein-Westfalen", "de", "region:DE-NW"),
        ("Steiermark", "de", "region:AT-6"),
        ("Mailand", "de", "city:3173435"),
        ("Allemagne", "fr", "country:DE"),
        ("Côte d’Ivoire", "fr", "country:CI"),
        ("Wallonie", "fr", "region:BE-WAL"),
        ("Varsovie", "fr", "city:756135"),
        ("Alemania", "es", "country:DE"),
        ("País Vasco", "es", "region:ES-PV"),
        ("Londres", "es", "city:2643743"),
        ("Germania", "it", "country:DE"),
        ("Puglia", "it", "region:IT-75"),
        ("Torino", "it", "city:3165524"),
        ("Republica Moldova", "ro", "country:MD"),
        ("Transilvania", "ro", "region:transylvania"),
        ("Iaşi", "ro", "city:675810"),
        ("Bucuresti", "ro", "city:683506"),
        ("Bruxelles", "ro", "city:2800866"),
        ("Německo", "cs", "country:DE"),
        ("Jihomoravský kraj", "cs", "region:CZ-64"),
        ("Vídeň", "cs", "city:2761369"),
        ("Казахстан", "ru", "country:KZ"),
        ("Республика Беларусь", "ru", "country:BY"),
        ("Средняя Азия", "ru", "region:central-asia"),
        ("Шымкент", "ru", "city:1518980"),
        ("Ташкент", "ru", "city:1512569"),
    ],
)
def test_a_place_is_found_by_its_name(
    gazetteer: Gazetteer, form: str, language: str, key: str
) -> None:
    assert gazetteer.places(form, language)[0].key == key


@pytest.mark.parametrize(
    ("form", "language", "key"),
    [
        ("European Commission", "en", "organisation:european-commission"),
        ("EU", "en", "organisation:european-union"),
        ("UE", "pl", "organisation:european-union"),
        ("Komisja Europejska", "pl", "organisation:european-commission"),
        ("Polska pomoc", "pl", "programme:polska-pomoc"),
        ("Европейска комисия", "bg", "organisation:european-commission"),
        ("ЕС", "bg", "organisation:european-union"),
        ("ПРООН", "ru", "organisation:undp"),
        ("UNDP", "cs", "organisation:undp"),
        ("Weltbank", "de", "organisation:world-bank"),
        ("OCDE", "fr", "organisation:oecd"),
        ("Fondo Europeo de Desarrollo Regional", "es", "programme:erdf"),
        ("Commissione europea", "it", "organisation:european-commission"),
        ("Orizont 2020", "ro", "programme:horizon-2020"),
        ("COSME", "it", "programme:cosme"),
        ("Erasmus+", "bg", "programme:erasmus-plus"),
        ("Interreg Europe", "en", "programme:interreg-europe"),
    ],
)
def test_a_body_is_found_by_its_name(
    gazetteer: Gazetteer, form: str, language: str, key: str
) -> None:
    assert [body.key for body in gazetteer.bodies(form, language)] == [key]


class TestLookup:
    def test_knows_what_a_place_is(self, gazetteer: Gazetteer) -> None:
        minsk = gazetteer.place("city:625144")
        assert (minsk.kind, minsk.within, minsk.capital) == (CG.City, "country:BY", True)
        assert (round(minsk.latitude or 0), round(minsk.longitude or 0)) == (54, 28)
        assert minsk.population > 1_000_000
        assert {name.language: name.text for name in minsk.names}["pl"] == "Mińsk"

    def test_knows_what_a_body_is(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.body("programme:cosme").kind == CG.Programme
        assert gazetteer.body("organisation:undp").kind == CG.Organisation

    @pytest.mark.parametrize("key", ["country:ZZ", "", "Kazakhstan"])
    def test_has_nothing_under_other_keys(self, gazetteer: Gazetteer, key: str) -> None:
        with pytest.raises(KeyError):
            gazetteer.place(key)

    def test_puts_a_city_into_its_region(self, gazetteer: Gazetteer) -> None:
        bialystok = gazetteer.places("Białystok", "pl")[0]
        assert bialystok.within == "region:PL-20"
        assert gazetteer.place(bialystok.within).within == "country:PL"

    def test_knows_all_that_a_place_lies_in_the_nearest_first(self, gazetteer: Gazetteer) -> None:
        bialystok = gazetteer.places("Białystok", "pl")[0]
        region, country, *wider = gazetteer.around(bialystok.key)
        assert (region, country) == ("region:PL-20", "country:PL")
        assert list(gazetteer.around(country)) == wider

    def test_puts_countries_before_capitals_before_regions_before_cities(
        self, gazetteer: Gazetteer
    ) -> None:
        assert kinds(gazetteer.places("Georgia", "en"))[:2] == [CG.Country, CG.Region]
        assert kinds(gazetteer.places("Luxembourg", "en"))[:2] == [CG.Country, CG.City]

    def test_puts_the_larger_city_first(self, gazetteer: Gazetteer) -> None:
        found = [place for place in gazetteer.places("Valencia", "en") if place.kind == CG.City]
        assert len(found) > 1
        assert found == sorted(found, key=lambda place: -place.population)

    @pytest.mark.parametrize(
        "form", ["Côte d'Ivoire", "Côte d’Ivoire", "  Côte\u00a0d’Ivoire ", "Co\u0302te d’Ivoire"]
    )
    def test_takes_spaces_and_apostrophes_as_they_come(
        self, gazetteer: Gazetteer, form: str
    ) -> None:
        assert gazetteer.places(form, "en")[0].key == "country:CI"

    @pytest.mark.parametrize(
        "form", ["Baden-Württemberg", "Baden\u2011Württemberg", "Baden–Württemberg"]
    )
    def test_takes_dashes_as_they_come(self, gazetteer: Gazetteer, form: str) -> None:
        assert gazetteer.places(form, "de")[0].key == "region:DE-BW"

    def test_reads_capitals_but_no_small_letters(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.places("BARCELONA", "en") == gazetteer.places("Barcelona", "en") != ()
        assert gazetteer.places("barcelona", "en") == ()
        assert gazetteer.places("BARcelona", "en") == ()

    def test_takes_no_acronym_for_a_city(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.places("Pisa", "en") != ()
        assert gazetteer.places("PISA", "en") == ()

    def test_lets_a_lower_case_name_begin_a_sentence(self, gazetteer: Gazetteer) -> None:
        for form in ("województwo podlaskie", "Województwo podlaskie", "WOJEWÓDZTWO PODLASKIE"):
            assert gazetteer.places(form, "pl")[0].key == "region:PL-20"

    def test_falls_back_on_names_of_other_languages(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.places("Polen", "de")[0].key == "country:PL"
        assert gazetteer.places("Polen", "en")[0].key == "country:PL"
        assert gazetteer.places("Lisboa", "hu")[0].key == "city:2267057"

    def test_prefers_names_of_the_text_s_language(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.places("Meksyk", "pl")[0].key == "country:MX"
        assert [place.key for place in gazetteer.places("Georgia", "pl")] == ["region:US-GA"]

    def test_takes_no_acronym_of_another_language(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.bodies("SIDA", "en") != ()
        assert gazetteer.bodies("SIDA", "es") == ()
        assert gazetteer.places("UK", "pl") == ()

    def test_knows_which_names_are_words(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.places("Reading", "en") == ()
        assert gazetteer.places("Reading", "pl") != ()
        assert gazetteer.places("Krajowa", "pl") == ()
        assert gazetteer.places("Metro", "en") == gazetteer.places("METRO", "ro") == ()

    def test_does_not_confuse_a_region_with_the_city_it_is_named_after(
        self, gazetteer: Gazetteer
    ) -> None:
        assert gazetteer.places("Opole", "en")[0].kind == CG.City
        assert gazetteer.places("Opole Voivodeship", "en")[0].kind == CG.Region
        assert gazetteer.places("New York", "en")[0].kind == CG.City

    @pytest.mark.parametrize("form", ["", " ", "Nowhere in Particular", "\t"])
    def test_finds_nothing_where_there_is_nothing(self, gazetteer: Gazetteer, form: str) -> None:
        assert gazetteer.places(form, "en") == ()
        assert gazetteer.bodies(form, "en") == ()

    def test_no_name_goes_beyond_the_reach_of_its_first_word(
        self, gazetteer: Gazetteer, places: Mapping[str, Row], bodies: Mapping[str, Row]
    ) -> None:
        names = [name for row in (*places.values(), *bodies.values()) for _, name in names_of(row)]
        assert [n for n in names if gazetteer.reach([n.split()[0]]) < len(n.split())] == []

    def test_a_word_that_begins_no_name_reaches_nowhere(self, gazetteer: Gazetteer) -> None:
        assert gazetteer.reach(["Xyzzy", "qwerty"]) == 0


class TestLoading:
    def test_says_which_table_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(GazetteerError) as caught:
            load_gazetteer(tmp_path)
        assert caught.value.location == str(tmp_path / "places.tsv")

    @pytest.mark.parametrize("text", ["", "key,kind\n", "\ufeffkey\tkind\n"])
    def test_refuses_a_table_with_other_columns(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "places.tsv").write_text(text, encoding="utf-8")
        with pytest.raises(GazetteerError):
            load_gazetteer(tmp_path)

    def test_says_which_line_is_broken(self, tmp_path: Path) -> None:
        header = (GAZETTEER / "places.tsv").read_text(encoding="utf-8").split("\n", 1)[0]
        (tmp_path / "places.tsv").write_text(f"{header}\ncountry:KZ\tCountry\n", encoding="utf-8")
        with pytest.raises(GazetteerError) as caught:
            load_gazetteer(tmp_path)
        assert caught.value.location.endswith("places.tsv, line 2")


def kinds(found: tuple[Place, ...]) -> list[str]:
    return [place.kind for place in found]
