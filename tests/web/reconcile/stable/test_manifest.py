"""What the service says of itself; 0.2, section 3, and the draft of 1.0."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

Checked = Callable[[str, Any], Any]


@pytest.mark.parametrize("root", ["/reconcile", "/reconcile/", "/reconcile/pl", "/reconcile/pl/"])
def test_the_manifest_stands_at_every_root(
    service: TestClient, checked: Checked, root: str
) -> None:
    answer = service.get(root)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    told = checked("stable/manifest", answer.json())
    assert told["versions"] == ["0.2"]
    assert told["identifierSpace"] == "https://w3id.org/clustergraph/id/"
    assert told["batchSize"] == 100


def test_a_browser_gets_the_manifest_too(service: TestClient) -> None:
    answer = service.get("/reconcile", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["content-type"] == "application/json"


def test_all_that_the_manifest_names_is_there(service: TestClient) -> None:
    told = service.get("/reconcile").json()
    for suggest in told["suggest"].values():
        address = suggest["service_url"] + suggest["service_path"]
        assert service.get(address, params={"prefix": ""}).json()["result"]
    proposing = told["extend"]["propose_properties"]
    answer = service.get(proposing["service_url"] + proposing["service_path"])
    assert answer.json()["properties"]
    preview = told["preview"]["url"].replace("{{id}}", "ruse-aaaaaaad")
    assert service.get(preview).status_code == 200
    page = service.get(told["documentation"])
    assert page.headers["content-type"].startswith("text/html")
    assert service.get(told["logo"]).status_code == 200


@pytest.mark.parametrize(
    ("id_", "place"),
    [
        ("ruse-aaaaaaad", "/id/ruse-aaaaaaad"),
        ("voc:training-topics:cluster-management", "/voc/training-topics/cluster-management"),
        ("doc:71fb2550c3039bbf", "/doc/71fb2550c3039bbf"),
    ],
)
def test_the_view_of_an_identifier_leads_to_its_address(
    service: TestClient, id_: str, place: str
) -> None:
    view = service.get("/reconcile").json()["view"]["url"].replace("{{id}}", id_)
    answer = service.get(view)
    assert answer.status_code in {301, 303}
    if answer.status_code == 301:
        assert answer.headers["location"] == place


def test_types_say_what_is_broader(service: TestClient) -> None:
    types = {each["id"]: each for each in service.get("/reconcile").json()["defaultTypes"]}
    assert types["City"]["broader"] == [{"id": "Place", "name": "place"}]
    assert "Document" not in types
