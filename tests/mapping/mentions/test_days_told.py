from given.mapped import dates_in


def test_yesterday_is_told_by_the_date_of_the_news() -> None:
    text = "The Wood Cluster held a seminar in Graz yesterday."
    assert dates_in(text, published="2019-05-08") == {
        ("seminar", "startDate", "2019-05-07"),
        ("seminar", "endDate", "2019-05-07"),
    }
    assert dates_in(text, published="2019-05") == set()
    assert dates_in(text) == set()


def test_today_dates_no_gathering_that_has_its_date() -> None:
    text = "The seminar of 3 May is much spoken of today."
    assert ("seminar", "startDate", "2019-05-03") in dates_in(text, published="2019-05-08")
    assert not any("05-08" in told for _, _, told in dates_in(text, published="2019-05-08"))


def test_today_is_no_date_where_nothing_is_held() -> None:
    text = "The seminar was held in Graz. The Wood Cluster has 90 members today."
    assert dates_in(text, published="2019-05-08") == set()
