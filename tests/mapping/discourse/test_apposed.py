import pytest

from given.mapped import facts_of, kinds_of, map_text


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


def test_what_a_name_is_said_to_be_is_no_other_activity() -> None:
    graph = map_text('"Sea" is a three-year project funded by the Toy Agency.')
    assert facts_of(graph) == {("Sea", "fundedBy", "Toy Agency")}
