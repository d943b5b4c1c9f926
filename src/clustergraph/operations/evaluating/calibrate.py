"""Measure what the mappers' confidences are worth, and choose how sure a fact must be.

``python -m clustergraph.operations.evaluating.calibrate GOLD TEXTS [GOLD TEXTS …]`` judges what the
mappers find in annotated texts and writes ``mapping/calibration.toml``. The threshold is the lowest
at which, each document judged by the figures of all others, the precision is as wanted.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import clustergraph.mapping.calibration as home
from clustergraph.mapping.calibration import Calibration, Judged, kind_of_rule
from clustergraph.operations.evaluating.evaluate import evaluate
from clustergraph.operations.evaluating.gold_shape import to_gold
from clustergraph.operations.extract import extract_raw
from clustergraph.operations.scoring import Judgement, Verdict

__all__ = ["WANTED_PRECISION", "as_toml", "calibrate", "choose_threshold"]

WANTED_PRECISION = 0.85
"""Of what is published; the rest are candidates that ``extract --all`` shows."""
_STEPS = 100
_FEWEST = 20
"""Fewer facts than this tell no precision."""

Documents = Mapping[str, Sequence[Judged]]


def calibrate(pairs: Iterable[tuple[Path, Path]]) -> Calibration:
    """Judge the facts of all annotated texts; ``pairs`` are folders of golds and of their texts.

    Raises:
        GoldError: when an annotation can't be read.
    """
    documents: dict[str, Sequence[Judged]] = {}
    for gold, texts in pairs:
        report = evaluate(gold, texts, _extract)
        for name, cases in report.judgements.items():
            documents[f"{gold}/{name}"] = tuple(_judged(cases))
    everything = [fact for facts in documents.values() for fact in facts]
    return Calibration.of(everything, threshold=choose_threshold(documents))


def choose_threshold(documents: Documents) -> float:
    """Return the lowest threshold at which the precision is as wanted, or 1 where none is."""
    judged = sorted(_left_out_in_turn(documents), reverse=True)
    best, said, right = 1.0, 0, 0
    for worth, facts in groupby(judged, key=itemgetter(0)):
        verdicts = [is_right for _, is_right in facts]
        said, right = said + len(verdicts), right + sum(verdicts)
        if said >= _FEWEST and right / said >= WANTED_PRECISION:
            best = worth
    return int(best * _STEPS) / _STEPS


def as_toml(calibration: Calibration) -> str:
    """Return the file's text; the same figures give the same bytes."""
    return "\n".join(_lines(calibration)) + "\n"


def _extract(path: Path) -> Mapping[str, Any]:
    return to_gold(extract_raw(path))


def _judged(cases: Iterable[Judgement]) -> Iterator[Judged]:
    for case in cases:
        if case.is_relation and case.verdict in {Verdict.RIGHT, Verdict.WRONG} and case.confidence:
            yield Judged(
                relation=case.what,
                kind=kind_of_rule(case.raw["rule"]),
                confidence=case.confidence,
                right=case.verdict is Verdict.RIGHT,
            )


def _left_out_in_turn(documents: Documents) -> Iterator[tuple[float, bool]]:
    """Weigh the facts of each document by the figures of all others."""
    for name, facts in documents.items():
        others = [fact for other, said in documents.items() if other != name for fact in said]
        figures = Calibration.of(others)
        for fact in facts:
            yield figures.worth(fact.relation, fact.kind, fact.confidence), fact.right


def _lines(calibration: Calibration) -> Iterator[str]:
    yield "# What the mappers' confidences are worth: facts judged against a gold, by relation and"
    yield "# kind of rule. Made by `make calibrate`; don't edit."
    yield f"threshold = {calibration.threshold}"
    for group in calibration.groups.values():
        yield ""
        yield "[[group]]"
        yield f'relation = "{group.relation}"'
        yield f'kind = "{group.kind}"'
        yield f"judged = {group.judged}"
        yield f"right = {group.right}"
        yield f"confidence = {group.confidence}"


def main(folders: Sequence[str]) -> None:
    """Write the file."""
    paths = [Path(folder) for folder in folders]
    calibration = calibrate(zip(paths[::2], paths[1::2], strict=True))
    file = Path(home.__file__).with_name("calibration.toml")
    file.write_text(as_toml(calibration), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
