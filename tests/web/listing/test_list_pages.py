"""Lists of classes as people read them: what is on them, what narrows them, what they say."""

import re

import pytest
from starlette.testclient import TestClient

from given.read_pages import Page, page, words

ROWS = ("/id/", "/doc/", "/voc/")
_NUMBERS = re.compile(r"-[a-z0-9]{8}$")


def _rows(found: Page) -> list[str]:
    """Return what is listed, in order, without what pictures link to."""
    text = [link for link in found.links() if link.startswith(ROWS)]
    return [*dict.fromkeys(link.partition("?")[0] for link in text)]


def _narrowings(found: Page, name: str) -> list[str]:
    return [link for link in found.links() if f"{name}=" in link and link.startswith("/browse/")]


def test_all_classes_are_a_tree_with_numbers(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/browse"))
    assert "Activity 7" in text
    assert text.index("Activity 7") < text.index("Training 3") < text.index("Document 2")


def test_the_number_of_a_class_is_that_of_its_list(listed_site: TestClient) -> None:
    classes = listed_site.get("/browse.json").json()["results"]
    assert {each["name"] for each in classes} > {"Activity", "Training", "Document", "Sector"}
    for each in classes:
        found = listed_site.get(f"{each['url']}.json").json()
        assert (found["total"], len(found["results"])) == (each["total"], each["total"]), each


def test_a_list_is_in_the_order_of_the_alphabet_and_numbers_by_their_size(
    listed_site: TestClient,
) -> None:
    assert _rows(page(listed_site, "/browse/Training"))[:3] == [
        "/id/week-one-aaaaaaad",
        "/id/week-two-aaaaaaaf",
        "/id/week-ten-aaaaaaae",
    ]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Bulgaria", "Łódź", "Poland", "Ruse"]),
        ("pl", ["Bułgaria", "Łódź", "Polska", "Ruse"]),
        ("bg", ["Łódź", "Poland", "България", "Русе"]),
        ("fr", ["Bulgaria", "Łódź", "Poland", "Ruse"]),
    ],
)
def test_the_order_is_that_of_the_names_that_the_reader_sees(
    listed_site: TestClient, language: str, labels: list[str]
) -> None:
    found = listed_site.get(f"/browse/Place.json?lang={language}").json()["results"]
    assert [each["label"] for each in found] == labels


def test_a_list_leads_up_to_the_class_above_and_down_to_those_below(
    listed_site: TestClient,
) -> None:
    links = page(listed_site, "/browse/Activity?year=2013&lang=pl").links()
    assert "/browse?lang=pl" in links
    assert "/browse/Training?year=2013&lang=pl" in links
    assert "/browse/Activity?lang=pl" in page(listed_site, "/browse/Training?lang=pl").links()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/browse/Training?place=bulgaria-aaaaaaag", ["week-one"]),
        ("/browse/Training?place=Bułgaria&place=poland-aaaaaaai", ["week-one", "week-ten"]),
        ("/browse/Activity?programme=money-line-aaaaaaaa", ["bridge", "week-one", "week-ten"]),
        ("/browse/Activity?programme=Other+Line", ["week-two"]),
        ("/browse/Activity?year=2012", ["bridge", "money-line"]),
        ("/browse/Activity?year=2012&year=2018", ["bridge", "money-line", "week-ten"]),
        ("/browse/Activity?year=2012&source_language=en", ["bridge"]),
        ("/browse/Cluster?sector=agrifood", ["dairy", "harvest"]),
        ("/browse/Cluster?sector=agriculture", ["harvest"]),
        ("/browse/Cluster?sector=farming-aaaaaaak", ["harvest"]),
        ("/browse/Cluster?sector=cheese", ["dairy"]),
        ("/browse/Document?source_language=pl", ["aaaaaaaaaaaaaaaa"]),
    ],
)
def test_a_list_is_narrowed_by_what_its_address_says(
    listed_site: TestClient, address: str, expected: list[str]
) -> None:
    found = listed_site.get(address.replace("?", ".json?")).json()["results"]
    assert sorted(_NUMBERS.sub("", each["url"].rpartition("/")[2]) for each in found) == expected


