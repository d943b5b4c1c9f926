"""The addresses of the service are open to pages of others."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/reconcile", 200),
        ("GET", "/reconcile/suggest/entity?prefix=gr", 200),
        ("GET", "/reconcile/preview?id=ruse-aaaaaaad", 200),
        ("GET", "/reconcile/preview?id=nothing-aaaaaaaa", 404),
        ("GET", "/reconcile?queries={", 400),
        ("POST", "/reconcile", 415),
        ("POST", "/reconcile/v1/match", 415),
    ],
)
def test_every_answer_may_be_read_from_elsewhere_errors_too(
    service: TestClient, method: str, address: str, status: int
) -> None:
    answer = service.request(method, address, headers={"Origin": "https://example.org"})
    assert answer.status_code == status
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("address", "methods"),
    [
        ("/reconcile", {"GET", "POST"}),
        ("/reconcile/", {"GET", "POST"}),
        ("/reconcile/v1/match", {"POST"}),
        ("/reconcile/suggest/type", {"GET"}),
    ],
)
def test_browsers_are_told_what_they_may_send(
    service: TestClient, address: str, methods: set[str]
) -> None:
    answer = service.options(address, headers={"Origin": "https://example.org"})
    assert methods <= set(answer.headers["access-control-allow-methods"].split(", "))
    assert "Content-Type" in answer.headers["access-control-allow-headers"]


@pytest.mark.parametrize("root", ["/reconcile/v1", "/reconcile", "/reconcile/pl"])
def test_the_routes_of_the_draft_answer_at_every_root(service: TestClient, root: str) -> None:
    body = {"queries": [{"conditions": [{"matchType": "name", "propertyValue": "Ruse"}]}]}
    assert service.post(f"{root}/match", json=body).json()["results"][0]["candidates"]
    assert service.get(f"{root}/suggest/type", params={"prefix": "plac"}).json()["result"]
    assert service.get(f"{root}/preview", params={"id": "ruse-aaaaaaad"}).status_code == 200
    assert service.get(f"{root}/extend/propose", params={"type": "Place"}).json()["properties"]


@pytest.mark.parametrize("address", ["/reconcile/v1", "/reconcile/v1/"])
def test_who_posts_to_the_root_of_the_draft_is_told_where_it_takes_queries(
    service: TestClient, address: str
) -> None:
    answer = service.post(address, json={"queries": []})
    assert answer.status_code == 400
    assert "/reconcile/v1/match" in answer.json()["detail"]
