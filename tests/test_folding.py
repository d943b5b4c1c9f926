import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.folding import fold, without_company_form

SAME = [
    ("Karaganda", "KARAGANDA"),
    ("Deja vu", "Déjà vu"),
    ("Klaster Zelena sinergiya", "Клъстер „Зелена синергия“"),
    ("Łódź", "Lodz"),
    ("Ｃｌｕｓｔｅｒ", "cluster"),
    ("Straße", "STRASSE"),
    ("Kazakh'Cluster", "Kazakh Cluster"),
    ("l'Europe", "l’Europe"),
    ("Tyumen", "Тюмень"),
    ("cafe\u0301", "café"),
]

COMPANIES = [
    ("Competitiveness Inc.", "competitiveness"),
    ("AGROFOOD MANAGEMENT SRL", "agrofood management"),
    ("Muster GmbH", "muster"),
    ("Muster GmbH & Co. KG", "muster"),
    ("Firma Sp. z o.o.", "firma"),
    ("Зелена синергия ЕООД", "zelena sinergiya"),
    ("ООО «Ромашка»", "romashka"),
    ("S.A. Alfa S.p.A.", "s a alfa"),
    ("GmbH", "gmbh"),
    ("Inc Ltd", "inc"),
    ("Principal", "principal"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("name", "bare"), COMPANIES)
def test_company_forms_are_dropped_but_never_the_whole_name(name: str, bare: str) -> None:
    assert without_company_form(fold(name)) == bare


@pytest.mark.parametrize("text", ["", "   ", "„“ – ()/\\\"'", "🎉🎉", "™ €"])
def test_what_has_no_word_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_folded_name_is_ascii_words_with_single_spaces(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == " ".join(folded.split())
    assert folded == folded.lower()


@given(st.text())
def test_dropping_company_forms_twice_is_dropping_them_once(text: str) -> None:
    bare = without_company_form(fold(text))
    assert without_company_form(bare) == bare
    assert bool(bare) == bool(fold(text))


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъьюяąćęłńóśźżäöüéèñ -"))
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text)
