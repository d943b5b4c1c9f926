"""``clustergraph diff`` tells in words what changed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.store.versions import Version
from given.drawn_versions import draw_version, thing

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def made(tmp_path: Path) -> list[Version]:
    many = [thing(f"city-{number:02}", "City") for number in range(25)]
    return [
        draw_version(tmp_path, thing("a", "Cluster")),
        draw_version(tmp_path, thing("a", "Cluster"), *many, dumps=True),
    ]


@pytest.mark.usefixtures("made")
def test_the_last_change_is_told_when_nothing_is_asked(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("diff", "--home", tmp_path)
    assert code == 0
    assert "Things (25)" in out
    assert "new: City city-00" in out
    assert "… and 5 more; --all lists them." in out


@pytest.mark.usefixtures("made")
def test_nothing_is_left_out_when_all_is_asked(run: Run, tmp_path: Path) -> None:
    out = run("diff", "--all", "--home", tmp_path)[1]
    assert "new: City city-24" in out
    assert "more" not in out


def test_it_can_be_told_backwards_and_by_the_beginning_of_an_id(
    run: Run, made: list[Version], tmp_path: Path
) -> None:
    old = made[0].content_hash[:8]
    assert "gone: City city-00" in run("diff", "current", old, "--home", tmp_path)[1]
    code, out, _ = run("diff", old, old, "--home", tmp_path)
    assert (code, out) == (0, f"{made[0].id} and {made[0].id} say the same.\n")


@pytest.mark.usefixtures("made")
def test_programs_get_all_of_it_as_json(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("diff", "--format", "json", "--home", tmp_path)
    assert code == 0
    assert len(json.loads(out)["entities"]) == 25


@pytest.mark.parametrize("arguments", [("x", "current"), ("current", "20"), ("current", "")])
@pytest.mark.usefixtures("made")
def test_a_version_that_is_not_there_is_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code, out, err = run("diff", *arguments, "--home", tmp_path)
    assert (code, out) == (1, "")
    assert len(err.strip().splitlines()) == 1


def test_a_home_without_versions_is_one_sentence(run: Run, tmp_path: Path) -> None:
    code, _, err = run("diff", "--home", tmp_path)
    assert code == 1
    assert "clustergraph build" in err
