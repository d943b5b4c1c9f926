import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.languages import find_dates, load_pack
from clustergraph.model import YearlessDate

CASES = {
    "en": {
        "between the 19 and 23 February 2018": ("2018-02-19", "2018-02-23"),
        "on July 19, 2013": ("2013-07-19", "2013-07-19"),
        "May 20-31, 2013": ("2013-05-20", "2013-05-31"),
        "on 6th February": ("2020-02-06", "2020-02-06"),
        "28 May to 2 June 2014": ("2014-05-28", "2014-06-02"),
        "in December 2012": ("2012-12", "2012-12"),
        "Call (2011-2012)": ("2011", "2012"),
        "in autumn 2021": ("2021", "2021"),
        "In January the city": ("2020-01", "2020-01"),
        "on 2019-03-04": ("2019-03-04", "2019-03-04"),
        "on 04.03.2019": ("2019-03-04", "2019-03-04"),
        "on 6, 7 and 8 May 2014": ("2014-05-06", "2014-05-08"),
        "27.09.-03.10.2018": ("2018-09-27", "2018-10-03"),
        "from April 25 to April 28, 2017": ("2017-04-25", "2017-04-28"),
        "between January 1, 2019 and December 31, 2021": ("2019-01-01", "2021-12-31"),
        "On May 15-17 the": ("2020-05-15", "2020-05-17"),
        "On April 25 the": ("2020-04-25", "2020-04-25"),
        "in June 20 people": ("2020-06", "2020-06"),
        "from March to June": ("2020-03", "2020-06"),
        "(01/2019 – 12/2021)": ("2019-01", "2021-12"),
        "01.01.2019 - 30.04.2021": ("2019-01-01", "2021-04-30"),
        "12/05/2014 to 14/05/2014": ("2014-05-12", "2014-05-14"),
    },
    "cs": {
        "17. 4. 2013": ("2013-04-17", "2013-04-17"),
        "15. - 17. 4. 2013": ("2013-04-15", "2013-04-17"),
        "1. 6. 2019 – 31. 5. 2021": ("2019-06-01", "2021-05-31"),
    },
    "pl": {
        "w dniach 18 i 19 października 2018 r.": ("2018-10-18", "2018-10-19"),
        "28.01.2019": ("2019-01-28", "2019-01-28"),
        "w październiku": ("2020-10", "2020-10"),
    },
    "fr": {
        "du lundi 6 au vendredi 9 mai 2014": ("2014-05-06", "2014-05-09"),
    },
    "es": {
        "los días 28, 29 y 30 de junio de 2017": ("2017-06-28", "2017-06-30"),
        "mayo y junio de 2018": ("2018-05", "2018-06"),
        "desde enero de 2019 hasta marzo de 2020": ("2019-01", "2020-03"),
    },
    "bg": {
        "на 13 и 14 декември": ("2020-12-13", "2020-12-14"),
        "през ноември 2016г.": ("2016-11", "2016-11"),
    },
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in CASES.items() for text in texts]
)
def test_a_date_is_read_as_precisely_as_it_is_written(language: str, text: str) -> None:
    mentions = find_dates(text, load_pack(language))
    dates = mentions[0].resolve(2020)
    assert dates is not None
    assert tuple(map(str, dates)) == CASES[language][text]
    assert len(mentions) == 1


@pytest.mark.parametrize(
    "text", ["the 4th training", "2021 participants-12", "room 12.13.14", "31 participants"]
)
def test_other_numbers_are_no_days(text: str) -> None:
    assert all(mention.start == (None, None) for mention in find_dates(text, load_pack("en")))


def test_without_a_year_in_the_text_or_its_surroundings_a_day_has_none() -> None:
    (mention,) = find_dates("on 6th February", load_pack("en"))
    assert mention.resolve(None) == (YearlessDate(2, 6), YearlessDate(2, 6))
    (month,) = find_dates("in February", load_pack("en"))
    assert month.resolve(None) is None


def test_a_day_that_the_calendar_lacks_is_no_date() -> None:
    assert find_dates("on 31 February 2018", load_pack("en"))[0].resolve(None) is None


@given(text=st.text(alphabet="0123456789 .-/thJuneMay,", max_size=40))
def test_any_text_is_read_and_spans_do_not_overlap(text: str) -> None:
    spans = [mention.span for mention in find_dates(text, load_pack("en"))]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
