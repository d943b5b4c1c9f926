"""Properties are proposed for a type, those that are used most first."""

from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient


def test_properties_are_proposed_for_a_type_with_what_is_used_first(
    service: TestClient, checked: Callable[[str, Any], Any]
) -> None:
    answer = service.get("/reconcile/extend/propose", params={"type": "Training", "limit": 30})
    told = checked("stable/proposal", answer.json())
    assert (told["type"], told["limit"]) == ("Training", 30)
    proposed = [each["id"] for each in told["properties"]]
    assert "startDate" in proposed[:6]
    assert "memberOf" not in proposed
    used, unused = proposed.index("participantCount"), proposed.index("graduateCount")
    assert used < unused


def test_fewer_properties_are_proposed_where_that_is_asked(service: TestClient) -> None:
    told = service.get("/reconcile/extend/propose", params={"type": "Place", "limit": 2}).json()
    assert len(told["properties"]) == 2
    every = service.get("/reconcile/extend/propose").json()
    assert "type" not in every
    assert "memberOf" in [each["id"] for each in every["properties"]]
