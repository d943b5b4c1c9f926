"""People in the lines of a list."""

import pytest

from given.mapped import evidence_of, facts_of, map_text

LIST = "The seminar began. Speakers included:\n\n- {}\n- Tom Reed\n"


@pytest.mark.parametrize(
    ("line", "body", "role"),
    [
        (
            "Mary Mass, Team Leader Wood Policy, Wood Agency",
            "Wood Agency",
            "Team Leader Wood Policy",
        ),
        ("Mary Mass, General Director, AgriWood Latvia", "AgriWood Latvia", "General Director"),
        ("Mary Mass – Director – Wood Agency", "Wood Agency", "Director"),
        ("Mary Mass, Wood Agency", "Wood Agency", ""),
        ("Mary Mass, Director, Wood Agency, Spain", "Wood Agency", "Director"),
    ],
)
def test_the_last_part_of_a_line_is_whom_the_person_works_for(
    line: str, body: str, role: str
) -> None:
    evidence = evidence_of(map_text(LIST.format(line)))
    assert evidence[("Mary Mass", "affiliatedWith", body)].role == role


@pytest.mark.parametrize(
    "line", ["Mary Mass, director, visited the Wood Agency", "Mary Mass met the Wood Agency"]
)
def test_a_line_that_is_a_clause_tells_of_no_employer(line: str) -> None:
    facts = facts_of(map_text(LIST.format(line)))
    assert ("Mary Mass", "affiliatedWith", "Wood Agency") not in facts


def test_a_project_manager_in_a_list_leads_no_meeting() -> None:
    facts = facts_of(map_text(LIST.format("Mary Mass, Project Manager, Wood Agency")))
    assert not any(relation == "coordinatedBy" for _, relation, _ in facts)
