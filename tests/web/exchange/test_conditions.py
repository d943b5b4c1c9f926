"""A client has what it names, weak or strong, or anything at all by a star."""

import pytest

from clustergraph.web.exchange.conditions import has, tags_in


@pytest.mark.parametrize(
    ("header", "tags"),
    [
        (None, set()),
        ("", {""}),
        ('"a"', {'"a"'}),
        ('W/"a" ,"b"', {'"a"', '"b"'}),
        ("*", {"*"}),
    ],
)
def test_tags_are_read_in_their_quotes(header: str | None, tags: set[str]) -> None:
    assert tags_in(header) == tags


@pytest.mark.parametrize(
    ("header", "has_it"),
    [('"a"', True), ('W/"a"', True), ('"b", "a"', True), ("*", True), ('"b"', False), ("a", False)],
)
def test_a_client_has_what_it_names(header: str, has_it: bool) -> None:
    assert has(tags_in(header), '"a"') is has_it


def test_who_names_nothing_has_nothing() -> None:
    assert not has(tags_in(None), '"a"')
