"""An evaluation as files: JSON for programs, and a page on which people see each case."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from clustergraph.errors import OutputNotWritable
from clustergraph.operations.scoring import (
    Judgement,
    Report,
    Score,
    Scores,
    Verdict,
    reliability,
)

__all__ = ["report_as_html", "write_report"]

Json = dict[str, Any]


def write_report(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write ``evaluation.json`` and ``evaluation.html`` into the folder, made where missing.

    Raises:
        OutputNotWritable: when they can't be written.
    """
    paths = folder / "evaluation.json", folder / "evaluation.html"
    texts = (_report_as_json(report), report_as_html(report))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(str(folder), error.strerror or str(error)) from error
    return paths


def _report_as_json(report: Report) -> str:
    """Return all scores, the reliability of confidence, and each case with its quote."""
    return json.dumps(_content(report), ensure_ascii=False, indent=1) + "\n"


def report_as_html(report: Report) -> str:
    """Return the same as a page that stands by itself."""
    environment = Environment(
        loader=PackageLoader("clustergraph.operations.evaluating", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("evaluation_report.html").render(_content(report))


def _content(report: Report) -> Json:
    judged = [each for cases in report.judgements.values() for each in cases]
    return {
        "all": _scores(report.micro),
        "languages": {name: _scores(scores) for name, scores in report.languages.items()},
        "documents": {name: _scores(scores) for name, scores in report.documents.items()},
        "reliability": [asdict(row) | {"precision": row.precision} for row in reliability(judged)],
        "error_classes": _classes(judged),
        "cases": {name: list(map(_case, cases)) for name, cases in report.judgements.items()},
    }


def _scores(scores: Scores) -> Json:
    return {
        "entities": _score(scores.entity),
        "relations": _score(scores.relation),
        "types": {name: _score(score) for name, score in scores.types.items()},
        "predicates": {name: _score(score) for name, score in scores.predicates.items()},
        "evidence_validity": scores.evidence_validity,
    }


def _score(score: Score) -> Json:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    counts = {"right": score.right, "said": score.system, "gold": score.gold}
    return {name: round(value, 4) for name, value in shares.items()} | counts


def _classes(judged: Iterable[Judgement]) -> Mapping[str, Mapping[str, int]]:
    """Count the classes of error of what was missed and of what is wrong, most frequent first."""
    counted = {Verdict.MISSED: Counter[str](), Verdict.WRONG: Counter[str]()}
    for each in judged:
        if each.is_relation and each.verdict in counted:
            counted[each.verdict][each.error_class] += 1
    return {verdict: dict(counter.most_common()) for verdict, counter in counted.items()}


def _case(judgement: Judgement) -> Json:
    return dict(_fields(judgement))


def _fields(judgement: Judgement) -> Iterator[tuple[str, Any]]:
    yield "kind", "relation" if judgement.is_relation else "entity"
    yield "verdict", judgement.verdict
    yield "what", judgement.what
    yield "words", judgement.words
    yield "class", judgement.error_class
    yield "quote", judgement.quote
    yield "confidence", judgement.confidence
