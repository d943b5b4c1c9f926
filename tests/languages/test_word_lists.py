"""The word lists of every pack are clean, sorted and complete, and no boilerplate eats a fact."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import clustergraph
from clustergraph.locations import GAZETTEER

PACKS = sorted(
    folder
    for folder in (Path(clustergraph.__file__).parent / "languages").iterdir()
    if folder.is_dir() and not folder.name.startswith("_")
)
LINES = Path(__file__).parent / "lines"
COLUMNS = {
    "abbreviations.txt": 1,
    "boilerplate.txt": 1,
    "days.tsv": 2,
    "demonyms.tsv": 2,
    "given_names.txt": 1,
    "months.tsv": 2,
    "numbers.tsv": 2,
    "ordinals.tsv": 2,
    "organisation_forms.txt": 1,
    "roles.tsv": 2,
    "seasons.tsv": 3,
    "titles.txt": 1,
}
AS_WRITTEN = {"abbreviations.txt", "boilerplate.txt", "given_names.txt", "organisation_forms.txt"}
FILES = [pack / name for pack in PACKS for name in COLUMNS if (pack / name).is_file()]

each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
each_list = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}"
)


def entries(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines[:-1] if not line.startswith("#")]


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in entries(path)]


def numbers(path: Path) -> set[int]:
    return {int(row[1]) for row in rows(path)}


def patterns(pack: Path) -> Iterator["regex.Pattern[str]"]:
    for line in entries(pack / "boilerplate.txt"):
        yield regex.compile(line, regex.IGNORECASE)


@each_pack
def test_a_pack_has_every_list(pack: Path) -> None:
    assert [name for name in COLUMNS if not (pack / name).is_file()] == []


@each_list
def test_a_list_says_on_top_what_it_is_and_ends_with_a_line_break(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    comments = [index for index, line in enumerate(lines) if line.startswith("#")]
    assert comments == list(range(len(comments)))
    assert comments
    assert text.endswith("\n")


@each_list
def test_entries_are_sorted_by_code_point_and_stand_once(path: Path) -> None:
    lines = entries(path)
    assert lines == sorted(lines)
    firsts = [row[0] for row in rows(path)]
    assert [first for first in set(firsts) if firsts.count(first) > 1] == []


@each_list
def test_entries_are_composed_unicode_without_stray_blanks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    cells = [cell for row in rows(path) for cell in row]
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []
    assert all(row[0] for row in rows(path))


@each_list
def test_every_row_has_all_columns(path: Path) -> None:
    width = COLUMNS[path.name]
    assert [row for row in rows(path) if len(row) != width] == []


@each_list
def test_words_are_lower_case_unless_their_case_matters(path: Path) -> None:
    if path.name not in AS_WRITTEN:
        assert [row[0] for row in rows(path) if row[0] != row[0].lower()] == []


@each_pack
def test_days_are_those_of_the_week_and_those_beside_the_news(pack: Path) -> None:
    told = {row[1] for row in rows(pack / "days.tsv")}
    assert {*("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "-1", "0"} <= told
    assert told <= {*("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "-1", "0", "1"}


@each_pack
def test_months_cover_the_year(pack: Path) -> None:
    assert numbers(pack / "months.tsv") == set(range(1, 13))


@each_pack
def test_seasons_are_the_four_of_the_north(pack: Path) -> None:
    spans = {(int(first), int(last)) for _, first, last in rows(pack / "seasons.tsv")}
    assert spans == {(3, 5), (6, 8), (9, 11), (12, 2)}


@each_pack
@pytest.mark.parametrize("name", ["ordinals.tsv", "numbers.tsv"])
def test_number_words_cover_one_to_twenty(pack: Path, name: str) -> None:
    assert set(range(1, 21)) <= numbers(pack / name)


@each_pack
def test_roles_carry_no_flag_but_body(pack: Path) -> None:
    assert {flags for _, flags in rows(pack / "roles.tsv")} == {"", "body"}


@each_pack
def test_abbreviations_are_written_without_their_last_stop(pack: Path) -> None:
    assert [word for word in entries(pack / "abbreviations.txt") if word.endswith(".")] == []


@each_pack
def test_a_given_name_is_capitalised_and_no_month_or_nationality(pack: Path) -> None:
    names = entries(pack / "given_names.txt")
    assert [name for name in names if not name[0].isupper() or " " in name] == []
    others = {row[0] for row in rows(pack / "demonyms.tsv")}
    others |= {form for form, _ in rows(pack / "months.tsv") if len(form) > 3}
    assert [name for name in names if name.lower() in others] == []


@each_pack
def test_a_demonym_leads_to_a_place_of_the_gazetteer(pack: Path) -> None:
    places = GAZETTEER / "places.tsv"
    if not places.is_file():
        pytest.skip("data/gazetteer/places.tsv has not been built")
    known = {line.split("\t", 1)[0] for line in places.read_text(encoding="utf-8").splitlines()}
    assert [row for row in rows(pack / "demonyms.tsv") if row[1] not in known] == []


@each_pack
def test_no_boilerplate_pattern_takes_a_line_with_facts(pack: Path) -> None:
    facts = entries(LINES / pack.name / "facts.txt")
    assert len(facts) >= 20
    compiled = list(patterns(pack))
    taken = [(line, p.pattern) for line in facts for p in compiled if p.fullmatch(line)]
    assert taken == []


@each_pack
def test_what_surrounds_an_article_is_boilerplate(pack: Path) -> None:
    compiled = list(patterns(pack))
    lines = (LINES / pack.name / "boilerplate.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not any(p.fullmatch(line) for p in compiled)] == []
