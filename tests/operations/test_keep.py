"""Kept answers stay within their room, and the least used go first."""

import threading
import tracemalloc
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.coding import Coding
from clustergraph.operations.keep import KeptAnswer, KeptAnswers, KeptFindings, _size


def _plain(body: bytes) -> KeptAnswer:
    return KeptAnswer(body, Coding.IDENTITY)


def test_a_kept_answer_comes_back() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(10_000)
    kept.keep("a", _plain(b"answer"))
    assert kept.get("a") == _plain(b"answer")


def test_what_was_not_kept_is_not_there() -> None:
    assert KeptAnswers(10_000).get("a") is None
    assert KeptAnswers(10_000).get(None) is None


def test_a_large_answer_is_not_kept() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(10_000_000)
    kept.keep("a", _plain(b"x" * 300_000))
    assert kept.get("a") is None


def test_without_room_nothing_is_kept() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(0)
    kept.keep("a", _plain(b"answer"))
    assert kept.get("a") is None


def test_the_least_lately_used_goes_first() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(1_000)
    kept.keep("a", _plain(b"1"))
    kept.keep("b", _plain(b"2"))
    kept.get("a")
    kept.keep("c", _plain(b"x" * 200))
    assert [kept.get(tag) is not None for tag in "abc"] == [True, False, True]


def test_who_asks_much_once_does_not_push_out_what_is_asked_often() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(100_000)
    for tag in "abc":
        kept.keep(tag, _plain(b"often"))
        kept.get(tag)
    for number in range(10_000):
        kept.keep(f"once {number}", _plain(b"x" * 500))
    assert all(kept.get(tag) for tag in "abc")


def test_what_was_asked_often_once_upon_a_time_makes_room() -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(10_000)
    for number in range(100):
        kept.keep(str(number), _plain(b"x" * 700))
        kept.get(str(number))
    assert kept.get("0") is None
    assert kept.get("99") is not None


Steps = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.binary(max_size=400), st.booleans()))


@given(Steps, st.integers(min_value=0, max_value=3_000))
def test_there_is_never_more_than_the_room(
    steps: list[tuple[str, bytes, bool]], limit: int
) -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(limit)
    for tag, answer, is_asked_again in steps:
        kept.keep(tag, _plain(answer))
        if is_asked_again:
            kept.get(tag)
        held = [*kept._once.values(), *kept._again.values()]
        assert kept._free_bytes == limit - sum(map(_size, held)) >= 0
        assert kept._free_bytes_again == limit * 3 // 4 - sum(map(_size, kept._again.values())) >= 0
        assert not kept._once.keys() & kept._again.keys()


@given(Steps)
def test_what_is_kept_is_what_was_said_first_of_a_tag(steps: list[tuple[str, bytes, bool]]) -> None:
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(100_000)
    first: dict[str, bytes] = {}
    for tag, answer, is_asked_again in steps:
        kept.keep(tag, _plain(first.setdefault(tag, answer)))
        if is_asked_again:
            assert kept.get(tag) == _plain(first[tag])


@pytest.mark.parametrize("length", [0, 100, 5_000, 60_000])
@pytest.mark.parametrize("is_asked_again", [False, True])
def test_the_room_is_that_of_the_memory(length: int, *, is_asked_again: bool) -> None:
    limit = 1_000_000
    tracemalloc.start()
    kept: KeptAnswers[KeptAnswer] = KeptAnswers(limit)
    for number in range(4 * limit // (length + 300)):
        tag = sha256(str(number).encode()).hexdigest()[:32]
        kept.keep(tag, _plain(bytes(length)))
        if is_asked_again:
            kept.get(tag)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 0.6 * limit < taken < 1.1 * limit


def test_a_finding_is_found_out_once() -> None:
    numbers = iter(range(3))
    findings = KeptFindings()
    assert [findings.get("a", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]


def test_findings_are_told_apart_by_name() -> None:
    findings = KeptFindings()
    assert (findings.get("a", lambda: 1), findings.get("b", lambda: 2)) == (1, 2)


def test_who_waits_for_one_finding_does_not_keep_others_waiting() -> None:
    findings = KeptFindings()
    begun, go_on = threading.Event(), threading.Event()

    def find_slowly() -> int:
        begun.set()
        assert go_on.wait(20)
        return 1

    slow = threading.Thread(target=findings.get, args=("slow", find_slowly))
    slow.start()
    assert begun.wait(20)
    assert findings.get("quick", lambda: 2) == 2
    go_on.set()
    slow.join()
    assert findings.get("slow", lambda: 3) == 1


def test_what_could_not_be_found_out_is_tried_again() -> None:
    findings = KeptFindings()
    with pytest.raises(ZeroDivisionError):
        findings.get("a", lambda: 1 // 0)
    assert findings.get("a", lambda: 1) == 1
