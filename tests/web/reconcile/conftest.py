import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.namesakes import namesakes_home_in

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def namesakes_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home of things that share their names."""
    return namesakes_home_in(tmp_path_factory.mktemp("namesakes"))


@pytest.fixture(scope="session")
def service(namesakes_home: Home) -> Iterator[TestClient]:
    """The service over things that share their names."""
    with client_of(namesakes_home) as client:
        yield client


@pytest.fixture(scope="session")
def checked() -> Callable[[str, Any], Any]:
    """Check a message against our own reading of the specification, and give it back."""
    validators = {
        f"{path.parent.name}/{path.stem}": Draft202012Validator(json.loads(path.read_text("utf-8")))
        for path in (HERE / "schemas").glob("*/*.json")
    }

    def check(schema: str, message: Any) -> Any:
        validators[schema].validate(message)
        return message

    return check


@pytest.fixture(scope="session")
def match(service: TestClient, checked: Callable[[str, Any], Any]) -> Callable[..., Any]:
    """Ask one query as OpenRefine sends it, and give its candidates."""

    def ask(query: str = "", **more: Any) -> Any:
        asked = {"q0": {**({"query": query} if query else {}), **more}}
        answer = service.post("/reconcile", data={"queries": json.dumps(asked)})
        assert answer.status_code == 200, answer.text
        return checked("stable/matches", answer.json())["q0"]["result"]

    return ask
