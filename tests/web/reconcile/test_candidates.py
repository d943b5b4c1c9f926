"""Candidates are found for each query of a batch that is not too large."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient


def post(service: TestClient, queries: Any) -> Any:
    return service.post("/reconcile", data={"queries": json.dumps(queries)})


def test_an_empty_batch_has_an_empty_answer(service: TestClient) -> None:
    assert post(service, {}).json() == {}


@pytest.mark.parametrize("count", [101, 10_000])
def test_too_large_a_batch_is_refused_with_its_limit(service: TestClient, count: int) -> None:
    answer = post(service, {str(at): {"query": "Ruse"} for at in range(count)})
    assert answer.status_code == 413
    assert answer.json()["limit"] == 100
    assert len(post(service, {str(at): {"query": "Ruse"} for at in range(100)}).json()) == 100
