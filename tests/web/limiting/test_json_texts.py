"""JSON from strangers is read, or it is told what is wrong with it; nothing else happens."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import MalformedJson
from clustergraph.web.limiting.json_texts import read_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=10,
)


@given(VALUES, st.booleans())
def test_all_that_json_can_say_is_read(value: object, is_ascii: bool) -> None:
    text = json.dumps(value, ensure_ascii=is_ascii)
    assert read_json(text) == read_json(text.encode()) == value


@pytest.mark.parametrize("text", [b'\xef\xbb\xbf{"a": 1}', '\ufeff{"a": 1}'])
def test_a_byte_order_mark_is_passed_over(text: bytes | str) -> None:
    assert read_json(text) == {"a": 1}


@pytest.mark.parametrize("text", [r'"😀"', r'"\ud83d\ude00"', r'"\\ud83d"'])
def test_whole_characters_are_taken_however_they_are_written(text: str) -> None:
    assert read_json(text) == json.loads(text)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("{", 1, 2),
        ("[1,\n2,]", 2, 3),
        ('["a', 1, 2),
        ("{} {}", 1, 4),
        ("{'a': 1}", 1, 2),
    ],
)
def test_the_place_where_it_stops_being_json_is_told(text: str, line: int, column: int) -> None:
    with pytest.raises(MalformedJson, match=f"line {line}, column {column}") as raised:
        read_json(text)
    assert (raised.value.line, raised.value.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b'["\xff"]', "byte 3 is 0xFF"),
        ("[NaN]", "NaN is no number"),
        ("[-Infinity]", "-Infinity is no number"),
        ("[1e999]", "1e999 is too large"),
        ("9" * 5_000, "too many digits"),
        (r'{"q": "\ud800"}', r"\\ud800 is half a character"),
        (r'{"\udc00": 1}', r"\\udc00 is half a character"),
        ("[" * 33 + "]" * 33, "more than 32 levels"),
        ('{"a":' * 33 + "1" + "}" * 33, "more than 32 levels"),
        ("[" * 100_000, "more than 32 levels"),
        ("[" * 100_000 + "]" * 100_000, "more than 32 levels"),
    ],
)
def test_what_can_not_be_answered_is_told_as_what_it_is(text: bytes | str, reason: str) -> None:
    with pytest.raises(MalformedJson, match=reason) as raised:
        read_json(text)
    assert raised.value.line is None


@pytest.mark.parametrize("inside", ["", "1", '"a"'])
def test_so_many_levels_are_read(inside: str) -> None:
    assert read_json("[" * 32 + inside + "]" * 32)


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 1}', '[{"b": {"a": 1, "c": 2, "a": 3}}]', r'{"a": 1, "\u0061": 2}']
)
def test_of_two_members_of_one_name_neither_is_passed_over(text: str) -> None:
    with pytest.raises(MalformedJson, match="two members named 'a'"):
        read_json(text)
