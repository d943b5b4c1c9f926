import calendar
import copy
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from clustergraph.model import Iri, LangString, PartialDate, Span, YearlessDate

spans = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 50)
)
months = st.integers(1, 12)
days = st.dates(min_value=date(1, 1, 1)).map(lambda day: PartialDate(day.year, day.month, day.day))
dates = days | st.builds(PartialDate, st.integers(1, 9999), st.none() | months)


@pytest.mark.parametrize(
    "text", ["", "example", "//example.org/a", "http://example.org/a b", "a:<b>", "1a:b", "http:"]
)
def test_what_is_not_absolute_or_holds_a_forbidden_character_is_no_iri(text: str) -> None:
    with pytest.raises(ValueError, match="not an absolute IRI"):
        Iri(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://[::1",
        "http://example.org:port/",
        "http://example.org/a#b#c",
        "http://example.org/100%",
        "http://example.org/%zz",
        "http://example.org/[a]",
        "http://example.org/\x8c",
        "http://example.org/\ue000",
        "http://example.org/\ufffd",
        "http://example.org/\U000e0001",
        "http://example.org/\U0010ffff",
    ],
)
def test_what_the_standard_of_iris_forbids_is_no_iri(text: str) -> None:
    with pytest.raises(ValueError, match="not an absolute IRI"):
        Iri(text)


@given(
    start=st.sampled_from(["https://example.org/", "https://", "urn:", "http:"]),
    rest=st.lists(
        st.characters(codec="utf-8") | st.sampled_from([*"/:?#@[]%.1~", "%C3", "//", "::1"])
    ),
)
def test_the_store_takes_every_iri(start: str, rest: list[str]) -> None:
    text = f"{start}{''.join(rest)}"
    try:
        iri = Iri(text)
    except ValueError:
        return
    assert NamedNode(iri).value == text


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("https://example.org/ns#Cluster", "Cluster"),
        ("https://user@example.org:8443/a?b=c%20d&e#f", "f"),
        ("https://example.org/id/klaster-łódź", "klaster-łódź"),
        ("urn:isbn:0451450523", "urn:isbn:0451450523"),
    ],
)
def test_the_local_name_of_an_iri_follows_its_last_sign(text: str, local: str) -> None:
    assert Iri(text).local == local


def test_an_iri_is_a_string_that_survives_copies() -> None:
    iri = Iri("https://example.org/a")
    assert iri == "https://example.org/a"
    assert isinstance(pickle.loads(pickle.dumps(iri)), Iri)
    assert isinstance(copy.deepcopy(iri), Iri)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(one=spans, other=spans)
def test_spans_overlap_as_the_sets_of_their_characters_do(one: Span, other: Span) -> None:
    these, those = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) is bool(these & those)
    assert one.covers(other) is (those <= these)
    assert one.hull(other).covers(one)
    assert one.hull(other).covers(other)
    assert one.hull(other) == other.hull(one)


@pytest.mark.parametrize(("text", "language"), [("", "en"), (" \n", "en"), ("a", ""), ("a", "EN")])
def test_a_language_string_needs_text_and_a_tag(text: str, language: str) -> None:
    with pytest.raises(ValueError, match="language"):
        LangString(text, language)


@given(day=dates)
def test_a_date_is_read_as_it_is_written(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day


@given(day=dates)
def test_a_date_lies_between_its_first_and_its_last_day(day: PartialDate) -> None:
    assert day.first_day <= day.last_day
    assert (day.first_day == day.last_day) is (day.day is not None)
    assert day.last_day.year == day.year


def test_the_last_day_of_february_knows_leap_years() -> None:
    assert [PartialDate(year, 2).last_day.day for year in (1900, 2000, 2023, 2024)] == [
        *(28, 29, 28, 29)
    ]
    assert calendar.isleap(2000)


@pytest.mark.parametrize("text", ["", "18", "2018-2", "2018-13", "2018-02-30", "2018-02-19T10:00"])
def test_what_the_calendar_lacks_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2018, None, 5)


@given(day=dates.filter(lambda day: day.day is not None))
def test_a_day_without_its_year_is_read_as_it_is_written(day: PartialDate) -> None:
    yearless = YearlessDate(day.month or 0, day.day or 0)
    assert str(yearless) == f"-{str(day)[4:]}"
    assert YearlessDate.parse(str(yearless)) == yearless


@pytest.mark.parametrize("text", ["--02-30", "--13-01", "--05", "05-12", "2018-05-12", "---12"])
def test_what_no_year_has_is_no_day_of_one(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (the calendar's own words)
        YearlessDate.parse(text)
