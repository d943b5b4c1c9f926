"""The editor is told the graph's own terms, and asks again only when they may have changed."""

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE


@pytest.mark.parametrize("address", ["/sparql/examples.json", "/sparql/completion.json"])
def test_what_the_script_asks_for_is_known_by_its_tag(site: TestClient, address: str) -> None:
    tag = site.get(address).headers["etag"]
    assert site.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_terms_are_told_with_names_words_and_counts(site: TestClient) -> None:
    told = site.get("/sparql/completion.json").json()
    cluster = next(term for term in told["classes"] if term["name"] == "cg:Cluster")
    assert {"en", "pl", "bg"} <= set(cluster["labels"])
    assert {"en", "pl", "bg"} <= set(cluster["definitions"])
    assert cluster["iri"] == f"{BASE}ns#Cluster"
    counts = [term["count"] for term in told["properties"]]
    assert counts == sorted(counts, reverse=True)
