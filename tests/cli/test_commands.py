"""The commands as a user types them: through ``main``, and one real server."""

import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from clustergraph.locations import DOCUMENTS
from clustergraph.settings import Settings
from clustergraph.store.versions import Home

GOLD = Path(__file__).parents[1] / "gold"

Run = Callable[..., tuple[int, str, str]]


def test_build_prints_what_it_made_and_exits_with_0(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    code, out, err = run("build", "--documents", documents, "--home", tmp_path / "home")
    assert code == 0
    assert "statements" in out
    assert re.search(r"Version \d{8}T\d{6}Z-[0-9a-f]{16} published\.", out)
    assert err == ""


def test_building_again_says_that_nothing_changed(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    run("build", "--documents", documents, "--home", tmp_path / "home")
    code, out, _ = run("build", "--documents", documents, "--home", tmp_path / "home")
    assert code == 0
    assert "is up to date" in out


def test_bad_documents_are_each_named_and_the_exit_code_is_1(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (documents / "empty.txt").touch()
    (documents / "picture.png").write_bytes(b"\x89PNG")
    (documents / "binary.txt").write_bytes(b"\x00\x01")
    (documents / "latin.txt").write_bytes(b"\xe9t\xe9")
    (documents / "huge.txt").write_bytes(b"word " * 10_000_000)
    home = tmp_path / "home"
    code, out, err = run("build", "--documents", documents, "--home", home)
    assert code == 1
    assert out == ""
    for name in ("empty.txt", "picture.png", "binary.txt", "latin.txt", "huge.txt"):
        assert len(re.findall(name, err)) == 1, name
    assert "Traceback" not in err
    assert Home(home).current_id is None


def test_skip_bad_publishes_the_rest_and_exits_with_0(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (documents / "empty.txt").touch()
    home = tmp_path / "home"
    code, out, err = run("build", "--documents", documents, "--home", home, "--skip-bad")
    assert code == 0
    assert "left out" in err
    assert "empty.txt" in err
    assert "published" in out


def test_a_document_in_a_language_without_a_pack_is_named(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    text = "Az új klaszter megnyitotta kapuit Budapesten, és a kormány támogatja a projektet."
    (documents / "magyar.txt").write_text(text, encoding="utf-8")
    code, out, err = run("build", "--documents", documents, "--home", tmp_path / "home")
    assert code == 0
    assert "magyar.txt" in err
    assert "news.txt" not in err
    assert "published" in out


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    code, _, err = run("build", "--documents", tmp_path / "none", "--home", tmp_path / "home")
    assert code == 1
    assert len(err.strip().splitlines()) == 1


def test_a_home_that_cannot_be_written_is_one_sentence(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    code, _, err = run("build", "--documents", documents, "--home", tmp_path / "file")
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    assert "file" in err


def test_serving_without_a_version_says_to_build(run: Run, tmp_path: Path) -> None:
    code, _, err = run("serve", "--home", tmp_path / "home")
    assert code == 1
    assert "build" in err


def test_a_port_in_use_is_one_sentence(run: Run, small_home: Home) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = run("serve", "--home", small_home.path, "--port", str(port))
    assert code == 1
    assert str(port) in err
    assert len(err.strip().splitlines()) == 1


def test_extract_writes_one_file_a_document_in_the_shape_of_the_gold(
    run: Run, tmp_path: Path
) -> None:
    paths = sorted(DOCUMENTS.glob("*.txt"))
    code, _, _ = run("extract", *paths, "--out", tmp_path)
    assert code == 0
    for path in paths:
        found = json.loads((tmp_path / f"{path.stem}.json").read_text(encoding="utf-8"))
        assert {"doc", "language", "title", "date", "entities", "relations"} <= set(found)
        text = path.read_bytes().decode()
        for relation in found["relations"]:
            evidence = relation["evidence"]
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
            assert 0 < relation["confidence"] <= 1


@pytest.mark.parametrize("form", ["json", "table", "turtle"])
def test_extract_prints_in_each_form(run: Run, documents: Path, form: str) -> None:
    code, out, _ = run("extract", documents / "news.txt", "--format", form)
    assert code == 0
    assert "fundedBy" in out
    assert "Government" in out


def test_extract_goes_on_after_a_bad_file_and_exits_with_1(run: Run, documents: Path) -> None:
    (documents / "bad.txt").write_bytes(b"\xff")
    code, out, err = run("extract", documents / "bad.txt", documents / "news.txt")
    assert code == 1
    assert "bad.txt" in err
    assert "fundedBy" in out


def test_evaluate_prints_scores_by_document_type_and_predicate(run: Run) -> None:
    code, out, _ = run("evaluate", "--gold", GOLD / "seeds", "--texts", DOCUMENTS)
    assert code == 0
    assert "MICRO" in out
    assert "affiliatedWith" in out
    assert re.search(r"evidence validity +1\.000", out)


def test_evaluate_can_score_what_is_published(run: Run, our_home: Home) -> None:
    arguments = ("--gold", GOLD / "seeds", "--texts", DOCUMENTS, "--home", our_home.path)
    code, out, _ = run("evaluate", "--published", *arguments)
    assert code == 0
    assert "evidence validity        1.000" in out


def test_evaluating_what_was_not_published_is_one_sentence(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    run("build", "--documents", documents, "--home", tmp_path / "home")
    arguments = ("--gold", GOLD / "seeds", "--texts", DOCUMENTS, "--home", tmp_path / "home")
    code, _, err = run("evaluate", "--published", *arguments)
    assert code == 1
    assert re.fullmatch(r"clustergraph: Nothing here is called 000_\w+\.txt\.\n", err)


def test_a_decision_that_cannot_be_carried_out_is_one_sentence(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "decided").mkdir()
    table = tmp_path / "decided" / "identities.tsv"
    header = "decision\tclass\tone\tother\twhy\tby\ton"
    table.write_text(f"{header}\nsame\t\tAlpha\tGovernment of Finland\tx\tAda\t2026-11-22\n")
    home = ("--home", tmp_path / "home", "--curation", tmp_path / "decided")
    code, _, err = run("build", "--documents", documents, *home)
    assert code == 1
    assert f"{table}:2: 'Alpha' is of the family activity" in err
    assert "only things of one family can be the same" in err
    assert not (tmp_path / "home" / "current").exists()


def test_review_lists_what_to_look_at_and_writes_what_was_decided(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    home = ("--home", tmp_path / "home")
    run("build", "--documents", documents, *home)
    code, out, _ = run("review", "--below", "1", *home)
    assert code == 0
    passage = re.search(r"  ([0-9a-f]{16})  0\.\d+  Alpha \| fundedBy \| Government", out)
    assert passage is not None
    decided = ("--curation", tmp_path / "documents.curation", "--by", "Ada", "--why", "not yet")
    code, out, _ = run("review", "--reject", passage[1], *decided, *home)
    assert code == 0
    assert "`clustergraph build` carries it out" in out
    _, out, _ = run("build", "--documents", documents, *home)
    assert "published" in out
    _, out, _ = run("review", "--below", "1", *home)
    assert "fundedBy" not in out


def test_review_writes_down_a_dispute_and_lists_it_after_the_next_build(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    home = ("--home", tmp_path / "home")
    run("build", "--documents", documents, *home)
    _, out, _ = run("review", "--below", "1", *home)
    (passage, *_) = re.findall(r"  ([0-9a-f]{16})  0\.\d+  Alpha \| fundedBy", out)
    decided = ("--curation", tmp_path / "documents.curation", "--by", "Ada", "--why", "Bob doubts")
    code, _, _ = run("review", "--dispute", passage, *decided, *home)
    assert code == 0
    run("build", "--documents", documents, *home)
    _, out, _ = run("review", *home)
    assert "1 passage that people dispute" in out
    assert "Ada: Bob doubts" in out


def test_a_review_needs_to_know_who_decides(run: Run, small_home: Home) -> None:
    code, _, err = run("review", "--confirm", "0123456789abcdef", "--home", small_home.path)
    assert code == 2
    assert "say who decides (--by)" in err


def test_query_takes_a_name_a_file_and_standard_input(
    run: Run, our_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run("query", "direct-payers", "--home", our_home.path, "--format", "csv")
    assert code == 0
    assert "Austrian Development Cooperation" in out
    file = tmp_path / "ask.rq"
    file.write_text("ASK { ?s ?p ?o }", encoding="utf-8")
    assert run("query", file, "--home", our_home.path)[1] == "yes\n"
    with file.open() as standard_input:
        monkeypatch.setattr(sys, "stdin", standard_input)
        assert run("query", "-", "--home", our_home.path)[1] == "yes\n"


def test_a_graph_is_given_as_turtle(run: Run, our_home: Home, tmp_path: Path) -> None:
    file = tmp_path / "graph.rq"
    file.write_text("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3", encoding="utf-8")
    for form in ("turtle", "ttl"):
        code, out, _ = run("query", file, "--home", our_home.path, "--format", form)
        assert code == 0
        assert len(Graph().parse(data=out, format="turtle")) == 3


def test_a_registry_that_cannot_be_written_is_one_sentence(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    registry, home = tmp_path / "file" / "registry.tsv", tmp_path / "home"
    code, _, err = run("build", "--documents", documents, "--home", home, "--registry", registry)
    assert code == 1
    assert "registry.tsv" in err
    assert len(err.strip().splitlines()) == 1
    assert Home(home).current_id is None


def test_an_output_folder_that_cannot_be_written_is_one_sentence(
    run: Run, documents: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    code, _, err = run("extract", documents / "news.txt", "--out", tmp_path / "file" / "out")
    assert code == 1
    assert "file" in err
    assert len(err.strip().splitlines()) == 1


def test_a_query_that_is_not_sparql_says_where(run: Run, small_home: Home, tmp_path: Path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text("SELECT *\nWHERE { ?s ?p }", encoding="utf-8")
    code, _, err = run("query", file, "--home", small_home.path)
    assert code == 1
    assert "line 2" in err


def test_an_unknown_query_lists_the_known_ones(run: Run, small_home: Home) -> None:
    code, _, err = run("query", "nonsense", "--home", small_home.path)
    assert code == 1
    assert "direct-payers" in err


def test_a_format_that_does_not_fit_lists_those_that_do(run: Run, small_home: Home) -> None:
    code, _, err = run("query", "direct-payers", "--home", small_home.path, "--format", "ttl")
    assert code == 1
    assert "csv" in err


def test_validate_prints_what_a_curator_should_look_at_and_exits_with_0(
    run: Run, our_home: Home, our_registry: Path
) -> None:
    code, out, _ = run("validate", "--home", our_home.path, "--registry", our_registry)
    assert code == 0
    assert "warning" in out
    assert "0 violations" in out


def test_validate_exits_with_1_when_a_rule_is_broken(
    run: Run, our_home: Home, tmp_path: Path
) -> None:
    registry = tmp_path / "empty.tsv"
    registry.touch()
    code, out, _ = run(
        "validate", "--home", our_home.path, "--registry", registry, "--format", "json"
    )
    assert code == 1
    results = json.loads(out)
    assert {"severity", "shape", "focus", "label", "path", "value", "message"} == set(results[0])
    assert {("violation", "registered")} <= {(r["severity"], r["shape"]) for r in results}


def test_settings_lists_each_variable(run: Run) -> None:
    code, out, _ = run("settings")
    assert code == 0
    assert set(re.findall("CLUSTERGRAPH_[A-Z_]+", out)) == {
        variable for variable, _, _ in Settings().rows()
    }


def test_brackets_in_what_is_printed_are_no_markup(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_HOME", "/tmp/[/x]")
    code, out, _ = run("settings")
    assert (code, "/tmp/[/x]" in out) == (0, True)
    text = "The project Alpha is funded by the Government of Finland [/x] [red].\n"
    (tmp_path / "[red].txt").write_text(text, encoding="utf-8")
    code, out, _ = run("extract", tmp_path / "[red].txt", "--format", "table")
    assert code == 0
    assert {"[/x]", "[red].", "[red].txt"} <= set(out.replace("│", " ").split())


def test_a_setting_that_cannot_be_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_READERS", "many")
    code, _, err = run("settings")
    assert code == 1
    assert "CLUSTERGRAPH_READERS" in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no device that is full")
@pytest.mark.parametrize("command", [["settings"], ["query", "-", "--format", "csv"], ["export"]])
def test_output_that_finds_no_room_is_one_sentence(small_home: Home, command: list[str]) -> None:
    home = ["--home", str(small_home.path)] if command != ["settings"] else []
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "clustergraph", *command, *home],
            input="SELECT * { ?s ?p ?o }",
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    message = "clustergraph: the output can't be written (No space left on device).\n"
    assert (done.returncode, done.stderr) == (1, message)


def test_a_reader_that_goes_away_before_the_end_is_no_failure() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "clustergraph", "settings"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [["nonsense"], [], ["serve", "--workers", "0"]])
def test_wrong_use_exits_with_2(run: Run, arguments: list[str]) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert "usage" in err


def test_a_served_graph_answers_a_query_an_entity_and_a_lookup(served: str) -> None:
    found = json.loads(_get(f"{served}/api/search?q=hilfswerk")[1])["results"][0]
    assert found["label"] == "Hilfswerk International"
    address, turtle = _get(f"{served}{found['url']}", accept="text/turtle")
    assert address.endswith(".ttl")
    assert (URIRef(found["iri"]), None, None) in Graph().parse(data=turtle, format="turtle")
    query = "SELECT%20%2A%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%203"
    assert _get(f"{served}/sparql?query={query}", accept="text/csv")[1].count("\n") >= 3


def _get(address: str, accept: str = "*/*") -> tuple[str, str]:
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request) as answer:
        return answer.url, answer.read().decode()
