import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.folding import fold
from clustergraph.names.comparing.spelling import initials, sound, stem


@pytest.mark.parametrize(
    "spellings",
    [
        ("Синергия", "sinergiya", "sinergija", "synergia", "Synergia"),
        ("Хасково", "Haskovo", "Khaskovo"),
        ("Шумен", "Šumen", "Shumen", "Szumen"),
        ("Варшава", "Warszawa", "Varšava"),
        ("München", "Muenchen"),
        ("Юрий", "Jurij", "Yuriy", "Yury"),
    ],
)
def test_ways_to_write_a_word_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound(fold(each)) for each in spellings}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("klaster", "klastra", "klastrem", "klastrów", "клъстерът", "клъстера"),
        ("Bułgaria", "Bułgarii", "Bułgarią"),
        ("zielona", "zielonej", "zielonego"),
        ("Rynkiewicz", "Rynkiewicza", "Rynkiewiczem", "Rynkiewiczowi"),
        ("Cluster", "Clusters", "Clustern"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(sound(fold(each))) for each in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Austria", "Australia"), ("Slovakia", "Slovenia"), ("Iran", "Iraq")]
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(sound(fold(one))) != stem(sound(fold(other)))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Bank for Reconstruction and Development", "brd"),
        ("Programme des Nations Unies pour le développement", "pnu"),
        ("Българска академия на науките", "ban"),
        ("Szkoła Główna Handlowa", "sgh"),
    ],
)
def test_a_name_may_be_shortened_to_its_initials(name: str, short: str) -> None:
    assert short in initials(name)


def test_one_word_has_no_initials() -> None:
    assert initials("Karaganda") == frozenset()


@given(st.text())
def test_any_text_sounds_like_something_and_has_initials(text: str) -> None:
    for word in fold(text).split():
        assert stem(sound(word))
    assert "" not in initials(text)
