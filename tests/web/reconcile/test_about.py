"""The page about the service."""

import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient


def test_the_page_names_every_type_property_and_feature(service: TestClient) -> None:
    page = service.get("/reconcile/about").text
    listed = service.get("/reconcile/suggest/property?prefix=&limit=100").json()["result"]
    for each in listed:
        assert f'<tr id="{each["id"]}">' in page
    for address in re.findall(r'href="(/reconcile[^"]*)"', page):
        assert service.get(address.replace("&amp;", "&")).status_code == 200


def test_every_feature_is_explained_on_the_page(
    service: TestClient, match: Callable[..., Any]
) -> None:
    page = service.get("/reconcile/about").text
    place, kind = {"pid": "locatedIn", "v": "Ruse"}, {"type": "Cluster"}
    for query in ("Green Energy Cluster", "green energi clustr", "green", "ruse-aaaaaaad"):
        for candidate in match(query, properties=[place], **kind):
            told = [feature["id"] for feature in candidate["features"]]
            assert len(told) == len(set(told))
            assert all(f'<tr id="{id_.partition(":")[0]}">' in page for id_ in told)
