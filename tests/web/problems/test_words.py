"""Each kind of problem has words for people; one that is not known goes by its status."""

import re
from http import HTTPStatus

import pytest

from clustergraph.errors import ClusterGraphError
from clustergraph.web.problems.statuses import STATUSES
from clustergraph.web.problems.telling import problem_of
from clustergraph.web.problems.words import PROBLEM_WORDS, problem_words


def test_each_problem_that_errors_make_has_words_of_its_own() -> None:
    for error in STATUSES:
        name = re.sub(r"(?<!^)(?=[A-Z])", "-", error.__name__).lower()
        assert name in PROBLEM_WORDS


def test_an_error_of_a_kind_that_is_not_known_gets_the_words_of_its_status() -> None:
    for error in (ClusterGraphError("x"), ValueError("x")):
        problem = problem_of(error)
        name = problem.type.rpartition("/")[2]
        assert problem_words(name, problem.status) is PROBLEM_WORDS["internal-error"]


@pytest.mark.parametrize("status", [status for status in HTTPStatus if status >= 400])
def test_no_problem_leaves_people_without_words(status: HTTPStatus) -> None:
    words = problem_words("about:blank", status)
    assert all((words.title, words.meaning, words.advice))
    assert (words is PROBLEM_WORDS["internal-error"]) <= (status >= 500)
