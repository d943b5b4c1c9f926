import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clustergraph.errors import GoldError
from clustergraph.locations import DOCUMENTS
from clustergraph.operations.evaluating.evaluate import evaluate, score_table

GOLD = Path(__file__).parent.parent.parent / "gold"
TEXT = "EFCE is in Barcelona."
ANNOTATION = {
    "doc": "one",
    "file": "one.txt",
    "entities": [
        {"id": "e1", "type": "Organisation", "names": ["EFCE"], "named": True},
        {"id": "e2", "type": "Place", "names": ["Barcelona"], "named": True},
    ],
    "relations": [{"s": "e1", "p": "locatedIn", "o": "e2", "evidence": "EFCE is in Barcelona"}],
}


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """A folder with one text and one annotation."""
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return tmp_path


def nothing(_path: Path) -> Mapping[str, Any]:
    return {}


@pytest.mark.parametrize(
    ("gold", "texts"),
    [(GOLD / "seeds", DOCUMENTS), (GOLD / "dev" / "gold", GOLD / "dev" / "texts")],
    ids=["seeds", "dev"],
)
def test_an_extractor_that_knows_the_gold_is_perfect(gold: Path, texts: Path) -> None:
    annotations = [json.loads(path.read_text("utf-8")) for path in sorted(gold.glob("*.json"))]
    known = {each["file"]: each for each in annotations}
    report = evaluate(gold, texts, lambda path: known[path.name])
    assert list(report.documents) == [each["doc"] for each in annotations]
    assert report.micro.entity.f1 == report.micro.relation.f1 == 1.0
    assert report.micro.evidence_validity == 1.0


def test_the_extractor_gets_the_path_of_each_text(annotated: Path) -> None:
    seen = []

    def note(path: Path) -> Mapping[str, Any]:
        seen.append(path)
        return {}

    evaluate(annotated, annotated, note)
    assert seen == [annotated / "one.txt"]


def test_offsets_are_those_of_the_bytes_as_decoded(annotated: Path) -> None:
    text = "Ąż\r\nEFCE is in Barcelona."
    (annotated / "one.txt").write_bytes(text.encode())
    quote = {"quote": "EFCE is in Barcelona", "start": 4, "end": 24}
    relation = {**ANNOTATION["relations"][0], "evidence": quote}  # type: ignore[dict-item]
    report = evaluate(annotated, annotated, lambda _: {**ANNOTATION, "relations": [relation]})
    assert report.micro.evidence_validity == 1.0


def test_the_table_has_a_line_for_each_document_type_and_predicate(annotated: Path) -> None:
    table = score_table(evaluate(annotated, annotated, lambda _: ANNOTATION))
    names = [line.split()[0] for line in table.splitlines()]
    for name in ("one", "MICRO", "Organisation", "Place", "unnamed", "locatedIn"):
        assert name in names
    assert "  MICRO                   1.000  1.000  1.000      2.0     2     2" in table
    assert "date exact               -" in table


def test_the_verbose_table_says_what_was_missed(annotated: Path) -> None:
    report = evaluate(annotated, annotated, nothing)
    assert "missed" not in score_table(report)
    verbose = score_table(report, verbose=True)
    assert "entity missed: Organisation 'efce'" in verbose
    assert "relation missed: Organisation 'efce' --locatedIn--> Place 'barcelona'" in verbose


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no annotations"):
        evaluate(tmp_path, tmp_path, nothing)


def test_a_text_that_is_missing_is_named(annotated: Path) -> None:
    (annotated / "one.txt").unlink()
    with pytest.raises(GoldError, match=r"one\.txt is not there"):
        evaluate(annotated, annotated, nothing)


@pytest.mark.parametrize("content", ["{", "[]", "{}", "\ufffd"])
def test_a_file_that_is_no_annotation_is_named(annotated: Path, content: str) -> None:
    (annotated / "one.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError) as caught:
        evaluate(annotated, annotated, nothing)
    assert caught.value.location.endswith("one.json")
