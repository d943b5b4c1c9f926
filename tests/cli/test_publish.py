"""`clustergraph publish` says what it sent, and `build` does it too where an engine is set."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.operations.engine.publish import Published
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.versions import Home
from given.endpoints import closed_endpoint
from given.engines import rows
from given.homes import publish

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def _set(oxigraph_engine: EngineAddress, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_ENGINE", oxigraph_engine.query)
    monkeypatch.setenv("CLUSTERGRAPH_ENGINE_UPDATE", oxigraph_engine.update)
    monkeypatch.setenv("CLUSTERGRAPH_ENGINE_STORE", oxigraph_engine.graphs)


@pytest.mark.usefixtures("_set")
def test_it_says_what_was_sent(run: Run, tmp_path: Path) -> None:
    made = publish(tmp_path / "home", 3)
    code, out, _ = run("publish", "--home", tmp_path / "home")
    assert (code, out) == (
        0,
        f"The engine holds version {made.id}: 1 of 1 graphs were sent, 0 removed.\n",
    )
    _, out, _ = run("publish", "--home", tmp_path / "home")
    assert out == f"The engine holds version {made.id}; nothing had to be sent.\n"
    _, out, _ = run("publish", "--all", "--home", tmp_path / "home")
    assert "1 of 1 graphs were sent" in out


@pytest.mark.usefixtures("_set")
def test_nobody_writes_while_the_engine_is_brought_up_to_date(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, 3)

    def try_to_write(*_: object, **__: object) -> Published:
        with Home(tmp_path).alone(0):
            raise AssertionError

    monkeypatch.setattr("clustergraph.cli.publish.publish", try_to_write)
    code, _, err = run("publish", "--home", tmp_path)
    assert (code, "Somebody else is writing" in err) == (1, True)


@pytest.mark.usefixtures("_set")
def test_the_engine_follows_a_rollback(
    run: Run, tmp_path: Path, oxigraph_engine: EngineAddress
) -> None:
    first = publish(tmp_path, 3)
    publish(tmp_path, 5)
    run("publish", "--home", tmp_path)
    code, out, _ = run("versions", "rollback", first.id, "--home", tmp_path)
    assert (code, f"The engine holds version {first.id}" in out) == (0, True)
    text = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <https://w3id.org/clustergraph/next> ?o } }"
    assert rows(oxigraph_engine, text) == [{"n": "3"}]


@pytest.mark.usefixtures("_set")
def test_a_build_is_published_there_and_what_it_forgets_is_forgotten_there(
    run: Run, tmp_path: Path, documents: Path, oxigraph_engine: EngineAddress
) -> None:
    place = ("--documents", documents, "--home", tmp_path / "home")
    code, out, err = run("build", *place)
    assert (code, err) == (0, "")
    assert "graphs were sent" in out
    text = "SELECT ?told { GRAPH ?g { ?g <http://www.w3.org/2002/07/owl#versionInfo> ?told } }"
    told = {row["told"] for row in rows(oxigraph_engine, text)}
    assert Home(tmp_path / "home").current().content_hash in told

    named = "SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o FILTER(STR(?o) = 'Alpha' && ISIRI(?s)) } }"
    (alpha,) = {row["s"] for row in rows(oxigraph_engine, named) if "/id/" in row["s"]}
    code, _, _ = run("forget", alpha, "--why", "Somebody asked.", *place)
    assert code == 0
    assert rows(oxigraph_engine, named) == []


def test_without_an_engine_it_says_how_to_set_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLUSTERGRAPH_ENGINE", raising=False)
    publish(tmp_path, 3)
    code, _, err = run("publish", "--home", tmp_path)
    assert code == 2
    assert "CLUSTERGRAPH_ENGINE" in err


def test_an_engine_that_is_away_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_ENGINE", closed_endpoint())
    publish(tmp_path, 3)
    code, out, err = run("publish", "--home", tmp_path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("clustergraph: The engine behind this service did not take it")
