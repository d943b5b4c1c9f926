"""Names of nobody in our documents: what holds for these holds for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import Iri
from clustergraph.names import AHEAD, SURE, Card, Name, Place
from clustergraph.names.comparing.likeness import Likeness, likeness
from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.names.writing.gathering import known_surroundings
from clustergraph.vocab import CG

HERE = Iri("https://example.org/id/here")
KLASTER = "Klaster Obróbki Drewna"


@pytest.fixture(scope="module")
def known() -> Surroundings:
    return known_surroundings()


def card(*names: str | Name, kind: Iri = CG.Organisation, places: tuple[str, ...] = ()) -> Card:
    return Card(
        iri=HERE,
        cls=kind,
        prominence=1,
        names=tuple(Name(name, "") if isinstance(name, str) else name for name in names),
        places=tuple(Place(HERE, (Name(place, "en"),)) for place in places),
    )


def score(text: str, of: Card, *, unfinished: bool = False) -> float:
    return likeness(text, of, known_surroundings(), unfinished=unfinished).score


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (KLASTER, KLASTER),
        ("klaster obrobki drewna", KLASTER),
        ("Klastrze Obróbki Drewna", KLASTER),
        ("Drewna Obróbki Klaster", KLASTER),
        ("Klaster Obrobki Drevna", KLASTER),
        ("Klaster Obrubki Drewna", KLASTER),
        ("Балтийско енергийно дружество", "Baltiysko energiyno druzhestvo"),
        ("Nordic Wood Inovation", "Nordic Wood Innovation"),
        ("Alfa Wood GmbH", "Alfa Wood"),
        ("Alfa Wood Ltd", "Alfa Wood GmbH"),
        ("A.B.C.D.", "ABCD"),
        ("alfawood", "Alfa Wood"),
        ("the Bank of Alfa", "Bank of Alfa"),
    ],
)
def test_another_spelling_of_a_name_is_surely_it(text: str, name: str) -> None:
    assert score(text, card(name)) >= SURE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Klaster Obróbki Metali", KLASTER),
        ("Horizon III", "Horizon IV"),
        ("5th training week", "4th training week"),
        ("Phase 2018", "Phase 2019"),
        ("2nd Baltic Fair", "Baltic Fair"),
        ("Ministry of Health", "Ministry of Finance"),
        ("Austrian Automotive Cluster", "Austrian Wood Cluster"),
        ("Alfa Inc.", "Alfa Ltd"),
        ("Alfa Bank", "Alfa"),
        ("Northern Ireland", "Northern Iceland"),
        ("Niger", "Nigeria"),
        ("Vitoria", "Vittoria"),
        ("Bank of", "Bank of Alfa"),
        ("of the", "Bank of Alfa"),
        ("Wood", "Nordic Wood Innovation"),
        ("art innovative Baltic Klaster", "Klaster Baltic Innovative"),
    ],
)
def test_the_name_of_something_else_is_never_sure(text: str, name: str) -> None:
    assert score(text, card(name)) < SURE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Borsz", "Borszów"),
        ("Alfa Foundat", "Alfa Foundation"),
        ("Nordic Wood Innovati", "Nordic Wood Innovation"),
        ("Wood Fair in K", "Wood Fair"),
    ],
)
def test_a_text_that_breaks_off_in_a_word_may_go_on_in_another_way(text: str, name: str) -> None:
    assert 0 < score(text, card(name)) < SURE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nordic Wood Fair SC", "Nordic Wood Fair"),
        ("Nordic Wood Innovatio", "Nordic Wood Innovation"),
    ],
)
def test_a_last_letter_that_is_missing_and_a_short_word_beside_are_slips(
    text: str, name: str
) -> None:
    assert score(text, card(name)) >= SURE


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Dr. Anna Kowalska", card("Anna Kowalska", kind=CG.Person)),
        ("Anna Kowalska, CEO", card("Anna Kowalska", kind=CG.Person)),
        ("city of Plovdiv", card("Plovdiv", kind=CG.City)),
        ("Plovdiv, Bulgaria", card("Plovdiv", kind=CG.City, places=("Bulgaria",))),
        ("проект АЛФА-БЕТА", card("ALFA-BETA", kind=CG.Project)),
        ("Alfa Beta Gamma (ABG)", card("Alfa Beta Gamma", "ABG")),
    ],
)
def test_words_that_say_what_is_known_of_it_leave_it_sure(text: str, of: Card) -> None:
    assert score(text, of) >= SURE
    assert score(text, of) < score(of.names[0].text, of)


def test_words_that_say_something_else_do_not() -> None:
    assert score("Plovdiv, Bulgaria", card("Plovdiv", kind=CG.City)) < SURE
    assert score("Plovdiv, Serbia", card("Plovdiv", kind=CG.City, places=("Bulgaria",))) < SURE
    assert score("Anna Kowalska, koordynator", card("Anna Kowalska", kind=CG.Project)) < SURE


def test_a_short_form_of_a_name_might_be_anothers() -> None:
    foundation = card("Nordic Wood Foundation", Name("Foundation", "en", "altLabel"))
    assert score("Foundation", foundation) < SURE
    assert score("Foundation", card("Foundation", "Nordic Wood Foundation")) >= SURE


def test_another_name_that_is_surely_it_counts_for_more_than_a_nearer_short_form() -> None:
    inflected = Name("Borszowa", "pl", "altLabel")
    town = card(inflected, "miasto Borszowa", "Borszów", kind=CG.City)
    assert score("Borszowie", card(inflected, "miasto Borszowa", kind=CG.City)) < SURE
    assert score("Borszowie", town) >= SURE


@pytest.mark.parametrize(
    ("text", "name"), [("Martina Novak", "Martin Novak"), ("Marina Rossi", "Marino Rossi")]
)
def test_another_given_name_is_that_of_another_person(text: str, name: str) -> None:
    assert score(text, card(name, kind=CG.Person)) < SURE


def test_a_given_name_may_be_spelled_in_another_way() -> None:
    assert score("Yuri Petrov", card("Yury Petrov", kind=CG.Person)) >= SURE


def test_an_acronym_that_nobody_stated_might_be_anothers() -> None:
    assert 0 < score("NWF", card("Nordic Wood Foundation")) < SURE
    assert score("NWF", card("Nordic Wood Foundation", Name("NWF", "", "altLabel"))) >= SURE


def test_a_word_that_is_being_typed_is_never_sure() -> None:
    assert 0 < score("Nordic Wood Foun", card("Nordic Wood Foundation"), unfinished=True) < SURE
    assert score("Nordic Wood Foundation", card("Nordic Wood Foundation"), unfinished=True) >= SURE


def test_a_place_known_by_two_names_may_be_called_by_either() -> None:
    assert score("Niger", card("Nigeria", "Niger", kind=CG.Country)) >= SURE


def test_a_name_that_the_same_place_has_in_another_language_is_no_other_place() -> None:
    assert score("Болгария", card("България", kind=CG.Country)) >= SURE
    assert score("Болгария", card("Болгарик")) < SURE


def test_the_more_of_a_name_is_asked_for_the_better_it_fits() -> None:
    names = ("Nordic", "Nordic Wood", "Nordic Wood Innovation", "Nordic Wood Innovation Fund")
    scores = [score("Nordic Wood Innovation Fund", card(name)) for name in names]
    assert scores == sorted(scores)
    assert scores[-1] - scores[-2] >= AHEAD


def test_the_best_of_the_names_is_told_with_the_numbers_that_explain_it(
    known: Surroundings,
) -> None:
    found = likeness("Obróbka Drewna", card("Alfa", KLASTER), known)
    assert found.name.text == KLASTER
    assert found.features == {"name": 65.0, "asked": 100.0, "spelling": 96.8}


def test_only_the_names_given_are_compared(known: Surroundings) -> None:
    alfa, beta = Name("Alfa", "en"), Name("Beta", "bg")
    found = likeness("Beta", card(alfa, beta), known, names=[alfa])
    assert found == Likeness(name=alfa, score=0, features=found.features)


@given(st.text(max_size=60), st.text(min_size=1, max_size=60))
def test_any_two_texts_have_a_score(text: str, name: str) -> None:
    assert 0 <= score(text, card(name)) <= 100


@given(st.text(min_size=1, max_size=60))
def test_every_name_is_surely_its_own(name: str) -> None:
    assert score(name, card(name)) == 100
