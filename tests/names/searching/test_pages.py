"""Pages of what is found: complete, without overlap, and only by a token of the same question."""

from collections.abc import Callable
from typing import Any

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import NameHit, NameIndex
from clustergraph.names.files.schema import FIRST_TIER_LENGTH
from given.named_things import CITY, CLUSTER

QUESTIONS = ["green", "Green Synergy Clustr", "karanganda", "cluster green", "g", "клъстер", "alfa"]


def paged(names: NameIndex, text: str, limit: int, **rest: Any) -> list[NameHit]:
    hits: list[NameHit] = []
    after = None
    while True:
        page = names.search(text, limit=limit, after=after, **rest)
        hits += page.hits
        if (after := page.next) is None:
            return hits


@pytest.mark.parametrize("prefix", [False, True])
@pytest.mark.parametrize("text", QUESTIONS)
def test_pages_of_any_size_hold_what_one_page_holds(
    names: NameIndex, text: str, prefix: bool
) -> None:
    every = names.search(text, limit=1000, prefix=prefix)
    assert every.next is None
    assert every.total == len(every.hits) == len({hit.card.iri for hit in every.hits})
    for limit in (1, 2, 3):
        assert paged(names, text, limit, prefix=prefix) == list(every.hits)


@pytest.mark.parametrize("text", QUESTIONS)
def test_who_wants_no_parts_where_there_are_whole_names_gets_all_pages_too(
    names: NameIndex, text: str
) -> None:
    every = names.search(text, limit=1000, parts=False)
    assert paged(names, text, 1, parts=False) == list(every.hits)


@pytest.mark.parametrize("text", QUESTIONS)
def test_scores_never_rise_along_the_list(names: NameIndex, text: str) -> None:
    scores = [hit.score for hit in names.search(text, limit=1000).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_a_listing_has_pages_too(names: NameIndex) -> None:
    every = names.of_kinds([CLUSTER, CITY], limit=100)
    first = names.of_kinds([CLUSTER, CITY], limit=3)
    rest = names.of_kinds([CITY, CLUSTER], limit=100, after=first.next)
    assert first.hits + rest.hits == every.hits
    assert [hit.card.prominence for hit in every.hits] == sorted(
        (hit.card.prominence for hit in every.hits), reverse=True
    )


@pytest.mark.parametrize(
    "change",
    [
        {"text": "cluster"},
        {"kinds": [CITY]},
        {"language": "bg"},
        {"places": [Iri("https://w3id.org/clustergraph/id/bulgaria")]},
        {"prefix": True},
    ],
)
def test_a_token_holds_for_its_question_only(names: NameIndex, change: dict[str, Any]) -> None:
    token = names.search("green", limit=1).next
    with pytest.raises(InvalidParameter, match="what an answer to the same question gave"):
        names.search(**{"text": "green", "after": token, **change})


def test_a_token_holds_where_the_marked_entity_is_gone(index: Callable[..., NameIndex]) -> None:
    def row(number: int) -> tuple[str, str, str, str, Iri, int]:
        return (f"alpha-{number}", f"Alpha {number}", "en", "prefLabel", CLUSTER, 9 - number)

    token = index(*(row(number) for number in range(5))).search("alpha", limit=2).next
    following = index(*(row(number) for number in (0, 2, 3, 4))).search("alpha", after=token)
    assert [hit.name for hit in following.hits] == ["Alpha 2", "Alpha 3", "Alpha 4"]


def test_a_first_page_of_many_is_that_of_the_whole_ranking(
    index: Callable[..., NameIndex],
) -> None:
    count = 2 * FIRST_TIER_LENGTH
    first = (
        (f"one-{number:05}", f"Best gamma {number}", "en", "prefLabel", CLUSTER, 9)
        for number in range(count)
    )
    later = (
        (f"two-{number:05}", f"Gamma {number}", "en", "prefLabel", CITY, 1)
        for number in range(count)
    )
    names = index(*first, *later)
    page = names.search("gam", prefix=True, limit=5)
    assert [hit.card.iri.local for hit in page.hits] == [f"two-{at:05}" for at in range(5)]
    assert names.search("gamma", prefix=True, limit=5).hits[0].card.cls == CITY
    assert names.search("bes", prefix=True, limit=5).hits[0].card.iri.local == "one-00000"
    assert names.search("gamma best", prefix=True, limit=5).hits[0].card.cls == CLUSTER
    assert page.total == 2 * count
