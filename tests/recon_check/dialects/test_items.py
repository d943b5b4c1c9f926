"""The forms of what both dialects send."""

from typing import Any

import pytest

from clustergraph.recon_check.dialects.items import (
    COLUMN,
    PROPOSAL,
    SUGGESTIONS,
    TYPE_REFERENCE,
    setting_problems,
    type_problems,
    value_shape,
)
from clustergraph.recon_check.shapes import anything, filled_text

_NEEDED = {"id": filled_text, "default": anything}


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ({}, True),
        ({"id": "a", "name": "A"}, True),
        ({"str": ""}, True),
        ({"int": 3.0}, True),
        ({"float": 1}, True),
        ({"bool": False}, True),
        ({"date": "2024-02-29T00:00:00Z"}, True),
        ({"date": "-0044-03-15T12:00:00.5+01:00"}, True),
        ({"date": "2024-01-01"}, False),
        ({"date": "2024-13-01T00:00:00Z"}, False),
        ({"int": 1.5}, False),
        ({"str": "a", "int": 1}, False),
        ({"str": "a", "lang": "en"}, False),
        ("a", False),
    ],
)
def test_a_value_is_one_of_the_kinds_there_are(value: Any, is_one: bool) -> None:
    assert (not list(value_shape({})(value, "$"))) is is_one


def test_texts_may_carry_more_where_a_dialect_says_so() -> None:
    assert not list(value_shape({"lang": anything})({"str": "a", "lang": "en"}, "$"))


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [
        ({"id": "a", "type": "number", "default": 1}, ""),
        ({"id": "a", "type": "number", "default": "1"}, "$.default"),
        ({"id": "a", "type": "text"}, "lacks 'default'"),
        ({"id": "a", "type": "select", "default": "x"}, "lacks 'choices'"),
        ({"id": "a", "type": ["text"]}, "$.type"),
        ([], "not an object"),
    ],
)
def test_a_setting_has_a_default_of_its_kind(setting: Any, wrong: str) -> None:
    problems = list(setting_problems(_NEEDED, setting, "$"))
    assert wrong in problems[0] if wrong else not problems


def test_types_name_broader_ones_at_any_depth() -> None:
    deep = {"id": "a", "name": "A", "broader": [{"id": "b", "name": "B", "broader": [{}]}]}
    assert [each.partition(" ")[0] for each in type_problems(deep, "$")] == [
        "$.broader[0].broader[0]",
        "$.broader[0].broader[0]",
    ]


@pytest.mark.parametrize("kind", SUGGESTIONS)
def test_what_is_suggested_has_an_identifier_and_a_name(kind: str) -> None:
    assert not list(SUGGESTIONS[kind]({"result": [{"id": "a", "name": "A"}]}, "$"))
    assert list(SUGGESTIONS[kind]({"result": [{"id": "a"}]}, "$"))


def test_columns_proposals_and_references_have_their_forms() -> None:
    assert not list(COLUMN({"id": "a", "name": "A", "type": {"id": "t"}}, "$"))
    assert list(PROPOSAL({"properties": [{"id": ""}]}, "$"))
    assert [bool([*TYPE_REFERENCE(each, "$")]) for each in ("t", {"id": "t"}, "", {})] == [
        *(False, False, True, True)
    ]
