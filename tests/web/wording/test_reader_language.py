"""Tags of languages are read as they are written, and browsers say which they like."""

import pytest
from starlette.datastructures import Headers

from clustergraph.errors import InvalidParameter
from clustergraph.web.wording.reader_language import (
    is_language_tag,
    preferred_language,
    read_language,
)


@pytest.mark.parametrize("tag", ["pl", "und", "sr-Latn", "zh-Hant-TW", "de-1996"])
def test_a_tag_is_one(tag: str) -> None:
    assert is_language_tag(tag)
    assert read_language(tag) == tag


@pytest.mark.parametrize("text", ["", "p", "PL", "polski", "pl_PL", "pl-", "pl\n", " pl", "pl-x"])
def test_what_is_none_is_refused_by_the_name_of_its_parameter(text: str) -> None:
    assert not is_language_tag(text)
    with pytest.raises(InvalidParameter, match="lang"):
        read_language(text)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("pl", "pl"),
        ("PL-pl", "pl"),
        ("fr;q=0.5, bg-BG, de;q=0.9", "bg"),
        ("de;q=0.8, pl;q=0.8", "de"),
        ("bg;Q=0.2, de;q=0.1", "bg"),
        ("*", "en"),
        ("*;q=0.9, bg;q=0.1", "bg"),
        ("pl;q=0", "en"),
        ("polski, ???, ;;", "en"),
        ("", "en"),
        (f"{'x, ' * 200}pl", "en"),
    ],
)
def test_the_language_that_is_liked_best_is_taken_and_ours_where_none_is_named(
    header: str, language: str
) -> None:
    assert preferred_language(Headers({"accept-language": header})) == language


def test_who_names_no_language_gets_ours() -> None:
    assert preferred_language(Headers()) == "en"
