import pytest

from given.mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("We liked the 4th workshop of the Open Gates programme.",
         ("4th workshop", "partOf", "Open Gates programme")),
        ("We liked the start of the Interreg Europe TREE project.",
         ("TREE project", "partOf", "Interreg Europe")),
        ("We liked the European Commission initiative “Open Gates”.",
         ("Open Gates", "organisedBy", "European Commission")),
        ("We liked the European Commission programme “Open Gates”.",
         ("Open Gates", "fundedBy", "European Commission")),
        ("We liked the conference of the Wood Agency.",
         ("conference", "organisedBy", "Wood Agency")),
        ("We liked the Gold Label of the European Union.",
         ("Gold Label", "issuedBy", "European Union")),
    ],
)  # fmt: skip
def test_neighbours_tell_wholes_and_owners(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts_of(map_text(text))


def test_an_activity_beside_another_is_not_its_part() -> None:
    assert facts_of(map_text("We liked the workshop and the Open Gates programme.")) == set()


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "The Blue Harbour project began. The Blue Harbour project conference ended.",
         ("conference", "partOf", "Blue Harbour project")),
        ("en", "The “Blue Harbour” project began. The Blue Harbour conference ended.",
         ("Blue Harbour conference", "partOf", "Blue Harbour")),
        ("pl", "Trwa konferencja projektu „Błękitna Zatoka”.",
         ("konferencja", "partOf", "Błękitna Zatoka")),
        ("en", 'The project "Blue Harbour" began. The kick-off meeting was fun.',
         ("kick-off meeting", "partOf", "Blue Harbour")),
    ],
)  # fmt: skip
def test_a_meeting_of_a_project_is_its_part(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in facts_of(map_text(text, language))


def test_a_meeting_like_any_other_is_no_part_of_the_project() -> None:
    graph = map_text('The project "Blue Harbour" began. A ceremony was fun.')
    assert facts_of(graph) == set()


def test_a_series_is_no_part_of_its_workshops() -> None:
    assert facts_of(map_text("Trwa cykl trzech warsztatów.", "pl")) == {
        ("cykl", "moduleCount", "3")
    }


def test_a_numbered_training_is_part_of_the_series() -> None:
    graph = map_text("Rusza cykl pięciu szkoleń. Pierwsze szkolenie jest w Poznaniu.", "pl")
    assert ("Pierwsze szkolenie", "partOf", "cykl") in facts_of(graph)


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("pl", "Konferencja otwarcia projektu „Leśny Szlak” trwała.", "Konferencja", "Leśny Szlak"),
        ("cs", "Konalo se setkání partnerů projektu DREVONET.", "setkání", "DREVONET"),
        ("de", "Das Treffen der Partner des Projekts HOLZNET begann.", "Treffen", "HOLZNET"),
        ("fr", "La réunion des partenaires du projet BOISNET a débuté.", "réunion", "BOISNET"),
    ],
)
def test_what_partners_of_a_project_hold_is_part_of_it(
    language: str, text: str, part: str, whole: str
) -> None:
    assert (part, "partOf", whole) in facts_of(map_text(text, language))


def test_a_meeting_named_with_its_project_is_part_of_it() -> None:
    text = "Kick-off Meeting for the WOOD4ALL project\n\nThe WOOD4ALL project will help clusters."
    assert ("Kick-off Meeting", "partOf", "WOOD4ALL project") in facts_of(map_text(text))
