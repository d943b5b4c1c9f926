import pytest

from given.mapped import facts_of, map_text


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


def test_a_story_is_about_what_its_headline_says() -> None:
    graph = map_text(
        "Wood fair opens\n\nLong after a conference people came to the fair.\n\n"
        "It was held in Lyon.\n"
    )
    assert ("Wood fair", "locatedIn", "Lyon") in facts_of(graph)


def test_the_number_of_a_session_is_not_that_of_the_meeting() -> None:
    graph = map_text("The conference was held in Lyon. The second session was on wood.")
    assert not any(relation == "sequenceNumber" for _, relation, _ in facts_of(graph))


def test_sessions_that_are_counted_are_told_apart_from_the_training() -> None:
    graph = map_text(
        "The course was held in Lyon. Two online sessions were organised by the Toy Agency."
    )
    assert ("Two online sessions", "organisedBy", "Toy Agency") in facts_of(graph)


def test_the_meeting_of_the_headline_may_be_called_by_another_noun_in_the_text() -> None:
    text = "Workshop for clusters\n\nOn 3 May 2019 the Alpha Agency held a meeting in Lyon."
    assert {subject for subject, _, _ in facts_of(map_text(text))} == {"Workshop"}
