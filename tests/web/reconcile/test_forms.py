"""What a request carries is read as a form or as JSON."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("content", "media_type", "status", "words"),
    [
        (b'{"q0": {"query": "Ruse"}}', "application/json", 415, "/reconcile/v1/match"),
        (b"q=Ruse", "application/x-www-form-urlencoded", 400, "queries or extend"),
        (b"", "application/x-www-form-urlencoded", 400, "queries or extend"),
        (b"queries=%ff", "application/x-www-form-urlencoded", 400, "UTF-8"),
        (b"queries={}", "multipart/form-data", 415, "x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_of_queries_is_told_what_to_send(
    service: TestClient, content: bytes, media_type: str, status: int, words: str
) -> None:
    headers = {"Content-Type": media_type}
    answer = service.post("/reconcile", content=content, headers=headers)
    assert answer.status_code == status
    assert words in answer.json()["detail"]
