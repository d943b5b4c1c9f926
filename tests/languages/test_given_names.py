from clustergraph.languages import load_pack
from clustergraph.languages.given_names import GivenNames


def test_a_foreign_name_that_is_a_word_of_the_language_is_none() -> None:
    names = GivenNames("en", own=frozenset({"Grace"}), foreign=frozenset({"Table", "Zorvan"}))
    assert "Zorvan" in names
    assert "Table" not in names
    assert set(names) == {"Grace", "Zorvan"}
    assert names.candidates == {"Grace", "Table", "Zorvan"}
    assert len(names) == 2


def test_the_language_s_own_names_may_be_words() -> None:
    assert "Grace" in GivenNames("en", own=frozenset({"Grace"}), foreign=frozenset())


def test_names_of_other_languages_are_given_names_too() -> None:
    assert "Katarzyna" in load_pack("en").given_names


def test_names_in_another_script_are_known_in_latin_letters_only() -> None:
    assert "Stoyan" in load_pack("en").given_names
    assert "Стоян" not in load_pack("en").given_names
    assert "Katarzyna" not in load_pack("bg").given_names


def test_the_case_of_a_given_name_counts() -> None:
    assert "katarzyna" not in load_pack("en").given_names
