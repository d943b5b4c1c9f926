"""Which mentions speak of one entity."""

import pytest

from given.mapped import Told, facts_of, kinds_of, map_text, names_of


def test_the_titles_activity_and_that_of_the_text_are_one() -> None:
    graph = map_text(
        "Conference on wood\n\nThe conference was held in Lyon. It was organised by the "
        "Alpine Wood Agency.\n"
    )
    assert facts_of(graph) >= {
        ("Conference", "locatedIn", "Lyon"),
        ("Conference", "organisedBy", "Alpine Wood Agency"),
    }
    assert list(kinds_of(graph).values()).count("Event") == 1


def test_the_text_names_the_activity_that_the_title_announced() -> None:
    graph = map_text('A wood conference opens\n\nThe "Wood Days" conference was held in Lyon.\n')
    assert facts_of(graph) == {("Wood Days", "locatedIn", "Lyon")}
    assert "wood conference" in names_of(graph, "Wood Days")


def test_ordinals_keep_activities_apart() -> None:
    graph = map_text("The second workshop was held in Lyon. The third workshop was held in Turin.")
    assert facts_of(graph) >= {
        ("second workshop", "locatedIn", "Lyon"),
        ("third workshop", "locatedIn", "Turin"),
    }


def test_what_has_an_ordinal_is_later_meant_without_it() -> None:
    graph = map_text("The second workshop was held in Lyon. The workshop began on 6 May 2015.")
    assert ("second workshop", "startDate", "2015-05-06") in facts_of(graph)


def test_what_is_introduced_as_another_is_another() -> None:
    graph = map_text("A conference was held in Lyon. Another conference was held in Turin.")
    assert facts_of(graph) == {
        ("conference", "locatedIn", "Lyon"),
        ("Another conference", "locatedIn", "Turin"),
    }


def test_a_group_of_activities_is_none_of_them() -> None:
    graph = map_text("Two workshops were held in Lyon. The workshop was held in Turin.")
    assert facts_of(graph) == {
        ("Two workshops", "locatedIn", "Lyon"),
        ("workshop", "locatedIn", "Turin"),
    }


def test_a_group_is_meant_again_by_its_noun_and_number() -> None:
    graph = map_text(
        "Two workshops were held in Lyon. The two workshops were organised by the Toy Agency."
    )
    assert ("Two workshops", "organisedBy", "Toy Agency") in facts_of(graph)


def test_activities_without_a_name_do_not_cross_stories() -> None:
    graph = map_text(
        "Wood Lovers Meet\n\nThe conference was held in Lyon.\n\n"
        "Toy Lovers Meet in Turin\n\nThe conference was held in Turin.\n"
    )
    assert {value for _, relation, value in facts_of(graph) if relation == "locatedIn"} == {
        "Lyon",
        "Turin",
    }
    assert [entity.kind.local for entity in graph.entities].count("Event") == 2


def test_the_project_is_the_initiative_that_was_introduced() -> None:
    graph = map_text('The initiative "Blue Harbour" began. The project is funded by the UNDP.')
    assert {(s, p) for s, p, _ in facts_of(graph)} == {("Blue Harbour", "fundedBy")}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“Open Gates”, the two-week course, was held in Lyon.", "Open Gates", "Training"),
        ("An undertaking, “Open Gates”, was held in Lyon.", "Open Gates", "Project"),
        ("The Open Gates Programme, a European initiative, was held in Lyon.",
         "Open Gates Programme", "Programme"),
    ],
)  # fmt: skip
def test_a_name_and_the_noun_behind_its_comma_are_one(text: str, name: str, kind: str) -> None:
    graph = map_text(text)
    assert facts_of(graph) == {(name, "locatedIn", "Lyon")}
    assert kinds_of(graph)[name] == kind


def test_the_agency_is_the_one_that_was_named_before() -> None:
    graph = map_text("The Alpine Wood Agency met. The Agency organised a seminar.")
    assert facts_of(graph) == {("seminar", "organisedBy", "Alpine Wood Agency")}


def test_a_surname_is_the_person_who_was_named_before() -> None:
    graph = map_text("We met Peter Kranz. The seminar was given by Kranz.")
    assert facts_of(graph) == {("seminar", "taughtBy", "Peter Kranz")}


def test_a_person_is_known_without_the_second_surname() -> None:
    graph = map_text("Asistió Ana Gil Soto. El taller fue impartido por Ana Gil en Zorvo.", "es")
    assert ("taller", "taughtBy", "Ana Gil Soto") in facts_of(graph)


def test_a_name_that_ends_with_a_year_is_known_without_it() -> None:
    graph = map_text("The Toy Fair 2015 began. The Toy Fair was held in Lyon.")
    assert facts_of(graph) == {("Toy Fair 2015", "locatedIn", "Lyon")}


def test_names_of_two_years_are_two() -> None:
    graph = map_text("The Toy Fair 2015 was held in Lyon. The Toy Fair 2016 was held in Turin.")
    assert {subject for subject, _, _ in facts_of(graph)} == {"Toy Fair 2015", "Toy Fair 2016"}


