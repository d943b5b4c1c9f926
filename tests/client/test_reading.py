"""JSON is read into types; what doesn't fit is told with its place."""

import pytest

from clustergraph.client import Suggestions
from clustergraph.client.messages import Answer, Request
from clustergraph.client.reading import reader
from clustergraph.errors import StrangeAnswer


def _answer(content: bytes) -> Answer:
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    return Answer(url="http://a.example/", status=200, headers=headers, content=content)


def test_what_a_service_tells_beside_is_passed_over() -> None:
    found = reader(Suggestions)(_answer(b'{"query": "a", "results": [], "new": 1}'))
    assert found == Suggestions(query="a", results=())


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'{"results": []}', "query: "),
        (b'{"query": "a", "results": [{}]}', "results/0/"),
        (b"<", "JSON"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(content: bytes, place: str) -> None:
    with pytest.raises(StrangeAnswer, match=place):
        reader(Suggestions)(_answer(content))


def test_the_media_type_is_read_without_case_and_parameters() -> None:
    assert _answer(b"").media_type == "application/json"


def test_a_request_says_what_is_known_of_the_answer() -> None:
    assert Request(url="x").headers == {"Accept": "application/json"}
    full = Request(url="x", content_type="text/plain", known_tag='"a"').headers
    assert (full["Content-Type"], full["If-None-Match"]) == ("text/plain", '"a"')
