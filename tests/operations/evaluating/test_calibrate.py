import json
import tomllib
from pathlib import Path

from clustergraph.mapping.calibration import Calibration, Judged
from clustergraph.operations.evaluating.calibrate import as_toml, calibrate, choose_threshold

TEXT = "The project Alpha was funded by the European Union."


def facts(confidence: float, right: int, wrong: int) -> list[Judged]:
    return [
        Judged(relation="partOf", kind="cue", confidence=confidence, right=is_right)
        for is_right in [True] * right + [False] * wrong
    ]


def test_the_threshold_is_the_lowest_at_which_enough_is_right() -> None:
    one = [*facts(0.9, 40, 0), *facts(0.6, 30, 8), *facts(0.2, 5, 45)]
    threshold = choose_threshold({"a": one, "b": one})
    figures = Calibration.of(one)
    assert figures.worth("partOf", "cue", 0.2) < threshold <= figures.worth("partOf", "cue", 0.6)


def test_where_nothing_is_right_enough_nothing_passes() -> None:
    assert choose_threshold({"a": facts(0.9, 10, 30), "b": facts(0.9, 10, 30)}) == 1.0


def test_a_document_is_judged_by_the_figures_of_the_others() -> None:
    threshold = choose_threshold({"a": facts(0.9, 30, 0), "b": facts(0.9, 0, 30)})
    assert threshold == 1.0


def test_the_file_is_made_of_what_the_gold_says_of_the_mappers(tmp_path: Path) -> None:
    gold, texts = tmp_path / "gold", tmp_path / "texts"
    gold.mkdir()
    texts.mkdir()
    (texts / "one.txt").write_text(TEXT, encoding="utf-8")
    annotation = {
        "doc": "one",
        "file": "one.txt",
        "entities": [
            {"id": "e1", "type": "Project", "names": ["Alpha"]},
            {"id": "e2", "type": "Organisation", "names": ["European Union"]},
        ],
        "relations": [{"s": "e1", "p": "fundedBy", "o": "e2"}],
    }
    (gold / "one.json").write_text(json.dumps(annotation), encoding="utf-8")
    content = tomllib.loads(as_toml(calibrate([(gold, texts)])))
    funded = [row for row in content["group"] if row["relation"] == "fundedBy"]
    assert [(row["kind"], row["judged"], row["right"]) for row in funded] == [
        ("", 1, 1),
        ("cue", 1, 1),
    ]
    assert content["threshold"] == 1.0
