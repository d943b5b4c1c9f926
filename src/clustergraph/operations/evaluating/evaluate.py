"""Score extraction against gold annotations; who extracts, and how, is the caller's business."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from clustergraph.errors import GoldError
from clustergraph.operations.scoring import (
    Reliability,
    Report,
    Score,
    Scores,
    Tally,
    count,
    parse_annotation,
    reliability,
    report_of,
)

__all__ = ["evaluate", "score_table"]

Extract = Callable[[Path], Mapping[str, Any]]


def evaluate(gold: Path, texts: Path, extract: Extract) -> Report:
    """Extract each annotated text and score what comes out.

    ``gold`` is a folder of annotations, ``texts`` the one of the files that they name; ``extract``
    gets the path of a text and returns its graph in the gold's shape.

    Raises:
        GoldError: when there is no annotation, or one can't be read, or its text is missing.
        MissingExtra: when scipy is not installed.
    """
    paths = sorted(gold.glob("*.json"))
    if not paths:
        raise GoldError(str(gold), "the folder holds no annotations (*.json); give one that does.")
    annotations = {path: _read_gold(path) for path in paths}
    return report_of(
        {path.stem: _count_one(path, raw, texts, extract) for path, raw in annotations.items()},
        {path.stem: raw.get("language", "") for path, raw in annotations.items()},
    )


def _count_one(path: Path, raw: Mapping[str, Any], texts: Path, extract: Extract) -> Tally:
    text = texts / raw.get("file", f"{path.stem}.txt")
    if not text.is_file():
        raise GoldError(str(path), f"its text {text} is not there; give the folder that holds it.")
    system = parse_annotation(extract(text))
    return count(parse_annotation(raw), system, text.read_bytes().decode("utf-8"))


def _read_gold(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(str(path), f"it is not JSON ({error}); restore the file.") from error
    if not isinstance(raw, dict) or "entities" not in raw:
        raise GoldError(str(path), "it is no annotation (an object with entities and relations).")
    return raw


def score_table(report: Report, *, verbose: bool = False) -> str:
    """Return the report as text: a line for each document, all, each type and each predicate.

    ``verbose`` adds what was missed and what was wrong, document by document.
    """
    return "\n".join([*_lines(report), *(_errors(report) if verbose else ())])


def _lines(report: Report) -> Iterator[str]:
    micro = report.micro
    entities = {name: scores.entity for name, scores in report.documents.items()}
    languages = {name: scores.entity for name, scores in report.languages.items()}
    yield from _block("entity", {**entities, **languages, "MICRO": micro.entity, **micro.types})
    yield _line("unnamed", micro.unnamed)
    relations = {name: scores.relation for name, scores in report.documents.items()}
    languages = {name: scores.relation for name, scores in report.languages.items()}
    yield from _block(
        "relation", {**relations, **languages, "MICRO": micro.relation, **micro.predicates}
    )
    yield from _details(micro)
    rows = list(reliability(each for judged in report.judgements.values() for each in judged))
    yield (
        f"{'confidence':24} {'P':>6} {'mean':>6} {'':6}   {'right':>6} {'said':>5}" if rows else ""
    )
    yield from map(_reliability_line, rows)


def _errors(report: Report) -> Iterator[str]:
    for name, errors in report.errors.items():
        yield from ("", name, *map(str, errors))


def _block(title: str, rows: Mapping[str, Score]) -> Iterator[str]:
    heads = f"{'P':>6} {'R':>6} {'F1':>6}   {'right':>6} {'said':>5} {'gold':>5}"
    yield f"{title:24} {heads}"
    for name, score in rows.items():
        yield _line(name, score)


def _line(name: str, score: Score) -> str:
    shares = f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
    return f"  {name:22} {shares}   {score.right:6.1f} {score.system:5} {score.gold:5}"


def _reliability_line(row: Reliability) -> str:
    stretch = f"{row.least:.2f} to {row.below:.2f}"
    shares = f"{row.precision:6.3f} {row.confidence:6.3f} {'':6}"
    return f"  {stretch:22} {shares}   {row.right:6} {row.said:5}"


def _details(micro: Scores) -> Iterator[str]:
    shares = {
        "role accuracy": micro.role_accuracy,
        "date exact": micro.date_exact,
        "evidence validity": micro.evidence_validity,
    }
    for name, share in shares.items():
        yield f"{name:24} {'-' if share is None else f'{share:.3f}'}"
    counts = {
        "roles spurious": micro.roles_spurious,
        "duplicates": micro.duplicates,
        "neutral relations": micro.neutral_relations,
    }
    for name, number in counts.items():
        yield f"{name:24} {number}"