def test_a_place_has_one_entity_in_whatever_case() -> None:
    graph = map_text("Szkolenie odbyło się w Krakowie. Kraków jest duży.", "pl")
    assert names_of(graph, "Kraków") >= {"Kraków", "Krakowie"}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("A course began. The event was held in Lyon.", "en", "course"),
        ("Zaczęło się szkolenie. Wydarzenie odbyło się w Krakowie.", "pl", "szkolenie"),
    ],
)
def test_the_event_may_be_the_training_that_was_told_of(
    text: str, language: str, name: str
) -> None:
    facts = facts_of(map_text(text, language))
    assert {subject for subject, _, _ in facts} == {name}


def test_a_visit_is_no_ceremony() -> None:
    graph = map_text("A ceremony was held in Lyon. The visit began on 6 May 2015.")
    assert ("visit", "startDate", "2015-05-06") in facts_of(graph)


def test_the_next_meeting_is_another() -> None:
    graph = map_text("The meeting was held in Lyon. The next meeting will be held in Turin.")
    assert facts_of(graph) == {
        ("meeting", "locatedIn", "Lyon"),
        ("next meeting", "locatedIn", "Turin"),
    }


def test_what_a_name_is_said_to_be_is_no_other_activity() -> None:
    graph = map_text('"Sea" is a three-year project funded by the Toy Agency.')
    assert facts_of(graph) == {("Sea", "fundedBy", "Toy Agency")}


def test_a_story_is_about_what_its_headline_says() -> None:
    graph = map_text(
        "Wood fair opens\n\nLong after a conference people came to the fair.\n\n"
        "It was held in Lyon.\n"
    )
    assert ("Wood fair", "locatedIn", "Lyon") in facts_of(graph)


def test_a_heading_below_the_text_is_no_headline() -> None:
    graph = map_text(
        "Wood fair opens\n\nPeople came to the fair.\n\nMore conferences\n\nIt was held in Lyon.\n"
    )
    assert ("Wood fair", "locatedIn", "Lyon") in facts_of(graph)


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        (
            "en",
            "A workshop was held in Lyon, an event organised by the Alpine Wood Agency.",
            ("workshop", "organisedBy", "Alpine Wood Agency"),
        ),
        (
            "en",
            "The conference was held in Lyon. The first session was moderated by Ann Lee.",
            ("conference", "speaker", "Ann Lee"),
        ),
        (
            "cs",
            "Projekt „Lesík“ začal. Projekt LESÍK je financován z Fondu Beta.",
            ("Lesík", "fundedBy", "Fond Beta"),
        ),
        (
            "en",
            "Wood meeting\n\nThe first meeting was held in Lyon.\n",
            ("Wood meeting", "locatedIn", "Lyon"),
        ),
    ],
)
def test_what_is_told_by_another_noun_is_one(language: str, text: str, fact: Told) -> None:
    assert fact in facts_of(map_text(text, language))


def test_the_number_of_a_session_is_not_that_of_the_meeting() -> None:
    graph = map_text("The conference was held in Lyon. The second session was on wood.")
    assert not any(relation == "sequenceNumber" for _, relation, _ in facts_of(graph))


def test_sessions_that_are_counted_are_told_apart_from_the_training() -> None:
    graph = map_text(
        "The course was held in Lyon. Two online sessions were organised by the Toy Agency."
    )
    assert ("Two online sessions", "organisedBy", "Toy Agency") in facts_of(graph)


def test_a_series_of_seminars_is_one() -> None:
    graph = map_text("В Перми прошла серия вебинаров. Вебинары вёл Иван Петров.", "ru")
    assert ("серия вебинаров", "locatedIn", "Пермь") in facts_of(graph)


def test_it_is_what_the_sentence_before_named_first() -> None:
    graph = map_text(
        "Interreg Europe opens\n\nInterreg Europe is for all. The Blue Harbour project is funded "
        "by Interreg Europe. It is coordinated by the Toy Agency.\n"
    )
    assert ("Blue Harbour project", "coordinatedBy", "Toy Agency") in facts_of(graph)


def test_the_meeting_of_the_headline_may_be_called_by_another_noun_in_the_text() -> None:
    text = "Workshop for clusters\n\nOn 3 May 2019 the Alpha Agency held a meeting in Lyon."
    assert {subject for subject, _, _ in facts_of(map_text(text))} == {"Workshop"}


def test_this_programme_is_the_acronym_of_the_sentence_before() -> None:
    text = "Le PASRU a réuni les clusters. Ce programme est financé par l'Union européenne."
    assert ("PASRU", "fundedBy", "Union européenne") in facts_of(map_text(text, "fr"))


def test_the_project_is_what_a_partnership_does_together() -> None:
    text = "The “Wood Cluster Partnership” met. The project is funded by the European Union."
    facts = facts_of(map_text(text))
    assert ("Wood Cluster Partnership", "fundedBy", "European Union") in facts
