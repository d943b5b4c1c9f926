"""A check says what it saw, but not a thousand times."""

from itertools import repeat

from clustergraph.recon_check.findings import Outcome, judged, skipped


def test_without_problems_it_passed() -> None:
    assert judged([]).outcome is Outcome.PASSED


def test_endless_problems_are_told_a_few_times() -> None:
    verdict = judged(repeat("wrong"))
    assert (verdict.outcome, len(verdict.problems)) == (Outcome.FAILED, 20)


def test_what_was_not_tested_says_why() -> None:
    verdict = skipped("not offered")
    assert (verdict.outcome, verdict.reason) == (Outcome.SKIPPED, "not offered")
