"""Things are put in order by what readers of a language see them called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import Aspects, Card, Name, NameIndex
from clustergraph.names.ordering import MOST_ORDERS, written_as
from clustergraph.names.storing import build_names

_CITY = Iri("https://w3id.org/clustergraph/ns#City")


def _card(local: str, *names: Name, aspects: Aspects | None = None) -> Card:
    iri = Iri(f"https://w3id.org/clustergraph/id/{local}")
    return Card(iri=iri, cls=_CITY, prominence=1, names=names, aspects=aspects or Aspects())


def _opened(folder: Path, *cards: Card) -> NameIndex:
    build_names(folder, cards)
    return NameIndex.open(folder)


def _order(names: NameIndex, language: str) -> list[str]:
    return [hit.card.iri.local for hit in names.in_order(language, limit=100).hits]


def test_case_marks_and_quotes_do_not_part_names_that_begin_alike() -> None:
    names = ["„Zielona” 10", "zielona 9", "Żółta", "Łódź", "lodowa", "Ruse", "Русе", "élan"]
    assert sorted(names, key=written_as) == [
        *("élan", "lodowa", "Łódź", "Ruse", "zielona 9", "„Zielona” 10", "Żółta", "Русе")
    ]


@given(st.text())
def test_any_name_can_be_put_in_order(name: str) -> None:
    assert len(written_as(name)) <= 120


def test_each_language_has_an_order_and_any_other_that_of_english(tmp_path: Path) -> None:
    names = _opened(
        tmp_path,
        _card("a", Name("Alpha", "en"), Name("Я", "bg")),
        _card("b", Name("Beta", "en"), Name("Б", "bg")),
    )
    assert [_order(names, language) for language in ("en", "bg", "fr")] == [
        ["a", "b"],
        ["b", "a"],
        ["a", "b"],
    ]


def test_there_may_be_more_languages_than_orders(tmp_path: Path) -> None:
    tags = [f"a{chr(97 + number)}" for number in range(MOST_ORDERS + 3)]
    names = _opened(tmp_path, _card("a", *(Name(f"Name in {tag}", tag) for tag in tags)))
    assert all(_order(names, tag) == ["a"] for tag in tags)


def test_things_of_one_name_are_told_apart_on_every_page(tmp_path: Path) -> None:
    names = _opened(tmp_path, *(_card(f"x{number}", Name("Same", "en")) for number in range(7)))
    seen, after = [], None
    while True:
        found = names.in_order("en", limit=2, after=after)
        seen += [hit.card.iri.local for hit in found.hits]
        after = found.next
        if after is None:
            break
    assert seen == [f"x{number}" for number in range(7)]


def test_a_token_holds_in_another_version(tmp_path: Path) -> None:
    old = [_card(local, Name(local, "en")) for local in ("b", "d", "f")]
    token = _opened(tmp_path / "old", *old).in_order("en", limit=2).next
    new = [_card(local, Name(local, "en")) for local in ("a", "c", "e", "f")]
    found = _opened(tmp_path / "new", *new).in_order("en", limit=2, after=token)
    assert [hit.card.iri.local for hit in found.hits] == ["e", "f"]


@pytest.mark.parametrize("token", ["", "x", "W10", "bnVsbA", "WzEsMl0", "é", "[" * 50])
def test_what_is_no_token_is_refused(tmp_path: Path, token: str) -> None:
    names = _opened(tmp_path, _card("a", Name("A", "en")))
    with pytest.raises(InvalidParameter):
        names.in_order("en", after=token)


def test_an_aspect_is_wanted_among_several_and_of_each_kind(tmp_path: Path) -> None:
    both = Aspects(years=(2018, 2019), source_languages=("pl",))
    names = _opened(
        tmp_path,
        _card("a", Name("A", "en"), aspects=both),
        _card("b", Name("B", "en"), aspects=Aspects(years=(2019,), source_languages=("en",))),
    )

    def found(aspects: Aspects) -> list[str]:
        return [hit.card.iri.local for hit in names.in_order("en", aspects=aspects).hits]

    assert found(Aspects(years=(2018, 2020))) == ["a"]
    assert found(Aspects(years=(2019,))) == ["a", "b"]
    assert found(Aspects(years=(2019,), source_languages=("en",))) == ["b"]
    assert found(Aspects(years=(2018,), source_languages=("en",))) == []
    assert dict(names.facets(aspects=Aspects(years=(2018,)))["year"]) == {"2018": 1, "2019": 2}
