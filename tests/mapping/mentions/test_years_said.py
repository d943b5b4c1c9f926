from given.mapped import dates_in, facts_of, map_text


def test_the_year_is_that_of_publication_until_the_text_says_another() -> None:
    text = (
        "The first workshop was held in May. The second workshop was held in June 2015. "
        "The third workshop was held in July."
    )
    assert dates_in(text, published="2014-03-01") == {
        ("first workshop", "startDate", "2014-05"),
        ("second workshop", "startDate", "2015-06"),
        ("third workshop", "startDate", "2015-07"),
    }


def test_without_any_year_a_day_stays_without_one() -> None:
    assert dates_in("The workshop was held on 6 May.") == {
        ("workshop", "startDate", "--05-06"),
        ("workshop", "endDate", "--05-06"),
    }
    assert dates_in("The workshop was held in May.") == set()


def test_a_period_gives_no_year_to_the_dates_behind_it() -> None:
    text = "The programme (2007-2013) ended. The workshop was held on 6 May."
    assert ("workshop", "startDate", "2013-05-06") not in dates_in(text)


def test_a_bare_year_is_not_the_year_of_the_news() -> None:
    text = "The agency was founded in 2009. A workshop was held on 6 May."
    found = facts_of(map_text(text, published="2016-10-03"))
    assert ("workshop", "startDate", "2016-05-06") in found
