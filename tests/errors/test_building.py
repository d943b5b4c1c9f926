"""A graph that can't be made says why, and of many reasons the first ones."""

from clustergraph.errors import GraphNotValid, RunawayPattern


def test_the_first_violations_are_told_and_the_others_counted() -> None:
    error = GraphNotValid(["one", "two", "three", "four", "five"])
    assert "breaks its own rules 5 times:\n  one\n  two\n  three\n  … and 2 more." in str(error)
    assert error.violations == ("one", "two", "three", "four", "five")


def test_one_violation_is_told_as_one() -> None:
    told = str(GraphNotValid(["alone"]))
    assert "rules 1 time:\n  alone\n" in told
    assert "more" not in told


def test_of_an_endless_sentence_the_beginning_is_told() -> None:
    assert len(str(RunawayPattern("en/funds-1", "word " * 10_000))) < 200
