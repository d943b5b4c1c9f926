"""Names are whatever documents have: markup, formulas, signs that turn the line; all stay text."""

import csv
import io
import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from clustergraph.iris import BASE, graph_iri
from clustergraph.store.versions import Home
from clustergraph.vocab import CG
from given.clients import client_of
from given.homes import publish_quads

TURNING = "\u202eretsulC \u2066dooW\u200f"
NAMES = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><x/>&amp;&#0;{{ 7*7 }}",
    '=HYPERLINK("https://example.org";"a")',
    "+1-2",
    "@SUM(1)",
    "-1, a\r\nSet-Cookie: a=b",
    TURNING,
    "Wood\x07 \x0bCluster\ufffe",
    "line\u2028and\u2029paragraph\x85",
    "🏭" * 200,
    "e" + "\u0301" * 300,
]
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
OTHER_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")


def _local(number: int) -> str:
    return f"hostile-{chr(ord('a') + number) * 8}"


def _quads() -> Iterator[Quad]:
    graph = NamedNode(graph_iri("asserted"))
    for number, name in enumerate(NAMES):
        thing = NamedNode(f"{BASE}id/{_local(number)}")
        yield Quad(thing, TYPE, NamedNode(CG.Cluster), graph)
        yield Quad(thing, LABEL, Literal(name, language="en"), graph)
        yield Quad(thing, OTHER_LABEL, Literal(TURNING, language="en"), graph)


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("hostile"))
    publish_quads(home, [])
    publish_quads(home, _quads())
    return home


@pytest.fixture(scope="module")
def hostile(hostile_home: Home) -> Iterator[TestClient]:
    with client_of(hostile_home) as client:
        yield client


def test_lines_and_tables_hold_them_as_they_are(hostile: TestClient) -> None:
    lines = hostile.get("/api/search.jsonl").content.split(b"\n")[:-1]
    assert sorted(json.loads(line)["label"] for line in lines) == sorted(NAMES)
    table = io.StringIO(hostile.get("/api/search.csv").content.decode(), newline="")
    assert sorted(row["label"] for row in csv.DictReader(table)) == sorted(NAMES)


def test_a_table_says_that_its_cells_are_no_formulas(hostile: TestClient) -> None:
    described = hostile.get("/openapi.json").json()["paths"]["/api/search.csv"]["get"]
    assert "formula" in described["responses"]["200"]["description"]


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_answers_hold_them_as_they_are(hostile: TestClient, number: int) -> None:
    local, name = _local(number), NAMES[number]
    assert hostile.get(f"/api/entities/{local}").json()["label"] == name
    (found,) = hostile.post("/api/lookup", json={"items": [local]}).json()["results"]
    assert found["entity"]["label"] == name
    query = json.dumps({"q0": {"query": local}})
    answer = hostile.post("/reconcile", data={"queries": query}).json()
    assert answer["q0"]["result"][0]["name"] == name


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_previews_and_flyouts_show_them_as_text(hostile: TestClient, number: int) -> None:
    address = f"id={_local(number)}"
    preview = hostile.get(f"/reconcile/preview?{address}").text
    flyout = hostile.get(f"/reconcile/flyout/entity?{address}").json()["html"]
    for html in (preview, flyout):
        assert not [sign for sign in ("<script", "<img", "<x/>", "49") if sign in html]
    assert "set-cookie" not in hostile.get(f"/reconcile/preview?{address}").headers


def test_a_feed_stays_well_formed(hostile: TestClient) -> None:
    feed = hostile.get("/api/changes.atom").content
    told = "".join(ET.fromstring(feed).itertext())
    assert NAMES[0] in told


def test_a_name_cannot_turn_the_text_round_it(hostile: TestClient) -> None:
    html = hostile.get(f"/reconcile/preview?id={_local(0)}").text
    assert f'<bdi lang="en">{TURNING}</bdi>' in html