def test_each_value_of_a_facet_leads_to_as_many_as_it_says(listed_site: TestClient) -> None:
    facets = listed_site.get("/browse/Activity.json").json()["facets"]
    assert set(facets) == {"place", "sector", "programme", "year", "source_language"}
    for name, values in facets.items():
        assert values
        for each in values:
            asked = {name: each["value"]}
            found = listed_site.get("/browse/Activity.json", params=asked).json()
            assert found["total"] == each["count"], asked


def test_a_facet_that_narrows_still_counts_its_other_values(listed_site: TestClient) -> None:
    free = listed_site.get("/browse/Activity.json").json()["facets"]
    narrowed = listed_site.get("/browse/Activity.json?year=2018").json()["facets"]
    assert narrowed["year"] == free["year"]
    assert narrowed["programme"] != free["programme"]


def test_a_chosen_value_can_be_taken_away_and_another_added(listed_site: TestClient) -> None:
    found = page(listed_site, "/browse/Activity?year=2018&lang=en")
    assert "Year: 2018" in words(found)
    assert "/browse/Activity?lang=en" in found.links()
    assert "/browse/Activity?year=2018&year=2012&lang=en" in found.links()


def test_two_addresses_of_one_value_are_one(listed_site: TestClient) -> None:
    by_name = listed_site.get("/browse/Training.json?place=Bulgaria").json()
    by_local = listed_site.get("/browse/Training.json?place=bulgaria-aaaaaaag").json()
    assert by_name == by_local
    links = _narrowings(page(listed_site, "/browse/Training?place=Bulgaria"), "year")
    assert all("place=bulgaria-aaaaaaag" in link for link in links)


def test_pages_follow_each_other_without_gap_or_overlap(listed_site: TestClient) -> None:
    address, seen = "/browse/Activity.json?limit=2", []
    while address:
        answer = listed_site.get(address)
        seen += [each["iri"] for each in answer.json()["results"]]
        address = answer.json()["next"]
        assert (f'<{address}>; rel="next"' in answer.headers.get("link", "")) == bool(address)
    assert len(seen) == len(set(seen)) == 7


def test_lines_and_table_hold_the_whole_list_in_its_order(listed_site: TestClient) -> None:
    results = listed_site.get("/browse/Place.json?lang=pl").json()["results"]
    lines = listed_site.get("/browse/Place.jsonl?lang=pl").text.splitlines()
    rows = listed_site.get("/browse/Place.csv?lang=pl").text.splitlines()
    assert [each["iri"] for each in results] == [row.partition(",")[0] for row in rows[1:]]
    assert len(lines) == len(results) == 4


def test_features_of_a_list_are_its_things(listed_site: TestClient) -> None:
    answer = listed_site.get("/browse/Training.geojson?place=Poland")
    assert answer.headers["content-type"].startswith("application/geo+json")
    assert [each["id"].rpartition("/")[2] for each in answer.json()["features"]] == [
        "week-ten-aaaaaaae"
    ]


def test_a_list_opens_as_a_query_that_says_what_narrows_it(listed_site: TestClient) -> None:
    found = page(listed_site, "/browse/Training?place=Bulgaria")
    (query,) = [link for link in found.links() if link.startswith("/sparql?")]
    assert "bulgaria-aaaaaaag" in query
    assert "programme" not in query


def test_an_empty_list_says_what_there_would_be_without_its_facets(
    listed_site: TestClient,
) -> None:
    text = words(page(listed_site, "/browse/Training?year=2018&place=Bulgaria"))
    assert "Nothing meets all of these." in text
    assert "Without “Year” 1" in text
    assert "Without any of these 3" in text


