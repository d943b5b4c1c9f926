"""``clustergraph versions`` lists them, goes back to one, and removes old ones."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home, Version
from given.drawn_versions import draw_version, thing
from given.handwritten import write_by_hand

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def made(tmp_path: Path) -> list[Version]:
    return [draw_version(tmp_path, thing(name, "Cluster"), dumps=True) for name in "abc"]


def test_the_list_has_the_newest_first_and_says_which_is_current(
    run: Run, made: list[Version], tmp_path: Path
) -> None:
    code, out, _ = run("versions", "list", "--home", tmp_path)
    assert code == 0
    places = [out.index(version.id) for version in reversed(made)]
    assert places == sorted(places)
    assert "statements" in out  # whole, in a terminal of 80 columns
    assert "current" in next(line for line in out.splitlines() if made[-1].id in line)


def test_programs_get_the_list_as_json(run: Run, made: list[Version], tmp_path: Path) -> None:
    code, out, _ = run("versions", "list", "--format", "json", "--home", tmp_path)
    assert code == 0
    rows = json.loads(out)
    assert [row["id"] for row in rows] == [version.id for version in reversed(made)]
    assert [row["current"] for row in rows] == [True, False, False]
    assert len(rows[0]["dumps"]["clustergraph.nq.gz"]) == 64


def test_a_version_is_shown_with_its_files(run: Run, made: list[Version], tmp_path: Path) -> None:
    code, out, _ = run("versions", "show", made[0].content_hash[:8], "--home", tmp_path)
    assert code == 0
    assert made[0].id in out
    assert "clustergraph.ttl.gz" in out
    code, out, _ = run("versions", "show", "--format", "json", "--home", tmp_path)
    assert json.loads(out)["id"] == made[-1].id


def test_a_service_follows_a_rollback_without_a_restart(
    run: Run, made: list[Version], tmp_path: Path
) -> None:
    served = Dataset(Home(tmp_path))
    assert served.current().version == made[2]
    code, out, _ = run("versions", "rollback", "--home", tmp_path)
    assert code == 0
    assert made[1].id in out
    assert served.current().version == made[1]
    run("versions", "rollback", made[2].id, "--home", tmp_path)
    assert served.current().version == made[2]


def test_nobody_who_was_forgotten_comes_back_by_a_rollback(run: Run, tmp_path: Path) -> None:
    older = draw_version(tmp_path, thing("anna", "Person"))
    newer = draw_version(tmp_path, thing("b", "Cluster"), withheld=[Iri(f"{BASE}id/anna")])
    code, out, error = run("versions", "rollback", older.id, "--home", tmp_path)
    assert (code, out, error.count("\n")) == (1, "", 1)
    assert "clustergraph build" in error
    assert Home(tmp_path).current() == newer


def test_rolling_back_to_the_current_version_changes_nothing(
    run: Run, made: list[Version], tmp_path: Path
) -> None:
    code, out, _ = run("versions", "rollback", "current", "--home", tmp_path)
    assert (code, Home(tmp_path).current()) == (0, made[2])
    assert "already" in out


def test_pruning_names_what_it_removes(run: Run, made: list[Version], tmp_path: Path) -> None:
    code, out, _ = run("versions", "prune", "--keep", "1", "--home", tmp_path)
    assert code == 0
    assert out.splitlines() == sorted(f"Removed {version.id}." for version in made[:2])
    assert run("versions", "prune", "--home", tmp_path)[1] == "There is nothing to remove.\n"


@pytest.mark.parametrize("arguments", [("show", "x"), ("rollback", "x"), ("show", "20")])
@pytest.mark.usefixtures("made")
def test_a_version_that_is_not_there_is_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code, out, err = run("versions", *arguments, "--home", tmp_path)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_a_home_without_versions_says_how_to_get_one(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("versions", "list", "--home", tmp_path)
    assert code == 0
    assert "clustergraph build" in out
    for arguments in (("show",), ("rollback",)):
        code, _, err = run("versions", *arguments, "--home", tmp_path)
        assert code == 1
        assert "clustergraph build" in err


def test_a_damaged_version_is_one_sentence(run: Run, made: list[Version], tmp_path: Path) -> None:
    (made[0].path / "version.json").write_text("{")
    code, _, err = run("versions", "rollback", made[0].id, "--home", tmp_path)
    assert code == 1
    assert "damaged" in err
    assert Home(tmp_path).current() == made[2]


@pytest.mark.parametrize("arguments", [(), ("prune", "--keep", "0"), ("burn",)])
def test_wrong_use_of_versions_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("versions", *arguments)[0] == 2


@pytest.fixture
def written(tmp_path: Path) -> list[Version]:
    """A version that was built, and two that were written onto it."""
    home = Home(tmp_path)
    built = draw_version(tmp_path, thing("a", "Cluster"))
    first = write_by_hand(home, "our:a our:says 1 .", by="anna", graphs=(None,))
    return [built, first, write_by_hand(home, removed="our:a our:says 1 .", by="[ben]")]


def test_the_list_says_who_wrote_a_version(
    run: Run, written: list[Version], tmp_path: Path
) -> None:
    _, out, _ = run("versions", "list", "--home", tmp_path)
    said = " ".join(out.split())
    assert "update by anna: +1 \u22120" in said
    assert "update by [ben]: +0 \u22121" in said
    _, out, _ = run("versions", "list", "--format", "json", "--home", tmp_path)
    rows = json.loads(out)
    assert [row["write"] and row["write"]["by"] for row in rows] == ["[ben]", "anna", None]
    assert {row["built"] for row in rows} == {written[0].id}


def test_a_version_is_shown_with_all_that_was_written(
    run: Run, written: list[Version], tmp_path: Path
) -> None:
    _, out, _ = run("versions", "show", "--home", tmp_path)
    assert f"Written since {written[0].id} was built" in out
    lines = [line.split("UTC  ")[1] for line in out.splitlines()[-2:]]
    assert lines == [
        "update by [ben]: +0 \u22121  https://example.org/ours",
        "update by anna: +1 \u22120  the default graph",
    ]
    _, out, _ = run("versions", "show", "--format", "json", "--home", tmp_path)
    writes = json.loads(out)["writes"]
    assert [(write["by"], write["graphs"], write["version"]) for write in writes] == [
        ("anna", [""], written[1].id),
        ("[ben]", ["https://example.org/ours"], written[2].id),
    ]
    assert not {"key", "digest"}.intersection(*writes)


def test_a_version_moves_to_an_empty_home_by_a_file(
    run: Run, written: list[Version], tmp_path: Path
) -> None:
    file, other = tmp_path / "version.tar", tmp_path / "other"
    code, out, _ = run("versions", "export", "current", file, "--home", tmp_path)
    assert (code, file.exists(), str(file) in out) == (0, True, True)
    code, out, _ = run("versions", "import", file, "--home", other)
    assert code == 0
    assert "is the current one now" in out
    assert Home(other).current_id == written[2].id


def test_a_version_that_comes_in_becomes_current_only_when_asked(
    run: Run, written: list[Version], tmp_path: Path
) -> None:
    other = draw_version(tmp_path / "other", thing("b", "Cluster"))
    run("versions", "export", written[1].id, tmp_path / "file", "--home", tmp_path)
    assert run("versions", "import", tmp_path / "file", "--home", tmp_path / "other")[0] == 0
    home = Home(tmp_path / "other")
    assert (home.current(), len(home.versions())) == (other, 2)
    run("versions", "import", "--current", tmp_path / "file", "--home", tmp_path / "other")
    assert home.current_id == written[1].id


def test_a_file_that_is_no_version_is_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("rubbish")
    code, out, error = run("versions", "import", tmp_path / "file", "--home", tmp_path / "home")
    assert (code, out, error.count("\n")) == (1, "", 1)
    assert "versions export" in error


def test_a_version_moves_through_a_pipe(written: list[Version], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "clustergraph", "versions"]
    with subprocess.Popen(
        [*command, "export", "previous", "-", "--home", tmp_path], stdout=subprocess.PIPE
    ) as sender:
        subprocess.run(
            [*command, "import", "-", "--home", tmp_path / "other"], stdin=sender.stdout, check=True
        )
    assert Home(tmp_path / "other").current_id == written[1].id
