"""Dates, periods, numbers and languages as people write them; what is none stays as it is."""

import pytest

from clustergraph.web.wording.writing import write_date, write_language, write_period


@pytest.mark.parametrize("text", ["", "soon", "2018-13", "2018-02-30", "18-02-01", "2018/02/01"])
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert write_date(text, "en") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("2018", "2018"), ("2018-02", "February 2018"), ("--02-29", "February 29")],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, written: str) -> None:
    assert write_date(text, "en") in {written, "29 February"}


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2018-02-19", "2018-02-19", "19 February 2018"),
        ("2018-02-19", "2018-03-02", "19 February – 2 March 2018"),
        ("2018-02", "2019-02", "February 2018 – February 2019"),
        ("2018", "2019", "2018 – 2019"),
        ("", "2019", "2019"),
        ("2018", "", "2018"),
    ],
)
def test_a_period_says_nothing_twice(start: str, end: str, written: str) -> None:
    assert write_period(start, end, "en") == written


def test_a_language_is_named_with_its_script_or_country_beside() -> None:
    assert write_language("sr-Latn", "en") == "Serbian (Latn)"
    assert write_language("qaa-x-ours", "en") == "qaa-x-ours"
