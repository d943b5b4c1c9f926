"""``clustergraph query`` as a user types it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from clustergraph.store.versions import Home
from given.endpoints import mute_endpoint

Run = Callable[..., tuple[int, str, str]]


def test_a_graph_is_printed_as_turtle_that_can_be_read_again(run: Run, our_home: Home) -> None:
    code, out, _ = run("query", "everything-about-one", "--home", our_home.path)
    assert code == 0
    assert len(Graph().parse(data=out, format="turtle")) > 100


def test_an_endpoint_that_never_answers_does_not_hold_the_command_up(
    run: Run, small_home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "query.rq"
    with mute_endpoint() as address:
        file.write_text(f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}")
        command = ("query", file, "--home", small_home.path, "--allow-service", "--timeout", "1")
        code, out, err = run(*command)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "another endpoint, which gives no answer: 1 seconds have passed" in err


def test_what_asks_another_endpoint_needs_leave(run: Run, small_home: Home) -> None:
    code, out, err = run("query", "official-names", "--home", small_home.path)
    assert (code, out) == (1, "")
    assert "--allow-service" in err


def test_people_are_told_that_an_answer_has_no_rows(run: Run, our_home: Home) -> None:
    assert run("query", "life-stages", "--home", our_home.path)[:2] == (
        0,
        "No rows: nothing in this version fits the query.\n",
    )


def test_a_table_shows_statements_on_statements_and_brackets_as_they_are(
    run: Run, small_home: Home, tmp_path: Path
) -> None:
    file = tmp_path / "query.rq"
    file.write_text('SELECT ("[red] [/x] [1]" AS ?words) (<<( <urn:a> <urn:b> "c" )>> AS ?said) {}')
    code, out, _ = run("query", file, "--home", small_home.path)
    assert code == 0
    assert "[red] [/x] [1]" in out
    assert "<<( urn:a urn:b c )>>" in out


@pytest.mark.parametrize("seconds", ["0.5", "0", "-1", "soon"])
def test_a_time_that_is_no_number_of_seconds_is_told_what_is_wanted(
    run: Run, small_home: Home, seconds: str
) -> None:
    code, _, err = run("query", "names", "--timeout", seconds, "--home", small_home.path)
    assert code == 2
    assert f"{seconds} is not a whole number above zero" in err


@pytest.mark.parametrize("name", ["a" * 300, "a\0b", "queries"])
def test_what_is_neither_a_file_nor_a_query_is_one_sentence(
    run: Run, small_home: Home, name: str
) -> None:
    code, _, err = run("query", name, "--home", small_home.path)
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("clustergraph: There is no query")


def test_a_query_that_cannot_be_read_is_one_sentence(
    run: Run, small_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bytes_ = b'SELECT * { ?s ?p "\xff" }'
    (tmp_path / "query.rq").write_bytes(bytes_)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bytes_), errors="surrogateescape"))
    for name in (tmp_path / "query.rq", "-"):
        code, _, err = run("query", name, "--home", small_home.path)
        assert (code, err.count("\n")) == (1, 1)
        assert "not UTF-8 text" in err
