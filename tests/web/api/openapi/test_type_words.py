"""What a JSON schema allows is said in words."""

from typing import Any

import pytest

from clustergraph.web.api.openapi.type_words import bounds_of, type_words
from clustergraph.web.api.openapi.views import Word


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer"}, "whole number"),
        ({"type": "number"}, "number"),
        ({}, "anything"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "text or null"),
        ({"oneOf": [{"const": "a"}, {"enum": ["b", "c"]}]}, "a or b or c"),
        ({"type": "array"}, "list of anything"),
        (
            {"type": "object", "additionalProperties": {"type": "boolean"}},
            "object of true or false",
        ),
        ({"type": "object"}, "object"),
        ({"$ref": "elsewhere"}, "elsewhere"),
    ],
)
def test_each_kind_of_schema_has_its_words(schema: dict[str, Any], words: str) -> None:
    assert " ".join(word.text for word in type_words(schema)) == words


def test_a_shape_of_the_description_is_a_word_that_leads_to_it() -> None:
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/City"}}
    assert type_words(schema) == (Word(text="list of"), Word(text="City", shape="City"))


@pytest.mark.parametrize(
    ("schema", "bounds"),
    [
        ({"default": "", "minimum": 0, "maxItems": 7}, "from 0, at most 7"),
        ({"default": None}, ""),
        ({"default": [], "maxLength": 5}, "characters at most 5"),
    ],
)
def test_bounds_are_told_and_an_empty_default_is_not(schema: dict[str, Any], bounds: str) -> None:
    assert bounds_of(schema) == bounds
