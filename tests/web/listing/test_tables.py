"""Lists for programs: pages, lines and tables of the same things."""

from starlette.testclient import TestClient


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
