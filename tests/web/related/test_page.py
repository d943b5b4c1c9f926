"""Related lists: the same rows as a page, as data and as a query, with the words that say so."""

import csv
import io
import json

import pytest
from lxml import html
from starlette.testclient import TestClient

from bench.page_speed.corpus import HUB, PROJECT, local_id
from clustergraph.iris import BASE

LINKS = 120
INCOMING = f"/page/{HUB}/incoming/locatedIn"
RELATED = f"/page/{PROJECT}/related/partner"
SMALL = "/page/trace-kei-aaaaaaab/related/partner"
CLUSTER = "/page/green-synergy-aaaaaaaa"
EVERYTHING = sorted(f"{BASE}id/{local_id('cluster', number)}" for number in range(LINKS))


def page(site: TestClient, address: str) -> html.HtmlElement:
    answer = site.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def shown(tree: html.HtmlElement) -> list[str]:
    links = tree.xpath("//ol[@class='related']/li/p[1]/bdi/a/@href")
    return [f"{BASE}{link.partition('?')[0].removeprefix('/')}" for link in links]


@pytest.mark.parametrize("address", [INCOMING, RELATED])
def test_all_pages_together_show_each_thing_once(hub_site: TestClient, address: str) -> None:
    found: list[str] = []
    while address:
        tree = page(hub_site, address)
        found += shown(tree)
        address = next(iter(tree.xpath("//a[@rel='next']/@href")), "")
    assert found == EVERYTHING


def test_a_page_tells_its_place_in_the_whole(hub_site: TestClient) -> None:
    tree = page(hub_site, page(hub_site, INCOMING).xpath("//a[@rel='next']/@href")[0])
    assert "51–100 of 120" in tree.text_content()
    assert tree.xpath("//ol[@class='related']/@start") == ["51"]


def test_each_row_has_the_words_that_put_it_there(site: TestClient) -> None:
    row = page(site, SMALL).xpath("//ol[@class='related']/li[.//bdi[contains(., 'Green')]]")[0]
    assert row.xpath(".//q/@lang") == ["bg"]
    assert row.xpath(".//a[@class='why']/@href")[0].startswith("/why?s=")


@pytest.mark.parametrize(
    "address",
    [
        SMALL,
        f"{CLUSTER}/incoming/partner?class=Project",
        f"{CLUSTER}/related/mentionedIn",
        "/page/4th-training-module-aaaaaaai/following/fundingSource",
        "/page/voc/modality/fact/related/skos:inScheme",
    ],
)
def test_the_query_and_all_forms_have_the_same_rows(site: TestClient, address: str) -> None:
    tree = page(site, address)
    rows = shown(tree)
    assert rows
    query = tree.xpath("//a[contains(@href, '/sparql?')]/@href")[0]
    asked = site.get(query, headers={"Accept": "application/sparql-results+json"}).json()
    assert [row["other"]["value"] for row in asked["results"]["bindings"]] == rows
    path, _, parameters = address.partition("?")
    as_json, lines, table = (
        site.get(f"{path}.{extension}?{parameters}").text for extension in ("json", "jsonl", "csv")
    )
    assert [row["iri"] for row in json.loads(as_json)["results"]] == rows
    assert [json.loads(line)["iri"] for line in lines.splitlines()] == rows
    assert [row["iri"] for row in csv.DictReader(io.StringIO(table, newline=""))] == rows


def test_each_row_of_the_page_has_its_words_and_leads_to_them_in_the_text(
    hub_site: TestClient,
) -> None:
    rows = page(hub_site, INCOMING).xpath("//ol[@class='related']/li")
    assert rows
    for row in rows:
        assert row.findtext(".//q").endswith("belong together")
        assert row.xpath("p[@class='about']/a[starts-with(@href, '/page/doc/')]")
        assert row.xpath("p/a[@class='why'][starts-with(@href, '/why?')]")


def test_the_whole_list_comes_as_lines_and_as_a_table(hub_site: TestClient) -> None:
    lines = hub_site.get(f"{INCOMING}.jsonl").text.splitlines()
    assert [json.loads(line)["iri"] for line in lines] == EVERYTHING
    table = csv.DictReader(io.StringIO(hub_site.get(f"{INCOMING}.csv").text, newline=""))
    rows = list(table)
    assert [row["iri"] for row in rows] == EVERYTHING
    assert rows[0]["quote"].endswith("belong together")
    assert rows[0]["evidence"].startswith(f"{BASE}ev/")


def test_json_is_paged_by_its_own_next(hub_site: TestClient) -> None:
    first = hub_site.get(f"{RELATED}.json?limit=100").json()
    assert (first["total"], len(first["results"])) == (LINKS, 100)
    rest = hub_site.get(first["next"]).json()
    assert "next" not in rest
    assert [each["iri"] for each in (*first["results"], *rest["results"])] == EVERYTHING
    assert first["results"][0]["evidence"][0]["quote"]


def test_a_list_goes_on_where_the_last_one_shown_is_gone(hub_site: TestClient) -> None:
    gone = EVERYTHING[3].rpartition("/")[2] + "-gone"
    rows = shown(page(hub_site, f"{INCOMING}?class=Cluster&next={gone}"))
    assert rows[0] == EVERYTHING[4]


def test_the_language_of_the_reader_is_kept(site: TestClient) -> None:
    tree = page(site, f"{SMALL}?lang=pl")
    assert tree.xpath("/html/@lang") == ["pl"]
    assert all("lang=pl" in link for link in tree.xpath("//ol[@class='related']//bdi/a/@href"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/page/nobody-aaaaaaaa/related/partner", 404),
        ("/page/trace-kei-aaaaaaab/related/partners", 404),
        ("/page/trace-kei-aaaaaaab/related/partner.xml", 404),
        ("/page/trace-kei-aaaaaaab/related/%00", 404),
        ("/page/trace-kei-aaaaaaab/related/no%20such:thing", 404),
        ("/page/trace-kei-aaaaaaab/incoming/partner?class=Event", 404),
        (f"{SMALL}?next=%3Cscript%3E", 400),
        (f"{SMALL}.json?limit=100000", 400),
        (f"{CLUSTER}/related/mentionedIn?next=nothing", 400),
        (f"{SMALL}?format=xml", 400),
    ],
)
def test_what_is_no_list_is_refused(site: TestClient, address: str, status: int) -> None:
    assert site.get(address).status_code == status


def test_programs_get_json_and_people_pages(site: TestClient) -> None:
    assert site.get(SMALL).headers["Content-Type"] == "application/json"
    answer = site.get(SMALL, headers={"Accept": "text/html"})
    assert answer.headers["Content-Type"].startswith("text/html")
    assert f"{SMALL}.csv" in answer.headers["Link"]


def test_data_about_a_hub_says_where_the_rest_is(hub_site: TestClient) -> None:
    turtle = hub_site.get(f"/data/{HUB}.nt").text
    rest = f"<{BASE}page/{HUB}/incoming/locatedIn?class=Cluster>"
    assert f"<{BASE}id/{HUB}> <http://www.w3.org/2000/01/rdf-schema#seeAlso> {rest} ." in turtle
    assert f'{rest} <http://www.w3.org/ns/hydra/core#totalItems> "120"' in turtle
    assert turtle.count("ns#locatedIn>") == 100
    small = hub_site.get(f"/data/{local_id('city', 1)}.nt").text
    assert "seeAlso" not in small
