"""The client gets what it likes best of what there is (RFC 9110, section 12.5.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import NotAcceptable
from clustergraph.web.exchange.negotiation import choose_media_type, prefers_html

OFFERS = ("application/sparql-results+json", "text/csv", "application/json", "text/html")
JSON, CSV, PLAIN_JSON, HTML = OFFERS
FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/*", CSV),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("application/json, text/csv;q=0.9", PLAIN_JSON),
        ("application/json;q=0.8, text/csv;q=0.9", CSV),
        ("application/*;q=0.5, text/csv;q=0.4", JSON),
        ("*/*;q=0.1, application/json;q=0.2", PLAIN_JSON),
        ("*/*, application/sparql-results+json;q=0", CSV),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", HTML),
        ("text/csv; charset=utf-8", CSV),
        ("text/csv;q=1.5", CSV),
        ("text/csv;q=nonsense", CSV),
        ("nonsense, ;q=1, /, a/, */csv, text/csv", CSV),
        ("*/*;q=0.5, text/*;q=0, text/csv", CSV),
        ("text/csv;q=0.000, text/html;q=0.001", HTML),
        ("text/csv ; q = 0.1 , text/html ; Q=0.2", HTML),
        ('text/html;q=0.5;note="a, text/csv;q=1", */*;q=0.1', HTML),
        ('text/csv;note="\\", text/html', CSV),
        ('text/html;profile="https://example.org/a;q=0,b"', HTML),
        ("application/json;profile=https://example.org/p", PLAIN_JSON),
        (FIREFOX, HTML),
    ],
)
def test_the_best_liked_offer_is_chosen(accept: str | None, expected: str) -> None:
    assert choose_media_type(accept, OFFERS) == expected


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "*/*;q=0", "text/csv;q=0", "x"])
def test_where_nothing_suits_the_offers_are_told(accept: str) -> None:
    with pytest.raises(NotAcceptable) as caught:
        choose_media_type(accept, OFFERS)
    assert caught.value.offers == OFFERS


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/turtle", "text/turtle"),
        ("text/turtle;version=1.2", "text/turtle;version=1.2"),
        ("text/turtle;version=1.1", "text/turtle"),
        ('text/turtle; version="1.2", */*;q=0.1', "text/turtle;version=1.2"),
    ],
)
def test_a_parameter_chooses_among_offers_that_have_it(accept: str, expected: str) -> None:
    assert choose_media_type(accept, ("text/turtle", "text/turtle;version=1.2")) == expected


@given(st.text(), st.permutations(OFFERS))
def test_any_header_is_answered_or_refused(accept: str, offers: list[str]) -> None:
    try:
        assert choose_media_type(accept, offers) in offers
    except NotAcceptable:
        assert accept.strip()


def test_whoever_asks_for_another_charset_gets_ours() -> None:
    offers = ("application/json", "text/csv;charset=utf-8")
    assert choose_media_type("text/csv;charset=latin-1, */*;q=0.5", offers) == offers[1]


weights = st.integers(0, 1000).map(lambda weight: weight / 1000)


@given(st.lists(st.tuples(st.sampled_from(OFFERS), weights), min_size=1, unique_by=lambda w: w[0]))
def test_no_offer_is_liked_better_than_the_chosen_one(wanted: list[tuple[str, float]]) -> None:
    liking = dict(wanted)
    accept = ", ".join(f"{media_type};q={weight:.3f}" for media_type, weight in wanted)
    try:
        assert liking[choose_media_type(accept, OFFERS)] == max(liking.values())
    except NotAcceptable:
        assert max(liking.values()) == 0


@pytest.mark.parametrize(
    ("accept", "prefers"),
    [(FIREFOX, True), ("text/html", True), ("*/*", False), (None, False), ("image/png", False)]
    + [(f"text/html, {media_type}", False) for media_type in ("application/json", "text/turtle")],
)
def test_browsers_are_told_from_programs(accept: str | None, prefers: bool) -> None:
    assert prefers_html(accept) is prefers


@pytest.mark.parametrize("piece", ['"', '\\"', "\\", 'a"\\', ",", ";", "=", "a/b;q=0,", 'a/b;c="'])
def test_the_strangest_header_is_read_at_once(piece: str) -> None:
    accept = f"text/csv;q=0.5, {piece * 100_000}"
    assert choose_media_type(accept, ("text/csv",)) == "text/csv"
