"""A question is asked by its short address, or as a text that anybody can change."""

from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.sparql.catalogue import find_query
from clustergraph.vocab import CG
from clustergraph.web.questions.asking import (
    query_address,
    query_text,
    question_address,
    title_of,
)
from clustergraph.web.wording import wording_in

PROJECT = Iri(f"{BASE}id/trace-kei-aaaaaaab")
CLUSTER = Iri(f"{BASE}id/green-synergy-aaaaaaaa")


@pytest.mark.parametrize(
    ("name", "bindings", "rows"),
    [
        ("related-by", {"entity": PROJECT, "property": CG.partner}, 3),
        ("related-by", {"entity": PROJECT, "property": CG.fundedBy}, 0),
        ("incoming-by", {"entity": CLUSTER, "property": CG.partner, "class": CG.Project}, 1),
        ("incoming-by", {"entity": CLUSTER, "property": CG.partner, "class": CG.Event}, 0),
        ("things-of-class", {"class": CG.Project}, 2),
        ("statements-with", {"property": CG.locatedIn}, 4),
    ],
)
def test_a_query_with_its_parameters_filled_in_gives_what_it_names(
    site: TestClient, name: str, bindings: dict[str, Iri], rows: int
) -> None:
    (query,) = parse_qs(urlsplit(query_address(name, **bindings)).query)["query"]
    answer = site.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert len(answer.text.splitlines()) - 1 == rows


def test_a_query_without_parameters_is_the_text_of_the_catalogue() -> None:
    assert query_text("who-taught") == find_query("who-taught").text


def test_parameters_stand_at_the_beginning_and_nothing_else_changes() -> None:
    text = query_text("things-of-class", **{"class": CG.Project})
    values = f"\n  VALUES (?class) {{ (<{CG.Project}>) }}"
    assert values in text
    assert text.replace(values, "") == find_query("things-of-class").text


def test_a_format_makes_it_the_address_of_the_answer() -> None:
    assert question_address("who-taught") == "/queries/who-taught"
    assert question_address("who-taught", "csv") == "/queries/who-taught.csv"
    assert query_address("who-taught", format_="csv").endswith("&format=csv")


def test_a_group_goes_by_who_asks_with_a_capital() -> None:
    title = title_of([find_query("who-taught")], wording_in("en"))
    assert title
    assert title[0].isupper()
