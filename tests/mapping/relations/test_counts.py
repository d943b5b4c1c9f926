import pytest

from given.mapped import evidence_of, facts_of, map_text


@pytest.mark.parametrize(
    ("language", "text", "at_least"),
    [
        ("en", "The seminar brought together 40 young participants.", False),
        ("en", "The seminar brought together more than 40 participants.", True),
        ("en", "Over forty people came to the seminar.", True),
        ("pl", "Na seminarium przyszło ponad 40 osób.", True),
        ("pl", "Na seminarium przyszło 40 osób.", False),
        ("bg", "На семинара дойдоха поне 40 души.", True),
        ("de", "Zum Seminar kamen 40 Teilnehmer*innen.", False),
    ],
)
def test_participants_are_counted_and_lower_bounds_told(
    language: str, text: str, at_least: bool
) -> None:
    ((fact, evidence),) = evidence_of(map_text(text, language)).items()
    assert fact[1:] == ("participantCount", "40")
    assert evidence.at_least is at_least


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Семинар посетили 7 тыс. человек."),
        ("bg", "На семинара дойдоха 7 хиляди души."),
        ("en", "About 7 thousand people came to the seminar."),
    ],
)
def test_thousands_of_participants_are_counted_in_full(language: str, text: str) -> None:
    assert [value for _, _, value in facts_of(map_text(text, language))] == ["7000"]


def test_the_gathering_that_is_mentioned_nearest_is_counted() -> None:
    text = "The workshop was fun, and at the conference there were 40 participants."
    assert ("conference", "participantCount", "40") in facts_of(map_text(text))


def test_participants_of_no_gathering_in_sight_are_those_of_the_story() -> None:
    text = "The seminar was fun. There were 40 participants."
    assert ("seminar", "participantCount", "40") in facts_of(map_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "The seminar had 40 rooms. Participants came.",
        "The seminar had 40 rooms, participants came.",
        "The seminar had one participant.",
    ],
)
def test_other_numbers_are_no_participants(text: str) -> None:
    assert facts_of(map_text(text)) == set()


def test_an_ordinal_is_a_number_in_a_sequence() -> None:
    assert facts_of(map_text("We loved the 4th workshop.")) == {
        ("4th workshop", "sequenceNumber", "4")
    }


def test_many_who_bear_a_title_are_guests_and_few_may_be_speakers() -> None:
    many = map_text("The training brought 13 policy experts together.")
    few = map_text("The training brought 3 policy experts together.")
    assert ("training", "participantCount", "13") in facts_of(many)
    assert facts_of(few) == set()


def test_a_year_counts_nobody() -> None:
    graph = map_text("A training ended. Since 2012 managers have come.")
    assert not any(relation == "participantCount" for _, relation, _ in facts_of(graph))
