"""The service before another engine: it asks it, writes to it, and says when it is not there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clustergraph.operations.engine.publish import publish
from clustergraph.store.remote.address import EngineAddress
from given.engines import rows
from given.homes import publish as publish_here
from given.running import Reply, Service, serve, wait_for

INSERT = "INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> 'written' } }"
MINE = "SELECT ?o { GRAPH <urn:mine> { ?s ?p ?o } }"


@contextmanager
def _serving(folder: Path, engine: EngineAddress) -> Iterator[Service]:
    """Serve a home whose version the engine holds."""
    publish(publish_here(folder / "home", 3), engine)
    with serve(
        folder / "home",
        folder / "log",
        readers="2",
        token="secret",
        engine=engine.query,
        engine_update=engine.update,
        engine_user=engine.user,
        engine_password=engine.password,
    ) as service:
        yield service


def _update(service: Service, text: str) -> Reply:
    headers = {"Authorization": "Bearer secret", "Content-Type": "application/sparql-update"}
    return service.ask("POST", "/update", text.encode(), headers=headers)


def _ready(service: Service) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(service.get("/health/ready").body)
    return told


def test_what_is_written_is_answered_by_the_engine_and_by_the_version(
    engine: EngineAddress, tmp_path: Path
) -> None:
    with _serving(tmp_path, engine) as service:
        written = json.loads(_update(service, INSERT).body)
        answer = service.query(MINE)
        assert answer.headers["dataset-version"] == written["version"]
        assert b"written" in answer.body
        assert rows(engine, MINE) == [{"o": "written"}]
        assert b"written" in service.query(MINE, version=written["version"]).body
        assert _ready(service) == {"version": written["version"], "engine": "in step"}


def test_nothing_is_written_to_an_engine_that_holds_another_version(
    oxigraph_engine: EngineAddress, tmp_path: Path
) -> None:
    with _serving(tmp_path, oxigraph_engine) as service:
        made = publish_here(tmp_path / "home", 5)
        refused = _update(service, INSERT)
        assert (refused.status, b"clustergraph publish" in refused.body) == (503, True)
        assert "dataset-version" not in service.query("ASK { ?s ?p ?o }").headers
        assert _ready(service) == {"version": made.id, "engine": "out of step"}
        publish(made, oxigraph_engine)
        wait_for(lambda: _ready(service)["engine"] == "in step")
        assert _update(service, INSERT).status == 200
