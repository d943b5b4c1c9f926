"""What an engine says of what it holds is believed only where it is one thing."""

import pytest

from clustergraph.store.remote.marker import (
    MARKER,
    UNKNOWN,
    Held,
    digest_of,
    graph_mark,
    version_mark,
)

HELD = Held(
    marks={
        MARKER.value: frozenset({"1" * 64}),
        "urn:a": frozenset({"aa"}),
        "urn:b": frozenset({"bb", UNKNOWN}),
    }
)


def test_a_version_is_held_where_one_is_marked() -> None:
    assert HELD.version == "1" * 64
    assert Held(marks={}).version == ""
    assert Held(marks={MARKER.value: frozenset({"1", "2"})}).version == ""


def test_the_marker_is_no_graph_of_the_version() -> None:
    assert set(HELD.graphs) == {"urn:a", "urn:b"}


@pytest.mark.parametrize(
    ("graph", "digest", "is_there"),
    [("urn:a", "aa", True), ("urn:a", "bb", False), ("urn:b", "bb", False), ("urn:c", "cc", False)],
)
def test_a_graph_stands_there_where_its_digest_alone_is_told(
    graph: str, digest: str, is_there: bool
) -> None:
    assert HELD.has(graph, digest) is is_there


def test_all_marks_of_a_graph_can_be_taken_away() -> None:
    assert set(HELD.marks_of("urn:b")) == {graph_mark("urn:b", "bb"), graph_mark("urn:b", UNKNOWN)}
    assert HELD.marks_of("urn:c") == []


def test_marks_stand_in_a_graph_of_their_own() -> None:
    assert version_mark("x").graph_name == MARKER == version_mark("x").subject


def test_a_digest_tells_statements_apart_whatever_their_order_is() -> None:
    assert digest_of([b"a", b"b"]) == digest_of([b"b", b"a"])
    assert len({digest_of(lines) for lines in ([], [b"a"], [b"a", b"a"], [b"ab"])}) == 4
    assert len(digest_of([])) == 64
