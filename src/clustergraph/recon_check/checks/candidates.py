"""Checks of candidates: their form, their order (section 4.2)."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects.items import TYPE_REFERENCE
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.samples import score_of
from clustergraph.recon_check.shapes import (
    Shape,
    anything,
    boolean,
    filled_text,
    list_of,
    number,
    one_of,
    record,
    text,
    unique,
)
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_FEATURE: Final[Mapping[str, Shape]] = {
    "id": filled_text,
    "name": filled_text,
    "value": one_of("a number, true or false", number, boolean),
}

_IDENTITY: Final = record({"id": filled_text, "name": filled_text})
_COMPLETE: Final = record({"type": anything, "match": anything})


def _score(visit: Visit) -> Verdict:
    if visit.dialect.score_needed:
        return _each(visit, record({"score": number}))
    return _given(visit, "score", number)


def _features(visit: Visit) -> Verdict:
    feature = record({name: _FEATURE[name] for name in visit.dialect.feature_needs})
    return _given(visit, "features", unique(list_of(feature), "id"))


def _given(visit: Visit, field: str, wanted: Shape) -> Verdict:
    """Judge a field that candidates need not have."""
    if not any(field in candidate for _, candidate in visit.candidates):
        reason = f"no candidate has {field!r}"
        raise Unmet(reason)
    return _each(visit, record({}, {field: wanted}))


def _each(visit: Visit, shape: Shape) -> Verdict:
    """Judge all candidates by a form."""
    problems = (
        problem for place, candidate in visit.candidates for problem in shape(candidate, place)
    )
    return judged(problems, *visit.candidate_exchanges)


def _order(visit: Visit) -> Verdict:
    return judged(_disorder(visit), *visit.candidate_exchanges)


def _disorder(visit: Visit) -> Iterator[str]:
    for matching in visit.matchings:
        for key, candidates in matching.candidates.items():
            scores = [score for one in candidates if (score := score_of(one)) is not None]
            for before, after in pairwise(scores):
                if after > before:
                    yield f"in {key} the score {before:g} stands before {after:g}"


def _standard(visit: Visit) -> Verdict:
    if visit.manifest.get("standardizedScore") is not True:
        raise Unmet("the manifest does not declare standardizedScore")
    problems = (
        f"{place} has the score {score:g}"
        for place, candidate in visit.candidates
        if (score := score_of(candidate)) is not None and not 0 <= score <= 100
    )
    return judged(problems, *visit.candidate_exchanges)


CHECKS: Final[Mapping[str, Check]] = {
    "candidate-identity": partial(_each, shape=_IDENTITY),
    "candidate-score": _score,
    "candidate-decision": partial(_given, field="match", wanted=boolean),
    "candidate-types": partial(_given, field="type", wanted=list_of(TYPE_REFERENCE)),
    "candidate-complete": partial(_each, shape=_COMPLETE),
    "candidate-type-objects": partial(_given, field="type", wanted=list_of(_IDENTITY)),
    "candidate-description": partial(_given, field="description", wanted=text),
    "candidate-features": _features,
    "candidate-order": _order,
    "candidate-standard-score": _standard,
}