def test_a_class_of_which_there_is_nothing_says_so(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/browse/Venue"))
    assert "No document tells of anything of this class." in text


def test_markup_and_quotes_in_a_name_are_text(listed_site: TestClient) -> None:
    answer = listed_site.get("/browse/Cluster", headers={"Accept": "text/html"})
    assert "&lt;b&gt;Cluster&lt;/b&gt;" in answer.text
    assert "<b>Cluster" not in answer.text


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/browse/Banana", 404, "Banana"),
        ("/browse/Evidence", 404, "Evidence"),
        ("/browse/Cluster.exe", 404, "Cluster.exe"),
        ("/browse.exe", 404, "browse.exe"),
        ("/browse/Cluster?colour=red", 400, "colour"),
        ("/browse/Cluster?type=Person", 400, "type"),
        ("/browse/Cluster?place=Atlantis", 400, "the name, IRI or identifier of a place"),
        ("/browse/Cluster?place=money-line-aaaaaaaa", 400, "of a place"),
        ("/browse/Cluster?sector=bananas", 400, "of a sector"),
        ("/browse/Cluster?programme=nothing", 400, "of a programme"),
        ("/browse/Cluster?year=soon", 400, "a year, such as 2018"),
        ("/browse/Cluster?source_language=%3Cb%3E", 400, "a language tag"),
        ("/browse/Cluster?lang=12", 400, "a language tag"),
        ("/browse/Cluster?next=nonsense", 400, "next"),
        ("/browse/Cluster?next=%00", 400, "next"),
        ("/browse/Cluster?next=a&next=b", 400, "given once"),
        (f"/browse/Cluster?{'&'.join(f'year={year}' for year in range(1900, 1960))}", 400, "50"),
        ("/browse?year=2018", 400, "year"),
        ("/search?typ=Cluster", 400, "typ"),
    ],
)
def test_what_can_not_be_listed_is_told(
    listed_site: TestClient, address: str, status: int, told: str
) -> None:
    answer = listed_site.get(address)
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_a_page_of_another_list_is_refused(listed_site: TestClient) -> None:
    token = listed_site.get("/browse/Activity.json?limit=2").json()["next"].partition("next=")[2]
    assert listed_site.get(f"/browse/Activity.json?limit=2&next={token}").status_code == 200
    assert listed_site.get(f"/browse/Activity.json?year=2018&next={token}").status_code == 400
    assert listed_site.get(f"/browse/Place.json?next={token}").status_code == 400


def test_a_list_holds_until_the_version_changes(listed_site: TestClient) -> None:
    for address in ("/browse", "/browse/Cluster", "/browse/Cluster.csv", "/browse.jsonl"):
        answer = listed_site.get(address)
        again = listed_site.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")


def test_a_search_is_narrowed_as_a_list_is(listed_site: TestClient) -> None:
    found = page(listed_site, "/search?q=week&year=2018")
    assert _rows(found) == ["/id/week-ten-aaaaaaae"]
    assert "/search.json?q=week&year=2018" in found.links()
    shown = listed_site.get("/search.json?q=week&year=2018").json()["results"]
    assert [each["url"] for each in shown] == _rows(found)


def test_a_search_without_a_result_says_what_keeps_it_away(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/search?q=week&year=1900"))
    assert "Something is called week, but it has not all of these." in text
    assert "Without any of these 3" in text


def test_a_kind_in_a_search_gives_way_to_one_below_it(listed_site: TestClient) -> None:
    links = page(listed_site, "/search?q=week&type=Activity").links()
    assert "/search?q=week" in links
    below = page(listed_site, "/search?q=line&type=Activity").links()
    assert not [link for link in below if link.count("type=") > 1]


def test_what_a_search_found_opens_as_a_query_of_these_things(listed_site: TestClient) -> None:
    found = page(listed_site, "/search?q=week")
    (query,) = [link for link in found.links() if link.startswith("/sparql?")]
    assert all(name in query for name in ("week-one", "week-two", "week-ten"))
