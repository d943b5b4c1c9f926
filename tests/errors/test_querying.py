"""A query without an answer is told why, and what may help."""

from clustergraph.errors import (
    MalformedQuery,
    QueryError,
    QueryTimedOut,
    QueryTooLarge,
    ServiceFailed,
    TooBusy,
    UnknownQuery,
    UnsupportedQuery,
)


def test_the_place_is_told_where_it_is_known() -> None:
    assert "at line 2, column 7: expected }" in str(MalformedQuery("expected }", line=2, column=7))
    assert str(MalformedQuery("it is empty.")) == "The query is not SPARQL: it is empty."


def test_seconds_are_told_as_people_write_them() -> None:
    assert "after 30 seconds" in str(QueryTimedOut(30.0))
    assert "after 0.5 seconds" in str(QueryTimedOut(0.5))
    assert "after 1 second;" in str(QueryTimedOut(1.0))


def test_another_endpoint_that_fails_is_a_query_that_can_not_be_answered() -> None:
    error = ServiceFailed("refused")
    assert isinstance(error, UnsupportedQuery)
    assert str(error).endswith("which gives no answer: refused.")


def test_the_names_that_there_are_stand_beside_one_that_is_not() -> None:
    error = UnknownQuery("who", ["who-taught", "money"])
    assert "there are who-taught, money." in str(error)
    assert error.known == ("who-taught", "money")


def test_of_many_names_only_those_are_told_that_may_have_been_meant() -> None:
    said = str(UnknownQuery("whotaught", ["names-of", "who-taught", "money"]))
    assert said == "There is no query 'whotaught'; there is who-taught."


def test_what_is_too_large_or_too_much_says_its_limit() -> None:
    assert "more than 100 brackets" in str(QueryTooLarge("brackets", 100))
    assert TooBusy().retry_after_seconds > 0
    assert issubclass(TooBusy, QueryError)
