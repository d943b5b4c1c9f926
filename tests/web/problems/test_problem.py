"""A problem tells every client the same four things."""

import json
from http import HTTPStatus

from clustergraph.web.problems.problem import Problem


def test_the_four_members_of_every_problem_can_be_written_as_json() -> None:
    problem = Problem(
        type="urn:x",
        title="Gone",
        status=HTTPStatus.GONE,
        detail="It was here.",
        members={"name": "x"},
        headers={},
    )
    assert json.loads(json.dumps(problem.as_values())) == {
        "type": "urn:x",
        "title": "Gone",
        "status": 410,
        "detail": "It was here.",
    }
