"""What a request asks for beside its content: its key, and whether the rules must hold."""

import json

import pytest
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from clustergraph.errors import InvalidParameter, NotAllowed
from clustergraph.operations.writing.order import Written
from clustergraph.web.writing.sending import answer, is_checked, key_of
from clustergraph.web.writing.tokens import UNCHECKED, WRITE, Token


def token(*scopes: str) -> Token:
    return Token(name="alice", digest="", scopes=frozenset(scopes))


@pytest.mark.parametrize("value", ["k-1", '"k-1"', " k-1 "])
def test_a_key_may_stand_in_quotes(value: str) -> None:
    assert key_of(Headers({"Idempotency-Key": value})) == "k-1"


def test_a_request_may_come_without_a_key() -> None:
    assert key_of(Headers()) is None


@pytest.mark.parametrize("key", ["", '""', "a,b", "a b", "x" * 256, '"a', "ä"])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(HTTPException) as refused:
        key_of(Headers({"Idempotency-Key": key}))
    assert refused.value.status_code == 400


def test_two_keys_are_refused() -> None:
    with pytest.raises(HTTPException):
        key_of(Headers(raw=[(b"idempotency-key", b"a"), (b"idempotency-key", b"b")]))


@pytest.mark.parametrize("value", ["", "true", "TRUE", "1"])
def test_the_rules_must_hold_unless_somebody_says_otherwise(value: str) -> None:
    assert is_checked(value, token(WRITE))


@pytest.mark.parametrize("value", ["false", "0"])
def test_only_who_may_writes_without_the_rules(value: str) -> None:
    assert not is_checked(value, token(WRITE, UNCHECKED))
    with pytest.raises(NotAllowed):
        is_checked(value, token(WRITE))


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(InvalidParameter):
        is_checked("perhaps", token(WRITE, UNCHECKED))


def test_the_answer_tells_the_version_in_its_head_and_what_changed_in_its_body() -> None:
    told = answer(Written(version="b", previous="a", added=2, removed=1), 201)
    assert (told.status_code, told.headers["Dataset-Version"]) == (201, "b")
    assert told.headers["Cache-Control"] == "no-store"
    assert json.loads(bytes(told.body)) == {
        "version": "b",
        "previous": "a",
        "added": 2,
        "removed": 1,
        "warnings": [],
    }
