"""Statements come in one order, whatever order they are given in and however many there are."""

from random import Random

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from clustergraph.rdf.sorting import differing_lines, quads_of_lines, sorted_lines, sorted_quads
from given.homes import numbered_quads

QUADS = list(numbered_quads(100))


def _odd() -> list[Quad]:
    """Return quads whose words a line-wise tool could stumble over."""
    node = NamedNode("https://example.org/a")
    words = ["two\nlines", "a\ttab", 'a "quote" .', "Клъстер \u2028 \x85 \x0b", "\r"]
    quoted = Quad(node, node, Triple(node, node, Literal("x\ny")), node)
    return [quoted, *(Quad(node, node, Literal(text), node) for text in words)]


@pytest.mark.parametrize("at_once", [1, 7, 100, 1000])
def test_the_order_depends_neither_on_the_order_given_nor_on_how_many_fit_into_memory(
    at_once: int,
) -> None:
    shuffled = Random(at_once).sample(QUADS, k=len(QUADS))
    assert list(sorted_lines(shuffled, at_once=at_once)) == list(sorted_lines(QUADS))


def test_lines_are_sorted_by_their_bytes() -> None:
    lines = list(sorted_lines([*QUADS, *_odd()]))
    assert lines == sorted(lines)
    assert all(line.endswith(b" .\n") for line in lines)


def test_a_statement_given_twice_comes_once() -> None:
    assert len(list(sorted_lines([*QUADS, *QUADS], at_once=10))) == len(QUADS)


def test_what_is_read_back_is_what_was_given() -> None:
    assert set(sorted_quads([*QUADS, *_odd()])) == {*QUADS, *_odd()}
    assert set(quads_of_lines(sorted_lines(_odd(), at_once=1))) == set(_odd())


def test_nothing_gives_nothing() -> None:
    assert list(sorted_lines(iter(list[Quad]()))) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("", "ab", [("a", True), ("b", True)]),
        ("ab", "", [("a", False), ("b", False)]),
        ("ab", "ab", []),
        ("abd", "bce", [("a", False), ("c", True), ("d", False), ("e", True)]),
        ("b", "abc", [("a", True), ("c", True)]),
    ],
)
def test_what_only_one_of_two_sorted_streams_has_is_told_with_which(
    old: str, new: str, told: list[tuple[str, bool]]
) -> None:
    one, other = ([letter.encode() for letter in letters] for letters in (old, new))
    expected = [(letter.encode(), is_new) for letter, is_new in told]
    assert list(differing_lines(one, other)) == expected
