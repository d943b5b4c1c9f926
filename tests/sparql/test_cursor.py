"""A cursor goes over tokens, and says where something else stands than should."""

import pytest

from clustergraph.errors import BadUpdate
from clustergraph.sparql.cursor import Cursor
from clustergraph.sparql.tokens import Kind


def test_words_are_told_in_capitals_and_other_tokens_are_none() -> None:
    cursor = Cursor("insert { <urn:a> }")
    assert (cursor.word, cursor.take()) == ("INSERT", "insert")
    assert (cursor.word, cursor.take()) == ("", "{")
    assert cursor.take_kind("an IRI", Kind.IRI, Kind.NAME) == "<urn:a>"
    cursor.expect("}")
    assert (cursor.is_at_end, cursor.word) == (True, "")


def test_one_of_several_words_may_stand_there_or_not() -> None:
    cursor = Cursor("silent GRAPH")
    assert not cursor.takes("INTO", "TO")
    assert cursor.takes("SILENT")
    assert cursor.word == "GRAPH"


def test_it_can_go_back_to_where_a_token_begins() -> None:
    cursor = Cursor("DROP # all\n ALL")
    cursor.take()
    assert cursor.offset == len("DROP # all\n ")
    cursor.go_to(0)
    assert cursor.word == "DROP"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("DROP\n  TABLE", "line 2, column 3: here an IRI is expected, not TABLE"),
        ("DROP", "here an IRI is expected, and there it ends"),
        (f"DROP {'x' * 1_000}", f"not {'x' * 40}"),
    ],
)
def test_what_is_not_expected_is_told_with_its_place(text: str, reason: str) -> None:
    cursor = Cursor(text)
    cursor.expect("DROP")
    with pytest.raises(BadUpdate) as caught:
        cursor.take_kind("an IRI", Kind.IRI)
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_token_that_must_stand_there_may_be_written_in_any_case() -> None:
    cursor = Cursor("graph all")
    cursor.expect("GRAPH")
    with pytest.raises(BadUpdate, match="here DEFAULT is expected"):
        cursor.expect("DEFAULT")
