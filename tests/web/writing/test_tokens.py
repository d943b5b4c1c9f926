"""Who may write, and that it takes a token to."""

import hmac
from contextlib import suppress

import pytest

from clustergraph.errors import NotAllowed, NoToken, UnknownToken
from clustergraph.web.writing.tokens import WRITE, Token, Tokens, digest_of

ONE = Token(name="one", digest=digest_of(b"secret"), scopes=frozenset({WRITE}))
TOKENS = Tokens([ONE, Token(name="two", digest=digest_of(b"other"), scopes=frozenset())])


@pytest.mark.parametrize("header", ["Bearer secret", "bearer secret", "BEARER  secret "])
def test_a_token_is_found_by_its_header(header: str) -> None:
    assert TOKENS.find(header) is ONE


@pytest.mark.parametrize("header", [None, "", "secret", "Bearer", "Basic secret", "Bearer a b"])
def test_a_header_without_a_token_is_told_so(header: str | None) -> None:
    with pytest.raises(NoToken):
        TOKENS.find(header)


@pytest.mark.parametrize("header", ["Bearer Secret", "Bearer secre", "Bearer \xe9"])
def test_a_token_that_is_none_of_them_is_unknown(header: str) -> None:
    with pytest.raises(UnknownToken):
        TOKENS.find(header)


def test_a_token_for_nothing_is_not_for_writing() -> None:
    with pytest.raises(NotAllowed):
        TOKENS.find("Bearer other")


@pytest.mark.parametrize("header", ["Bearer secret", "Bearer wrong"])
def test_how_long_it_takes_tells_nothing_of_a_token(
    header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared, compare = [], hmac.compare_digest

    def noted(held: str, given: str) -> bool:
        compared.append(held)
        return compare(held, given)

    monkeypatch.setattr(hmac, "compare_digest", noted)
    with suppress(UnknownToken):
        TOKENS.find(header)
    assert compared == [digest_of(b"secret"), digest_of(b"other")]


def test_a_token_may_be_of_any_letters() -> None:
    tokens = Tokens([Token(name="x", digest=digest_of("zażółć".encode()), scopes=ONE.scopes)])
    assert tokens.find("Bearer " + "zażółć".encode().decode("latin-1")).name == "x"


def test_no_token_is_held_as_it_is() -> None:
    assert "secret" not in repr(ONE)
