from urllib.parse import parse_qsl, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.sparql.percent import TooMany, read_pairs


def expected(data: bytes) -> list[tuple[str, str]]:
    return parse_qsl(data.decode(), keep_blank_values=True, errors="strict")


@given(st.text(alphabet="%%%=&+ \n\r_.;#/?0123456789abcdefABCDEF~é漢", max_size=40))
def test_pairs_are_read_as_the_standard_library_reads_them(text: str) -> None:
    data = text.encode()
    try:
        right = expected(data)
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            read_pairs(data)
    else:
        assert read_pairs(data) == right


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=5))
def test_what_a_client_escapes_is_read_as_it_was(pairs: list[tuple[str, str]]) -> None:
    escaped = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs)

    assert read_pairs(escaped.encode()) == pairs


@pytest.mark.parametrize("data", [b"q=%FF", b"q=\xff", b"%C3=x", b"q=%ED%A0%80", b"q=%C0%AF"])
def test_what_is_not_utf_8_is_never_guessed_at(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        read_pairs(data)


@pytest.mark.parametrize(("piece", "what"), [(b"a=b&", "parameters"), (b"a%", "percent signs")])
def test_more_than_anybody_needs_is_refused(piece: bytes, what: str) -> None:
    assert read_pairs(piece * 1_000)
    with pytest.raises(TooMany, match=what):
        read_pairs(piece * 1_001 + b"x=y")
