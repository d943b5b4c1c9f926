import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names.comparing.pairing import paired

WORDS = st.lists(st.sampled_from(["alfa", "beta", "klaster", "klastra", "of", "5th"]), min_size=1)


def test_each_word_is_paired_once() -> None:
    pairing = paired(("klaster", "klaster"), ("klastra",))
    assert len(pairing.pairs) == 1
    assert pairing.more == ["klaster"]


def test_the_most_alike_are_paired_first() -> None:
    pairing = paired(("klastra", "klaster"), ("klaster", "alfa"))
    assert pairing.more == ["klastra"]
    assert pairing.less == ["alfa"]
    assert pairing.spelling == 1


def test_words_in_another_order_are_out_of_order() -> None:
    assert paired(("alfa", "beta"), ("alfa", "of", "beta")).is_in_order
    assert not paired(("beta", "alfa"), ("alfa", "of", "beta")).is_in_order


@pytest.mark.parametrize("last", ["exc", "excelle"])
def test_a_begun_word_goes_with_one_that_begins_so_but_never_surely(last: str) -> None:
    begun = paired(("cluster", last), ("cluster", "excellence"), unfinished=True)
    assert begun.more == []
    assert begun.worst < 0.86


@pytest.mark.parametrize(
    ("asked", "is_broken_off"),
    [
        ("alfa excellen", True),
        ("alfa excellenc", False),
        ("excellen alfa", False),
        ("excelence", False),
    ],
)
def test_a_text_is_broken_off_where_its_last_word_lacks_more_than_a_letter(
    asked: str, is_broken_off: bool
) -> None:
    assert paired(tuple(asked.split()), ("alfa", "excellence")).is_broken_off == is_broken_off


def test_a_word_that_is_complete_is_not_begun() -> None:
    assert paired(("cluster",), ("cluster",), unfinished=True).worst == 1


def test_words_that_are_spelled_otherwise_are_told() -> None:
    assert paired(("klastra", "alfa"), ("klaster", "alfa")).otherwise_spelled == [
        ("klastra", "klaster")
    ]


@given(WORDS.map(tuple), WORDS.map(tuple))
def test_shares_lie_between_nothing_and_all(asked: tuple[str, ...], named: tuple[str, ...]) -> None:
    pairing = paired(asked, named)
    assert 0 <= pairing.share_of_asked <= 1 + 1e-9
    assert 0 <= pairing.share_of_name <= 1 + 1e-9
    assert len(pairing.more) + len(pairing.pairs) == len(asked)
    assert len(pairing.less) + len(pairing.pairs) == len(named)
