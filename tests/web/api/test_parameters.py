"""Parameters are read as the framework would read them, and what is none is refused."""

from typing import Any

import pytest
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import QueryParams

from clustergraph.errors import InvalidParameter
from clustergraph.web.api.parameters import ChangesParameters, SuggestParameters, described, read


def test_lists_take_several_values_and_others_one() -> None:
    asked = read(SuggestParameters, QueryParams("q=a&type=City&type=Region&limit=3"))
    assert (asked.q, asked.type, asked.limit) == ("a", ["City", "Region"], 3)
    with pytest.raises(InvalidParameter):
        read(SuggestParameters, QueryParams("q=a&q=b"))


@pytest.mark.parametrize(
    ("query", "place"),
    [("limit=0", "limit"), ("limit=x", "limit"), ("types=City", "types")],
)
def test_what_can_not_be_is_refused_with_its_place(query: str, place: str) -> None:
    with pytest.raises(RequestValidationError) as refused:
        read(SuggestParameters, QueryParams(query))
    (wrong,) = refused.value.errors()
    assert wrong["loc"] == ("query", place)


def test_every_parameter_is_described_and_what_must_be_given_says_so() -> None:
    told: list[dict[str, Any]] = [*described(SuggestParameters), *described(ChangesParameters)]
    assert all(each["description"] and each["in"] == "query" for each in told)
    assert [each["name"] for each in told if each["required"]] == ["since"]
