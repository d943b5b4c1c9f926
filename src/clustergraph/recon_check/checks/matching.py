"""Checks of batches: that they are answered, whole, each query for itself (sections 4.2 to 4.4)."""

from collections.abc import Iterator, Mapping
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects import Forms, Query
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.replies import Matching
from clustergraph.recon_check.samples import TEXTS, identifiers_of
from clustergraph.recon_check.shapes import shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_ODD_KEY: Final = "a key/ü"
_MOST_QUERIES: Final = 100
"""More than that at once would not be polite."""
_TOO_LARGE: Final = 413


def _answers(visit: Visit) -> Verdict:
    visit.manifest  # noqa: B018 - without one, this may not be such a service at all
    return judged(visit.first.problems, *visit.first.exchanges)


def _keys(visit: Visit) -> Verdict:
    _want_answer(visit.first)
    odd = visit.match_once({_ODD_KEY: Query(text=TEXTS[0])})
    return judged([*visit.first.strays, *odd.refusals], *visit.first.exchanges, *odd.exchanges)


def _by_get(visit: Visit) -> Verdict:
    if not isinstance(visit.dialect, Forms):
        raise Unmet("this version has no such request")
    batch = {"q0": Query(text=visit.sample.name), "q1": Query(text=TEXTS[0])}
    posted = visit.match_once(batch)
    _want_answer(posted)
    got = visit.match_once(batch, visit.dialect.match_by_get(visit.endpoint, batch))
    differences = [] if got.refusals else _differences(posted, got, "posted", "by GET")
    return judged([*got.refusals, *differences], *got.exchanges, *posted.exchanges)


def _independent(visit: Visit) -> Verdict:
    found = [key for key, candidates in visit.first.candidates.items() if candidates]
    if not found or len(visit.first.candidates) < 2:
        raise Unmet("no query of a batch of several found anything")
    alone = visit.match({found[-1]: visit.first_queries[found[-1]]})
    differences = _differences(alone, visit.first, "alone", "in a batch")
    return judged([*alone.refusals, *differences], *alone.exchanges, *visit.first.exchanges)


def _differences(one: Matching, other: Matching, how: str, how_else: str) -> Iterator[str]:
    for key, candidates in one.candidates.items():
        here, there = identifiers_of(candidates), identifiers_of(other.candidates.get(key, ()))
        if here != there:
            yield f"{key} finds {shown(here)} {how}, and {shown(there)} {how_else}"


def _full(visit: Visit) -> Verdict:
    full = visit.match_once(_batch(visit, _declared_size(visit)))
    return judged(full.refusals, *full.exchanges)


def _beyond(visit: Visit) -> Verdict:
    beyond = visit.match_once(_batch(visit, _declared_size(visit) + 1))
    answer = beyond.exchanges[0].answer
    if answer is not None and answer.status == _TOO_LARGE:
        return judged([], *beyond.exchanges)
    return judged(beyond.refusals, *beyond.exchanges)


def _declared_size(visit: Visit) -> int:
    if "batchSize" not in visit.manifest:
        raise Unmet("the manifest has no batchSize")
    if visit.batch_size > _MOST_QUERIES:
        reason = f"a batch of {visit.batch_size} queries would not be polite"
        raise Unmet(reason)
    return visit.batch_size


def _batch(visit: Visit, size: int) -> dict[str, Query]:
    names = [visit.sample.name, *TEXTS]
    return {f"q{number}": Query(text=names[number % len(names)], limit=1) for number in range(size)}


def _want_answer(matching: Matching) -> None:
    if matching.problems:
        raise Unmet("there is no readable answer to a batch")


CHECKS: Final[Mapping[str, Check]] = {
    "match-answers": _answers,
    "match-keys": _keys,
    "match-get": _by_get,
    "independent": _independent,
    "batch-full": _full,
    "batch-beyond": _beyond,
}
