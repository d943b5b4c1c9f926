"""The items of a batch are read one by one; what is wrong with one harms no other."""

from typing import Any

import pytest

from clustergraph.errors import InvalidParameter, TooManyAtOnce
from clustergraph.web.api.batch_items import read_request


def test_a_list_alone_is_a_list_of_items() -> None:
    items, asked = read_request(["a", {"text": "b"}])
    assert items == ["a", {"text": "b"}]
    assert (asked.lang, asked.candidates) == ("en", 3)


def test_what_holds_for_all_items_is_read_and_the_items_are_not() -> None:
    items, asked = read_request({"items": [7, None], "lang": "pl", "candidates": 0})
    assert (items, asked.lang, asked.candidates) == ([7, None], "pl", 0)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "an object with a list"),
        ({"items": {}}, "an object with a list"),
        ({"items": []}, "a list of 1 to 1000"),
        ({"items": ["a"], "lang": "no tag"}, "a language tag, such as en"),
        ({"items": ["a"], "candidates": 11}, "10 or less"),
        ({"items": ["a"], "more": 1}, "left out; there are items, lang, candidates"),
    ],
)
def test_what_is_no_batch_is_refused(value: Any, told: str) -> None:
    with pytest.raises(InvalidParameter, match=told):
        read_request(value)


def test_too_many_items_are_refused_with_the_limit() -> None:
    with pytest.raises(TooManyAtOnce) as refused:
        read_request(["a"] * 1_001)
    assert refused.value.limit == 1_000
