import pytest

from given.mapped import dates_in, facts_of, map_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The conference was held between 19 and 23 February 2018."),
        ("pl", "Konferencja trwała w dniach 19 i 23 lutego 2018 r."),
        ("bg", "Конференция имаше на 19 и 23 февруари 2018 г."),
    ],
)
def test_a_range_gives_both_ends(language: str, text: str) -> None:
    found = {(relation, value) for _, relation, value in dates_in(text, language)}
    assert found == {("startDate", "2018-02-19"), ("endDate", "2018-02-23")}


def test_a_meeting_on_one_day_begins_and_ends_on_it() -> None:
    assert dates_in("The conference was held on 6 May 2015.") == {
        ("conference", "startDate", "2015-05-06"),
        ("conference", "endDate", "2015-05-06"),
    }


def test_what_began_on_a_day_is_dated_by_it_though_a_meeting_is_told_of() -> None:
    text = "Gast der Tagung war das am 1. März 2017 gestartete Projekt „Zorvo“."
    assert dates_in(text, "de") == {("Zorvo", "startDate", "2017-03-01")}


def test_a_day_without_a_year_gives_way_to_the_same_day_with_it() -> None:
    told = dates_in("The workshop was held on 6 May. The workshop of 6 May 2015 was the first.")
    assert told == {("workshop", "startDate", "2015-05-06"), ("workshop", "endDate", "2015-05-06")}


def test_the_date_that_opens_the_news_is_no_date_of_an_event() -> None:
    assert dates_in("Athens, 23.05.2014: A workshop was held in Lyon.") == set()


def test_dates_of_teasers_and_date_lines_are_not_read() -> None:
    text = (
        "A workshop opens\n\nA fair on 3 May 2011\n\nA workshop opens\n\nLyon, 6 May 2015\n\n"
        "The workshop was fun.\n"
    )
    assert facts_of(map_text(text)) == set()


def test_words_before_a_date_tell_beginnings_from_ends() -> None:
    text = 'The project "Blue Harbour" started in May 2014 and ended in June 2016.'
    assert dates_in(text) == {
        ("Blue Harbour", "startDate", "2014-05"),
        ("Blue Harbour", "endDate", "2016-06"),
    }


def test_a_day_is_when_people_meet_and_not_when_a_project_runs() -> None:
    text = 'The workshop of the project "Blue Harbour" was held on 6 May 2015.'
    assert {subject for subject, _, _ in dates_in(text)} == {"workshop"}


def test_the_date_of_several_activities_is_none_of_one() -> None:
    assert dates_in("The workshop beat the regional seminars in October 2015.") == set()


def test_a_bare_year_counts_only_right_behind_its_activity() -> None:
    assert dates_in("The Toy Programme (2011-2012) ended.") == {
        ("Toy Programme", "startDate", "2011"),
        ("Toy Programme", "endDate", "2012"),
    }
    far = "The Toy Programme was loved by all who had ever met it since they were born in 2011."
    assert dates_in(far) == set()


@pytest.mark.parametrize(
    "text",
    [
        "A workshop will be held. Deadline for applications: 12 January 2024.",
        "Apply for the workshop. Registration is open until 12 January 2024.",
    ],
)
def test_a_deadline_is_no_date_of_the_event(text: str) -> None:
    assert dates_in(text) == set()


def test_what_ends_is_the_subject_of_the_clause() -> None:
    text = 'The project "Sea" is funded by the Toy Programme and runs until February 2022.'
    assert dates_in(text) == {("Sea", "endDate", "2022-02")}


def test_what_a_project_begins_with_begins_on_the_day() -> None:
    text = 'The project "Sea" started on 6 May 2015 with the first workshop.'
    assert ("first workshop", "startDate", "2015-05-06") in dates_in(text)


def test_days_before_their_meeting_are_its_days() -> None:
    text = 'From 6 to 8 May 2015 the partners of the project "Sea" met for a study visit.'
    assert dates_in(text) == {
        ("study visit", "startDate", "2015-05-06"),
        ("study visit", "endDate", "2015-05-08"),
    }


def test_days_before_a_group_of_meetings_are_theirs() -> None:
    text = "A workshop ended. On 14 and 15 May 2015 two more meetings take place."
    assert {subject for subject, _, _ in dates_in(text)} == {"meetings"}


def test_months_without_an_activity_are_those_of_the_project() -> None:
    text = 'The project "Sea" began. Duration: January 2017 – December 2019.'
    assert dates_in(text) == {("Sea", "startDate", "2017-01"), ("Sea", "endDate", "2019-12")}


def test_a_told_end_stands_instead_of_the_day_of_the_beginning() -> None:
    text = "The fair opened with a gala. The fair was held on 6 May 2015. It ends on 9 May 2015."
    assert {value for _, relation, value in dates_in(text) if relation == "endDate"} == {
        "2015-05-09"
    }


def test_the_second_day_of_a_sentence_is_anothers() -> None:
    text = "The first workshop is held on 6 May 2015 in Lyon, the second on 9 May 2015 in Turin."
    assert {value for _, _, value in dates_in(text)} == {"2015-05-06"}


def test_a_day_without_a_word_of_beginning_dates_no_project() -> None:
    text = 'On 6 May 2015 the Toy Agency signed a contract for the project "Blue Harbour".'
    assert dates_in(text) == set()


def test_a_day_of_the_projects_news_is_that_of_its_meeting() -> None:
    text = 'The workshop was fun. On 6 May 2015 partners met for the project "Blue Harbour".'
    assert ("workshop", "startDate", "2015-05-06") in dates_in(text)


def test_a_later_day_is_no_second_beginning() -> None:
    text = "The workshop was held from 6 to 9 May 2015. On 8 May 2015 the workshop was in Lyon."
    assert dates_in(text) == {
        ("workshop", "startDate", "2015-05-06"),
        ("workshop", "endDate", "2015-05-09"),
    }


def test_a_month_is_dropped_where_the_day_is_told() -> None:
    text = "A workshop was held in May 2015. The workshop opened on 6 May 2015."
    starts = {value for _, relation, value in dates_in(text) if relation == "startDate"}
    assert starts == {"2015-05-06"}


def test_the_day_on_which_the_news_was_posted_dates_nothing() -> None:
    assert (
        dates_in("Workshop in Lyon\n\nSubmitted by Ann Lee on 23 June 2017\n\nIt was fun.") == set()
    )


def test_what_is_said_of_a_day_dates_nothing() -> None:
    assert dates_in("Friday, 31 May 2013 was the last day of the course.") == set()
