"""``clustergraph init --empty`` makes a home that is all to be written."""

from collections.abc import Callable
from pathlib import Path

from clustergraph.store.versions import Home

Run = Callable[..., tuple[int, str, str]]


def test_an_empty_home_is_made_once(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("init", "--empty", "--home", tmp_path)
    assert code == 0
    assert Home(tmp_path).current().id in out
    code, _, errors = run("init", "--empty", "--home", tmp_path)
    assert (code, "already" in errors) == (1, True)


def test_a_home_with_no_word_of_what_is_in_it_is_wrong_use(run: Run, tmp_path: Path) -> None:
    code, _, errors = run("init", "--home", tmp_path)
    assert code == 2
    assert "--empty" in errors
    assert not list(tmp_path.iterdir())
