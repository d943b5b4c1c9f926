"""What the engine says of a text is told in words for its writer."""

import pytest

from clustergraph.store.mistakes import malformed


def test_a_known_mistake_is_named_with_its_place() -> None:
    text = "SELECT * { ?s cg:name ?o }"
    error = malformed("error at 1:18: Prefix not found", text)
    assert error.reason.startswith("the prefix cg: is not declared")
    assert (error.line, error.column) == (1, 18)


def test_an_unknown_mistake_is_told_in_the_engines_words_without_its_grammar() -> None:
    error = malformed('error at 1:5: expected one of "{", [_a-z]', "?")
    assert error.reason == 'expected one of "{"'


def test_where_nothing_is_left_of_its_words_a_sentence_stands() -> None:
    assert malformed("error at 1:5: expected [a]", "?").reason == "it can't go on like this."


@pytest.mark.parametrize(
    ("reason", "column"), [("expected one of OFFSET, OPTIONAL", 4), ('expected "{"', 10)]
)
def test_letters_that_were_only_looked_at_do_not_count(reason: str, column: int) -> None:
    assert malformed(f"error at 1:10: {reason}", "?").column == column


def test_the_first_column_is_the_smallest() -> None:
    assert malformed("error at 1:2: expected SELECT", "?").column == 1


def test_words_without_a_place_are_passed_on() -> None:
    error = malformed("something else", "?")
    assert (error.reason, error.line) == ("something else", None)
