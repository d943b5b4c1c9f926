"""The manifest of the draft of 1.0."""

from starlette.testclient import TestClient


def test_a_column_has_the_same_settings_and_choices_as_in_0_2(service: TestClient) -> None:
    stable = service.get("/reconcile").json()["extend"]["property_settings"]
    draft = service.get("/reconcile/v1").json()["extend"]["propertySettings"]
    assert [each["id"] for each in draft] == [each["name"] for each in stable]
    choices = [[choice["value"] for choice in each.get("choices", ())] for each in stable]
    assert [[it["value"] for it in each.get("choices", ())] for each in draft] == choices
    assert any(choices)
