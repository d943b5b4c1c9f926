"""Filters are said as the service takes them."""

import pytest

from clustergraph.client.filters import DocumentFilters, Filters, Words, several


@pytest.mark.parametrize(
    ("words", "each"), [("City", ["City"]), ("", []), (["a", "", "b"], ["a", "b"]), ((), [])]
)
def test_one_word_is_several_and_an_empty_one_none(words: Words, each: list[str]) -> None:
    assert several(words) == each


def test_each_of_several_classes_is_a_parameter() -> None:
    said = Filters(kind=["City", "Region"], place="Poland", language="pl").parameters()
    assert said == [("type", "City"), ("type", "Region"), ("place", "Poland"), ("lang", "pl")]


def test_the_language_of_labels_is_not_that_of_documents() -> None:
    said = dict(DocumentFilters(written_in="bg", language="en").parameters())
    assert (said["written_in"], said["lang"]) == ("bg", "en")
    assert "language" not in said
