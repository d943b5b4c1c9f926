"""A write that is not carried out says what is wrong, and that nothing has changed."""

import pytest

from clustergraph.errors import (
    BadContent,
    BadUpdate,
    ProtectedGraph,
    RulesBroken,
    SaysWithheld,
    UnsupportedContent,
    VariableGraph,
    WriterLost,
    WriteTimedOut,
)

WRONG = {"place": "x", "reason": "no label"}


def test_the_place_is_told_where_it_is_known() -> None:
    assert "run at line 1, column 2: no" in str(BadUpdate("no", line=1, column=2))
    assert str(BadUpdate("no")) == "The update can't be run: no"
    assert str(BadContent("b.ttl", "no dot", line=3)) == "b.ttl can't be read at line 3: no dot"
    assert str(BadContent("b.ttl", "no dot")) == "b.ttl can't be read: no dot"


def test_a_graph_that_only_a_where_would_name_is_told_by_its_variable() -> None:
    error = VariableGraph("?g")
    assert isinstance(error, BadUpdate)
    assert "the graph ?g" in str(error)


def test_content_without_a_format_is_told_from_content_in_a_strange_one() -> None:
    offers = ["text/turtle", "application/n-quads"]
    assert "does not say" in str(UnsupportedContent("The body", "", offers))
    assert "is 'text/html'; send" in str(UnsupportedContent("The body", "text/html", offers))


def test_the_graphs_of_the_build_and_of_an_engine_are_told_apart() -> None:
    assert "made by the build" in str(ProtectedGraph("urn:g"))
    assert "what an engine is told" in str(ProtectedGraph("urn:g", is_for_engine=True))


def test_what_may_be_told_instead_of_what_was_withdrawn_is_named() -> None:
    assert str(SaysWithheld("urn:a")).endswith("withdrawn.")
    assert "stands at urn:b." in str(SaysWithheld("urn:a", "urn:b"))


def test_of_many_broken_rules_the_first_is_told_and_all_are_counted() -> None:
    assert "errors" not in str(RulesBroken([WRONG], "no label."))
    assert str(RulesBroken([WRONG] * 3, "no label.")).endswith("There are 3 such errors.")


@pytest.mark.parametrize("error", [WriteTimedOut(2.5), WriterLost()], ids=["late", "lost"])
def test_whoever_could_not_write_now_hears_that_nothing_has_changed(error: Exception) -> None:
    assert "nothing has changed" in str(error)
