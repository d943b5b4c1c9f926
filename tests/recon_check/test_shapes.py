"""A shape tells what is wrong with a value, and where."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.recon_check.shapes import (
    Shape,
    anything,
    boolean,
    choice,
    dictionary,
    filled_text,
    is_uri,
    language_tag,
    list_of,
    number,
    one_of,
    positive,
    record,
    shown,
    text,
    unique,
    uri,
    web_address,
    whole_number,
)

_ENTITY = record({"id": filled_text}, {"name": text}, closed=True)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
_JSON = st.recursive(
    _SCALARS, lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3)
)
_SHAPES = {
    "text": text,
    "filled": filled_text,
    "uri": uri,
    "web address": web_address,
    "boolean": boolean,
    "number": number,
    "whole": whole_number,
    "positive": positive,
    "tag": language_tag,
    "choice": choice("a", "b"),
    "list": list_of(text),
    "unique": unique(list_of(text)),
    "dictionary": dictionary(number),
    "record": _ENTITY,
    "one of": one_of("a text or a number", text, number),
}


@pytest.mark.parametrize(
    ("shape", "good", "bad"),
    [
        ("text", ["", "a"], [1, None, ["a"]]),
        ("filled", ["a"], ["", 0]),
        ("uri", ["urn:isbn:1", "https://example.org/"], ["a page", "https://example.org/a b", 7]),
        ("web address", ["https://example.org/"], ["urn:a", "http:", "http://["]),
        ("boolean", [True, False], [0, "true"]),
        ("number", [0, 1.5], [True, "1"]),
        ("whole", [3, 3.0], [3.5, True, "3"]),
        ("positive", [1, 2.0], [0, -1, 1.5]),
        ("tag", ["de", "zh-Hant"], ["de_DE", 7]),
        ("choice", ["a"], ["c", None]),
        ("list", [[], ["a"]], [["a", 1], "a"]),
        ("unique", [["a", "b"]], [["a", "a"]]),
        ("dictionary", [{}, {"a": 1}], [{"a": "1"}, []]),
        ("record", [{"id": "a"}, {"id": "a", "name": ""}], [{}, {"id": "a", "x": 1}, {"id": ""}]),
        ("one of", ["a", 1], [None, []]),
    ],
)
def test_a_shape_lets_be_what_has_it_and_nothing_else(
    shape: str, good: list[Any], bad: list[Any]
) -> None:
    assert not [problem for value in good for problem in _SHAPES[shape](value, "$")]
    assert all(list(_SHAPES[shape](value, "$")) for value in bad)


def test_a_problem_names_its_place() -> None:
    problems = list_of(_ENTITY)([{"id": "a"}, {"id": 7, "name": None}], "$.result")
    assert [each.partition(" ")[0] for each in problems] == ["$.result[1].id", "$.result[1].name"]


def test_members_are_told_apart_by_a_key() -> None:
    members = [{"id": "a", "n": 1}, {"id": "a", "n": 2}, {"id": "b"}]
    assert list(unique(anything, "id")(members, "$")) == ["$ has {'id': 'a', 'n': 2} twice"]
    assert not list(unique(anything)(members, "$"))


@given(st.sampled_from(sorted(_SHAPES)), _JSON)
def test_whatever_comes_is_judged_and_never_raises(name: str, value: Any) -> None:
    shape: Shape = _SHAPES[name]
    assert all(problem.startswith("$") for problem in shape(value, "$"))


@given(st.text())
def test_what_is_shown_of_a_value_is_short(value: str) -> None:
    assert len(shown(value)) <= 61
    assert isinstance(is_uri(value), bool)
