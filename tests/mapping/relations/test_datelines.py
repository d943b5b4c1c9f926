"""What the town before a paragraph tells."""

import pytest

from given.mapped import facts_of, map_text


@pytest.mark.parametrize(
    "text",
    [
        "Lyon: A conference has begun.",
        "Lyon – last night a conference began.",
        "Lyon, 26th April 2012. A conference has begun.",
    ],
)
def test_a_meeting_is_in_the_town_from_which_the_news_comes(text: str) -> None:
    assert ("conference", "locatedIn", "Lyon") in facts_of(map_text(text))


def test_the_place_that_the_text_tells_comes_first() -> None:
    graph = map_text("Lyon: A conference was held in Turin.")
    assert {value for _, relation, value in facts_of(graph) if relation == "locatedIn"} == {"Turin"}


def test_a_project_is_not_in_the_town_of_the_date_line() -> None:
    assert facts_of(map_text('Lyon: The project "Sea" has begun.')) == set()
