"""A token leads on from the last hit of a page, for the question that it was given for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import InvalidParameter
from clustergraph.names.files.ordering import PlaceInOrder
from clustergraph.names.searching.bookmarks import Bookmark, fingerprint, read_place, write_place

_QUESTION = fingerprint("green", "en")


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.text())
def test_a_bookmark_is_read_as_it_was_written(weight: float, prominence: int, iri: str) -> None:
    mark = Bookmark(weight, prominence, iri)
    assert Bookmark.read(mark.write(_QUESTION), _QUESTION) == mark


@given(st.text(), st.text())
def test_a_place_is_read_as_it_was_written(called: str, iri: str) -> None:
    place = PlaceInOrder(called, iri)
    assert read_place(write_place(place, _QUESTION), _QUESTION) == place


def test_a_token_of_another_question_is_refused() -> None:
    other = fingerprint("green", "pl")
    with pytest.raises(InvalidParameter, match="same question"):
        Bookmark.read(Bookmark(1.0, 2, "x").write(other), _QUESTION)
    with pytest.raises(InvalidParameter, match="same question"):
        read_place(write_place(PlaceInOrder("x", "y"), other), _QUESTION)


@given(
    st.one_of(
        st.text(), st.sampled_from(["W10", "bnVsbA", "e30", "WzFd", "[]", "a" * 5000, "[" * 50])
    )
)
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(InvalidParameter, match="next is"):
        Bookmark.read(token, _QUESTION)
    with pytest.raises(InvalidParameter, match="next is"):
        read_place(token, _QUESTION)


def test_a_token_of_one_kind_of_page_is_none_of_the_other() -> None:
    with pytest.raises(InvalidParameter):
        read_place(Bookmark(1.0, 2, "x").write(_QUESTION), _QUESTION)
    with pytest.raises(InvalidParameter):
        Bookmark.read(write_place(PlaceInOrder("x", "y"), _QUESTION), _QUESTION)
