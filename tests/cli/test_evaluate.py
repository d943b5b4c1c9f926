from collections.abc import Callable
from pathlib import Path

from clustergraph.store.versions import Home

GOLD = Path(__file__).parents[1] / "gold"

Run = Callable[..., tuple[int, str, str]]


def test_evaluate_can_score_the_lookups_of_a_home(run: Run, our_home: Home) -> None:
    code, out, _ = run("evaluate", "--lookups", GOLD / "lookups", "--home", our_home.path)
    assert code == 0
    assert "held-out" in out
    assert "auto P" in out


def test_lookups_that_went_wrong_are_listed_on_demand(run: Run, our_home: Home) -> None:
    table = GOLD / "lookups" / "development.tsv"
    _, out, _ = run("evaluate", "--lookups", table, "--home", our_home.path, "--verbose")
    assert "wanted" in out
    assert "held-out" not in out


def test_lookups_without_a_version_are_one_sentence(run: Run, tmp_path: Path) -> None:
    code, _, err = run("evaluate", "--lookups", GOLD / "lookups", "--home", tmp_path)
    assert code == 1
    assert err.startswith("clustergraph: ")
    assert "build" in err


def test_annotations_without_their_texts_are_refused(run: Run) -> None:
    code, _, err = run("evaluate", "--gold", GOLD / "seeds")
    assert code == 2
    assert "--gold needs --texts" in err


def test_evaluate_wants_annotations_or_lookups(run: Run) -> None:
    code, _, err = run("evaluate")
    assert code == 2
    assert "--gold" in err
    assert "--lookups" in err
