import pytest

from given.mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "The course focused on pricing of wood, export of toys and marketing in shops.",
            {"pricing of wood", "export of toys", "marketing in shops"},
        ),
        ("The course focused on pricing of wood and export of toys.",
         {"pricing of wood and export of toys"}),
        ("The course focused on the wood trade (and more).", {"wood trade"}),
        ("The course focused on wood trade, which was fun.", {"wood trade"}),
        ("A course in Lyon ended.", set()),
        ("A course in June ended.", set()),
    ],
)  # fmt: skip
def test_topics_are_the_items_of_an_enumeration(text: str, topics: set[str]) -> None:
    found = {value for _, relation, value in facts_of(map_text(text)) if relation == "topic"}
    assert found == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Das Seminar zum Thema „Holz, Glas und mehr“ begann.", {"Holz, Glas und mehr"}),
        ("Die Schulung zum Thema Holzbau in Wien war gut.", {"Holzbau"}),
        ("Die Tagung lief unter dem Motto „Holz 2.0“.", {"Holz 2.0"}),
    ],
)
def test_a_topic_is_what_stands_in_quotes_and_no_town(text: str, topics: set[str]) -> None:
    facts = facts_of(map_text(text, "de"))
    assert {value for _, relation, value in facts if relation == "topic"} == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The course focused on mapping, planning and finance.",
         {"mapping", "planning", "finance"}),
        ("The course focused on the opening session of the training.", set()),
        ("The course focused on the region.", set()),
        ("The course focused on how to sell toys.", {"how to sell toys"}),
        ("The course focused on during the week.", set()),
        ("A course on wood trade last Friday was fun.", {"wood trade"}),
    ],
)  # fmt: skip
def test_a_topic_is_no_meeting_and_no_aside(text: str, topics: set[str]) -> None:
    found = {value for _, relation, value in facts_of(map_text(text)) if relation == "topic"}
    assert found == topics
