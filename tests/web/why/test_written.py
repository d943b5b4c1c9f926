"""``/why`` tells who wrote a statement, where no words of a document can be shown."""

from starlette.testclient import TestClient

from given.read_pages import page, words

ONLY_WRITTEN = "s=id:birch-cluster-bbbbbbbb&p=cg:startDate&o=2021-05-01"
SAID_TOO = "s=id:4th-training-module-aaaaaaai&p=cg:startDate&o=2018-02-19"


def test_who_wrote_stands_in_the_place_of_a_quote(written_site: TestClient) -> None:
    found = words(page(written_site, f"/why?{ONLY_WRITTEN}"))
    assert "No document says it. People wrote it:" in found
    assert "bob, " in found
    assert "alice, " in found
    assert "given with the thing itself" not in found


def test_what_a_document_says_keeps_its_quote(written_site: TestClient) -> None:
    found = words(page(written_site, f"/why?{SAID_TOO}"))
    assert "between the 19 and 23 February 2018" in found
    assert "People wrote it too:" in found


def test_what_nobody_wrote_tells_of_nobody(site: TestClient) -> None:
    assert "wrote it" not in words(page(site, f"/why?{SAID_TOO}"))


def test_json_names_the_graphs_and_who_wrote_last(written_site: TestClient) -> None:
    found = written_site.get(f"/why.json?{ONLY_WRITTEN}").json()
    assert found["ways"][0]["steps"][0]["written"] == ["", "https://example.org/notes"]
    assert [(it["graph"], it["total"], it["last"]["by"]) for it in found["writes"]] == [
        ("", 1, "bob"),
        ("https://example.org/notes", 1, "alice"),
    ]
    assert "digest" not in found["writes"][0]["last"]
