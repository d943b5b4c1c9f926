"""Days told from where the news stands."""

from datetime import date

import pytest

from clustergraph.languages import find_relative_days, load_pack

WEDNESDAY = date(2019, 5, 8)

TOLD = [
    ("en", "It was held yesterday.", "2019-05-07"),
    ("en", "Last Friday they met.", "2019-05-03"),
    ("en", "They met last Wednesday.", "2019-05-01"),
    ("en", "They meet next Wednesday.", "2019-05-15"),
    ("de", "Gestern? Nein, am vergangenen Montag.", "2019-05-06"),
    ("de", "Sie trafen sich gestern in Linz.", "2019-05-07"),
    ("fr", "Réunis jeudi dernier à Lyon.", "2019-05-02"),
    ("fr", "Elle s’ouvre aujourd’hui.", "2019-05-08"),
    ("es", "El pasado viernes se reunió.", "2019-05-03"),
    ("it", "Si è svolto venerdì scorso.", "2019-05-03"),
    ("ro", "A avut loc vinerea trecută.", "2019-05-03"),
    ("pl", "W ubiegłą środę odbyło się spotkanie.", "2019-05-01"),
    ("cs", "Minulé úterý se konala.", "2019-05-07"),
    ("ru", "В прошлую пятницу прошёл семинар.", "2019-05-03"),
    ("bg", "Следващия понеделник ще се проведе.", "2019-05-13"),
]


def days(code: str, text: str, news: date) -> list[str]:
    told = (mention.resolve(None) for mention in find_relative_days(text, load_pack(code), news))
    return [str(first) for first, _ in filter(None, told)]


@pytest.mark.parametrize(("code", "text", "day"), TOLD, ids=[text for _, text, _ in TOLD])
def test_a_day_is_counted_from_that_of_the_news(code: str, text: str, day: str) -> None:
    assert days(code, text, WEDNESDAY) == [day]


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "They meet every Friday."), ("de", "Der Morgen war kühl."), ("fr", "le mois dernier")],
)
def test_what_says_of_no_day_which_is_none(code: str, text: str) -> None:
    assert days(code, text, WEDNESDAY) == []


def test_the_end_of_a_year_is_passed() -> None:
    assert days("en", "It opens tomorrow.", date(2019, 12, 31)) == ["2020-01-01"]
