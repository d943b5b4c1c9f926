"""Data extension as the draft of 1.0 writes it."""

from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient


def test_extension_gives_rows_in_order_with_languages(
    service: TestClient, checked: Callable[[str, Any], Any]
) -> None:
    ids_ = ["ruse-aaaaaaad", "autumn-school-aaaaaaah", "nobody-aaaaaaaa"]
    body = {"ids": ids_, "properties": [{"id": "topic"}, {"id": "locatedIn"}]}
    headers = {"Accept-Language": "pl"}
    answer = service.post("/reconcile/v1/extend", json=body, headers=headers)
    told = checked("draft/extension", answer.json())
    assert answer.headers["content-language"] == "pl"
    assert [row["id"] for row in told["rows"]] == ids_
    school = {each["id"]: each["values"] for each in told["rows"][1]["properties"]}
    assert {"str": "polityka klastrowa", "lang": "pl"} in school["topic"]
    assert school["locatedIn"] == [{"id": "krakow-aaaaaaac", "name": "Kraków", "lang": "pl"}]
    assert told["rows"][2]["error"]["status"] == 404
