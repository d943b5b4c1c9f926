"""Parameters are read by name, each as often as it may stand there."""

import pytest
from starlette.exceptions import HTTPException

from clustergraph.errors import InvalidParameter
from clustergraph.web.sparql.parameters import absolute_iri, graphs_in, only, pairs_in


def test_one_value_is_read_and_none_is_none() -> None:
    pairs = pairs_in(b"query=ASK+%7B%7D&format=", "address")
    assert [only(pairs, name) for name in ("query", "format", "timeout")] == ["ASK {}", "", None]


def test_two_values_are_too_many() -> None:
    with pytest.raises(HTTPException, match="2 query parameters"):
        only(pairs_in(b"query=a&query=b", "body"), "query")


def test_graphs_come_in_their_order_each_once_and_empty_ones_not() -> None:
    pairs = pairs_in(b"graph=urn:b&graph=&graph=urn:a&graph=urn:b&other=urn:c", "address")
    assert graphs_in(pairs, "graph") == ("urn:b", "urn:a")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a=ok&b=%FF", "The body of the request is not in UTF-8: byte 1 of its text is 0xFF"),
        (b"&".join([b"a"] * 1_002), "The body of the request has more than 1000 parameters"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(data: bytes, words: str) -> None:
    with pytest.raises(HTTPException, match=words) as refused:
        pairs_in(data, "body")
    assert refused.value.status_code == 400


@pytest.mark.parametrize("value", ["", "a", "/a", "urn:a b"])
def test_what_is_no_absolute_iri_is_refused_by_its_name(value: str) -> None:
    with pytest.raises(InvalidParameter, match="graph"):
        absolute_iri("graph", value)
