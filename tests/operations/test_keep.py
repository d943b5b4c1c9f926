"""Kept answers stay within their room, and the least used go first."""

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.operations.keep import KeptAnswers, KeptFindings


def test_a_kept_answer_comes_back() -> None:
    kept = KeptAnswers(10_000)
    kept.keep("a", b"answer")
    assert kept.get("a") == b"answer"


def test_what_was_not_kept_is_not_there() -> None:
    assert KeptAnswers(10_000).get("a") is None
    assert KeptAnswers(10_000).get(None) is None


def test_a_large_answer_is_not_kept() -> None:
    kept = KeptAnswers(10_000_000)
    kept.keep("a", b"x" * 100_000)
    assert kept.get("a") is None


def test_without_room_nothing_is_kept() -> None:
    kept = KeptAnswers(0)
    kept.keep("a", b"answer")
    assert kept.get("a") is None


def test_the_least_lately_used_goes_first() -> None:
    kept = KeptAnswers(1_000)
    kept.keep("a", b"1")
    kept.keep("b", b"2")
    kept.get("a")
    kept.keep("c", b"x" * 200)
    assert [kept.get(tag) is not None for tag in "abc"] == [True, False, True]


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.binary(max_size=400))))
def test_there_is_never_more_than_the_room(entries: list[tuple[str, bytes]]) -> None:
    kept = KeptAnswers(2_000)
    for tag, answer in entries:
        kept.keep(tag, answer)
    assert sum(len(kept.get(tag) or b"") for tag in "abcdefgh") <= 2_000


def test_a_finding_is_found_out_once() -> None:
    numbers = iter(range(3))
    findings = KeptFindings()
    assert [findings.get("a", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]


def test_findings_are_told_apart_by_name() -> None:
    findings = KeptFindings()
    assert (findings.get("a", lambda: 1), findings.get("b", lambda: 2)) == (1, 2)
