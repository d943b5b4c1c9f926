"""Lists come in the order of what readers of a language see things called, page by page."""

from pathlib import Path

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.names import Name, NameIndex
from clustergraph.names.files.ordering import MOST_ORDERS
from given.named_things import CLUSTER, card, opened


def _order(names: NameIndex, language: str) -> list[str]:
    return [hit.card.iri.local for hit in names.in_order(language, limit=100).hits]


def test_each_language_has_an_order_and_any_other_that_of_english(tmp_path: Path) -> None:
    names = opened(
        tmp_path,
        card("a", Name("Alpha", "en"), Name("Я", "bg")),
        card("b", Name("Beta", "en"), Name("Б", "bg")),
    )
    assert [_order(names, language) for language in ("en", "bg", "fr")] == [
        ["a", "b"],
        ["b", "a"],
        ["a", "b"],
    ]


def test_there_may_be_more_languages_than_orders(tmp_path: Path) -> None:
    tags = [f"a{chr(97 + number)}" for number in range(MOST_ORDERS + 3)]
    names = opened(tmp_path, card("a", *(Name(f"Name in {tag}", tag) for tag in tags)))
    assert all(_order(names, tag) == ["a"] for tag in tags)


def test_things_of_one_name_are_told_apart_on_every_page(tmp_path: Path) -> None:
    names = opened(tmp_path, *(card(f"x{number}", Name("Same", "en")) for number in range(7)))
    seen, after = [], None
    while True:
        found = names.in_order("en", limit=2, after=after)
        seen += [hit.card.iri.local for hit in found.hits]
        after = found.next
        if after is None:
            break
    assert seen == [f"x{number}" for number in range(7)]


def test_a_token_holds_in_another_version(tmp_path: Path) -> None:
    old = [card(local, Name(local, "en")) for local in ("b", "d", "f")]
    token = opened(tmp_path / "old", *old).in_order("en", limit=2).next
    new = [card(local, Name(local, "en")) for local in ("a", "c", "e", "f")]
    found = opened(tmp_path / "new", *new).in_order("en", limit=2, after=token)
    assert [hit.card.iri.local for hit in found.hits] == ["e", "f"]


def test_a_token_holds_for_its_question_only(tmp_path: Path) -> None:
    names = opened(tmp_path, *(card(local, Name(local, "en")) for local in ("a", "b")))
    token = names.in_order("en", limit=1).next
    with pytest.raises(InvalidParameter):
        names.in_order("en", [CLUSTER], limit=1, after=token)


def test_who_stands_before_and_after_is_told(tmp_path: Path) -> None:
    first, second, third = (card(local, Name(local, "en")) for local in ("a", "b", "c"))
    names = opened(tmp_path, third, first, second)
    assert names.beside(second.iri, "en") == (first, third)
    assert names.beside(first.iri, "en") == (None, second)
    assert names.beside(card("nobody").iri, "en") == (None, None)
