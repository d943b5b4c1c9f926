"""Sentences, dates, numbers and names of languages are said as readers of a language say them."""

import pytest

from clustergraph.web.pieces import Link
from clustergraph.web.wording import INTERFACE_LANGUAGES, own_name, wording_in
from clustergraph.web.wording.weaving import listed


@pytest.mark.parametrize(
    ("language", "start", "end", "said"),
    [
        ("en", "2018-02-19", "2018-02-23", "19–23 February 2018"),
        ("pl", "2018-02-19", "2018-02-23", "19–23 lutego 2018"),
        ("bg", "2018-02-19", "2018-02-23", "19–23 февруари 2018\u202fг."),
        ("en", "2018-02-19", "2018-03-02", "19 February – 2 March 2018"),
        ("pl", "2018-12-30", "2019-01-02", "30 grudnia 2018 – 2 stycznia 2019"),
        ("pl", "2016-11", "", "listopad 2016"),
        ("bg", "", "2018", "2018\u202fг."),
        ("en", "2016", "2018-02-19", "2016 – 19 February 2018"),
        ("en", "--05-12", "--05-14", "12–14 May"),
        ("pl", "2018-02-19", "2018-02-19", "19 lutego 2018"),
        ("en", "", "", ""),
    ],
)
def test_a_period_says_nothing_twice(language: str, start: str, end: str, said: str) -> None:
    assert wording_in(language).period(start, end) == said


@pytest.mark.parametrize(
    "text", ["", "soon", "2018-02-31", "0000", "2018-13", "12018", "2018-02-19T10:00:00Z", "-"]
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert {wording_in(language).date(text) for language in INTERFACE_LANGUAGES} == {text}


def test_numbers_are_parted_as_the_language_does() -> None:
    written = [wording_in(language).number(1234567) for language in ("en", "pl", "bg")]
    assert written == ["1,234,567", "1\xa0234\xa0567", "1\xa0234\xa0567"]
    assert wording_in("pl").ngettext("%(num)s row", "%(num)s rows", 12345) == "12\xa0345 wierszy"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 wiersz"), (2, "2 wiersze"), (5, "5 wierszy"), (12, "12 wierszy"), (22, "22 wiersze")],
)
def test_polish_numbers_have_three_forms(number: int, said: str) -> None:
    assert wording_in("pl").ngettext("%(num)s row", "%(num)s rows", number) == said


def test_a_language_is_named_in_that_of_the_reader_and_in_itself() -> None:
    assert wording_in("pl").language_name("bg") == "bułgarski"
    assert wording_in("bg").language_name("pl") == "полски"
    assert own_name("pl") == "polski"
    assert own_name("zz") == wording_in("pl").language_name("zz") == "zz"
    assert own_name("x" * 5_000) == "x" * 5_000


def test_a_language_without_a_catalogue_is_english() -> None:
    assert wording_in("de").gettext("Search") == "Search"
    assert wording_in("pl-PL").gettext("Search") == "Szukaj"


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a i b"), (["a", "b", "c"], "a, b i c")],
)
def test_a_list_is_joined_as_the_language_does(names: list[str], said: str) -> None:
    links = [Link(text=name) for name in names]
    assert "".join(each.text for each in listed(wording_in("pl"), links)) == said
