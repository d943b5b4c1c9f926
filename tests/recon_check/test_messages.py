"""Requests are written as clients write them."""

from urllib.parse import parse_qs

import pytest

from clustergraph.recon_check.messages import (
    ORIGIN,
    Answer,
    get,
    joined,
    post_form,
    post_json,
    quoted,
)


def test_parameters_are_added_to_those_of_the_address() -> None:
    assert get("https://a.example/?a=1", {"b": "x y"}).url == "https://a.example/?a=1&b=x+y"
    assert get("https://a.example/", {"b": "ü"}).url == "https://a.example/?b=%C3%BC"
    assert get("https://a.example/").url == "https://a.example/"


def test_every_request_says_from_which_page_it_comes() -> None:
    for request in (get("x"), post_form("x", {}), post_json("x", {})):
        assert ("origin", ORIGIN) in request.headers


def test_a_form_and_json_are_sent_as_such() -> None:
    assert parse_qs(post_form("x", {"queries": '{"ü": 1}'}).content.decode()) == {
        "queries": ['{"ü": 1}']
    }
    assert post_json("x", {"ü": 1}).content.decode() == '{"ü": 1}'
    assert post_json("x", '{"broken').content == b'{"broken'


@pytest.mark.parametrize(
    ("address", "whole"),
    [("/b", "https://a.example/b"), ("https://b.example", "https://b.example"), ("//[", "//[")],
)
def test_an_address_is_resolved_and_what_is_none_stays(address: str, whole: str) -> None:
    assert joined("https://a.example/x/y", address) == whole


def test_a_header_that_came_twice_is_one() -> None:
    answer = Answer(status=200, headers=(("vary", "a"), ("vary", "b"), ("x", "y")), body=b"")
    assert (answer.header("vary"), answer.header("z")) == ("a, b", "")


def test_a_slash_is_no_slash_within_a_component() -> None:
    assert quoted("a/b ü") == "a%2Fb%20%C3%BC"
