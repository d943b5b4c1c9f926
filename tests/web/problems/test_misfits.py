"""What does not fit a call is told in the call's own words, never in those of a library."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from clustergraph.web.api.parameters import ChangesParameters, SearchParameters
from clustergraph.web.api.shapes.batch import BatchRequest, ItemShape
from clustergraph.web.problems.misfits import misfits_of, wanted


def _error(model: type[BaseModel], value: object) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(value)
    return caught.value


@pytest.mark.parametrize(
    ("model", "value", "words"),
    [
        (SearchParameters, {"limit": "0"}, "1 or more"),
        (SearchParameters, {"limit": "101"}, "100 or less"),
        (SearchParameters, {"limit": "1.5"}, "a whole number"),
        (BatchRequest, {"items": [], "candidates": -1}, "0 or more"),
        (BatchRequest, {"items": [], "lang": "?"}, "a language tag, such as en, pl or bg"),
        (BatchRequest, {"items": [], "top": 3}, "left out; there are items, lang, candidates"),
        (ChangesParameters, {}, "given"),
    ],
)
def test_a_value_that_can_not_be_is_answered_with_what_can(
    model: type[BaseModel], value: Any, words: str
) -> None:
    wrong = _error(model, value).errors()[0]
    assert wanted(wrong, model.model_fields) == words


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (5, "it must be a text or an object."),
        (None, "it must be a text or an object."),
        ({}, "give either text, or scheme and value."),
        ({"text": 5}, "text: it must be a text."),
        ({"text": "x", "type": 5}, "type: it must be a text, or it must be a list of texts."),
        ({"text": "x", "type": [5]}, "type: it must be a text."),
        ({"text": "x", "key": 1.5}, "key: it must be a text, or it must be a whole number."),
        (
            {"uri": "iso:KZ"},
            "uri: it must be left out; there are text, scheme, value, key, type, place, lang.",
        ),
    ],
)
def test_an_item_that_can_not_be_read_is_told_why(item: object, told: str) -> None:
    assert misfits_of(_error(ItemShape, item), ItemShape.model_fields) == told


def test_a_parameter_that_a_call_does_not_know_leads_to_those_it_has() -> None:
    wrong = _error(SearchParameters, {"typ": "Cluster"}).errors()[0]
    assert wanted(wrong) == "left out: this call has no such parameter; /docs lists those it has"
