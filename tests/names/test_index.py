"""An index is searched: by name, by class, by place; whatever is asked, it answers."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import Iri
from clustergraph.names import Found, Match, NameIndex
from given.named_things import CITY, CLUSTER, local

ODD = [
    "",
    " ",
    "(",
    ")",
    "((a",
    '"',
    "'",
    "\\",
    "/",
    "a/b",
    "*",
    ".*",
    "[a-",
    "a AND",
    "-a",
    "x:y",
    "+",
    "🎉",
    "\x00",
    "\ud800",
]


def test_many_names_of_one_entity_do_not_crowd_out_the_next(
    index: Callable[..., NameIndex],
) -> None:
    many = [("many", f"Alpha {number}", "en", "altLabel", CLUSTER, 9) for number in range(40)]
    names = index(*many, ("one", "Alpha beta", "en", "prefLabel", CLUSTER, 1))
    assert local(names, "alpha", limit=2) == ["many", "one"]


def test_the_best_of_a_longer_list_is_the_shorter_list(names: NameIndex) -> None:
    every = local(names, "green", limit=100)
    assert [local(names, "green", limit=limit) for limit in range(5)] == [
        every[:limit] for limit in range(5)
    ]


def test_filters_keep_classes_and_languages(names: NameIndex) -> None:
    assert local(names, "karaganda", kinds=[CLUSTER]) == []
    assert local(names, "karaganda", kinds=[CLUSTER, CITY]) == ["karaganda"]
    in_english = names.search("zelena sinergiya", language="en").hits
    assert not [hit for hit in in_english if hit.language != "en" or hit.match != Match.FUZZY]
    assert local(names, "zelena sinergiya klaster", language="bg")[0] == "green-synergy"


@pytest.mark.parametrize("text", [*ODD, "x" * 10_000, "( " * 5_000, "ж" * 70_000, "a " * 10_000])
@pytest.mark.parametrize("prefix", [False, True])
def test_odd_input_is_answered(names: NameIndex, text: str, prefix: bool) -> None:
    assert isinstance(names.search(text, prefix=prefix), Found)


@given(st.text(), st.booleans())
def test_no_text_raises(names: NameIndex, text: str, prefix: bool) -> None:
    assert len(names.search(text, limit=3, prefix=prefix).hits) <= 3


def test_threads_share_an_index(names: NameIndex) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: tuple(local(names, "green")), range(64)))
    assert len(answers) == 1


def test_a_card_is_found_by_its_iri(names: NameIndex) -> None:
    iri = Iri("https://w3id.org/clustergraph/id/karaganda")
    card = names.card(iri)
    assert card is not None
    assert (card.iri, card.cls, card.prominence, len(card.names)) == (iri, CITY, 5, 3)
    assert names.card(Iri("https://w3id.org/clustergraph/id/nobody")) is None


def test_what_fits_on_one_page_is_counted_as_what_does_not(names: NameIndex) -> None:
    assert names.search("green", limit=100).total == names.search("green", limit=1).total > 1
