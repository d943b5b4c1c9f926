from pathlib import Path

from clustergraph.languages.endings import read_endings


def test_the_first_ending_that_fits_gives_the_nominative(tmp_path: Path) -> None:
    table = tmp_path / "name_endings.tsv"
    table.write_text("# part, gender, case, ending, base\nplace\t\t\tě\to\n", encoding="utf-8")
    (ending,) = read_endings(table)
    assert ending.nominative("Brně") == "Brno"
    assert ending.nominative("Praha") is None


def test_a_word_is_more_than_its_ending(tmp_path: Path) -> None:
    table = tmp_path / "name_endings.tsv"
    table.write_text("surname\tm\tgen\ta\t\n", encoding="utf-8")
    (ending,) = read_endings(table)
    assert (ending.nominative("Nováka"), ending.nominative("a")) == ("Novák", None)


def test_a_language_without_the_table_has_no_endings(tmp_path: Path) -> None:
    assert list(read_endings(tmp_path / "name_endings.tsv")) == []
