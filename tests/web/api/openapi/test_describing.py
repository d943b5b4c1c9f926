"""The description of the API is true: each example in it works, and answers as it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from clustergraph.web.api.openapi.describing import examples_in, operations
from given.clients import client_of

CALLS = {
    ("get", "/api/documents"),
    ("get", "/api/documents/{local}"),
    ("get", "/api/documents/{local}/passages"),
    ("get", "/api/entities/{local}"),
    ("get", "/api/search"),
    ("get", "/api/search.csv"),
    ("get", "/api/search.jsonl"),
    ("get", "/api/suggest"),
}


def references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for item in value.values():
            yield from references(item)


def test_the_description_names_every_call_and_resolves(described: dict[str, Any]) -> None:
    named = {(method, path) for path, method, _ in operations(described)}
    assert named >= CALLS
    schemas = described["components"]["schemas"]
    assert {name.removeprefix("#/components/schemas/") for name in references(described)} <= {
        *schemas
    }
    search = described["paths"]["/api/search"]["get"]
    limit = next(each for each in search["parameters"] if each["name"] == "limit")
    assert (limit["schema"]["minimum"], limit["schema"]["maximum"]) == (1, 100)
    assert set(search["responses"]) >= {"200", "400", "422"}


def test_operations_are_called_as_people_would_call_them(described: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(described)]
    assert len(set(names)) == len(names)
    assert {"search_names", "suggest_names", "entity", "documents"} <= {*names}


def test_every_call_has_an_example(described: dict[str, Any], calls: list[Any]) -> None:
    shown = {(call.method, call.path) for call in calls}
    assert shown == {(method, path) for path, method, _ in operations(described)}
    assert "gapped" not in str(described)


def test_every_example_answers_what_the_description_says(calls: list[Any]) -> None:
    for call in calls:
        answer = call.answer
        assert answer.status_code == call.status, call.path
        if call.value is not None:
            is_json = answer.headers["content-type"].endswith(("/json", "+json"))
            assert (answer.json() if is_json else answer.text) == call.value, call.path


def test_every_answer_has_the_shape_that_is_described(
    described: dict[str, Any], calls: list[Any]
) -> None:
    for call in calls:
        answer = call.answer
        told = described["paths"][call.path][call.method]["responses"][str(call.status)]
        schema = told.get("content", {}).get("application/json", {}).get("schema")
        if schema is None or answer.headers["content-type"] != "application/json":
            continue
        whole = {**schema, "components": described["components"]}
        Draft202012Validator(whole).validate(answer.json())


def test_the_schemas_are_schemas(described: dict[str, Any]) -> None:
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_the_description_is_kept_until_the_version_changes(site: TestClient) -> None:
    first = site.get("/openapi.json")
    again = site.get("/openapi.json", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_without_a_version_the_calls_are_described_without_examples(tmp_path: Path) -> None:
    with client_of(Home(tmp_path)) as client:
        answer = client.get("/openapi.json")
        page = client.get("/docs")
    assert {(method, path) for path, method, _ in operations(answer.json())} >= CALLS
    assert not [each for _, _, call in operations(answer.json()) for each in examples_in(call)]
    assert page.status_code == 200


def test_every_key_is_told(described: dict[str, Any]) -> None:
    untold = {
        (name, key)
        for name, schema in described["components"]["schemas"].items()
        for key, field in schema.get("properties", {}).items()
        if not field.get("description")
    }
    assert not untold


def test_every_call_may_be_asked_too_often(described: dict[str, Any]) -> None:
    assert all("429" in operation["responses"] for _, _, operation in operations(described))
