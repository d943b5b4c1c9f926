"""A request says one thing of its body, and a text is in UTF-8."""

import pytest
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from clustergraph.web.exchange.content_types import check_charset, content_type_of


def test_a_request_has_one_content_type() -> None:
    name = b"content-type"
    assert content_type_of(Headers()) == ""
    assert content_type_of(Headers(raw=[(name, b"text/turtle"), (name, b"text/turtle")])) == (
        "text/turtle"
    )
    with pytest.raises(HTTPException, match="2 Content-Type headers"):
        content_type_of(Headers(raw=[(name, b"text/turtle"), (name, b"text/plain")]))


@pytest.mark.parametrize("content_type", ["", "text/turtle; charset=UTF-8", 'a/b; charset="utf8"'])
def test_utf_8_may_be_said_in_several_ways(content_type: str) -> None:
    check_charset(content_type, "It")


def test_another_charset_is_refused_but_for_xml_which_says_it_itself() -> None:
    check_charset("application/rdf+xml; charset=latin1", "It")
    with pytest.raises(HTTPException, match="It must be sent in UTF-8, and not in latin1"):
        check_charset("text/turtle; charset=latin1", "It")
