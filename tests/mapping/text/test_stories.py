from given.mapped import stories_in

TWO_STORIES = """Wood Days open

The fair opened its doors.

Toy Week comes to Turin

The toys were shown in May.
"""


def headlines(text: str) -> list[str]:
    return [story.sentences[0].text for story in stories_in(text)]


def test_a_heading_that_names_somebody_opens_a_story() -> None:
    assert headlines(TWO_STORIES) == ["Wood Days open", "Toy Week comes to Turin"]


def test_a_heading_with_a_place_opens_a_story() -> None:
    text = TWO_STORIES.replace("Toy Week comes to Turin", "Toys come to Turin")
    assert len(stories_in(text)) == 2


def test_a_heading_that_names_nobody_opens_a_section_of_the_same_story() -> None:
    text = TWO_STORIES.replace("Toy Week comes to Turin", "What we did next")
    assert headlines(text) == ["Wood Days open"]


def test_a_heading_right_behind_the_title_is_part_of_it() -> None:
    assert len(stories_in("Wood Days open\n\nLyon Shows Its Wood\n\nThe fair opened.\n")) == 1


def test_a_heading_before_a_list_opens_no_story() -> None:
    text = TWO_STORIES.replace("The toys were shown in May.", "• toys\n• dolls")
    assert len(stories_in(text)) == 1


def test_boilerplate_teasers_and_date_lines_are_in_no_story() -> None:
    text = (
        "Wood Days open\n\nAnother article\n\nWood Days open\n\n19 July 2013\n\n"
        "The fair opened its doors.\n\nhttp://example.org/share\n"
    )
    (story,) = stories_in(text)
    assert [s.text for s in story.sentences] == [
        "Wood Days open",
        "Wood Days open",
        "The fair opened its doors.",
    ]
