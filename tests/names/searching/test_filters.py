"""What the hits of a search must be, whatever they are called."""

from pathlib import Path

from clustergraph.model import Iri
from clustergraph.names import Aspects, Name
from clustergraph.names.searching.filters import filtering
from given.named_things import CITY, CLUSTER, card, opened


def test_an_aspect_is_wanted_among_several_and_of_each_kind(tmp_path: Path) -> None:
    both = Aspects(years=(2018, 2019), source_languages=("pl",))
    names = opened(
        tmp_path,
        card("a", Name("A", "en"), aspects=both),
        card("b", Name("B", "en"), aspects=Aspects(years=(2019,), source_languages=("en",))),
    )

    def found(aspects: Aspects) -> list[str]:
        return [hit.card.iri.local for hit in names.in_order("en", aspects=aspects).hits]

    assert found(Aspects(years=(2018, 2020))) == ["a"]
    assert found(Aspects(years=(2019,))) == ["a", "b"]
    assert found(Aspects(years=(2019,), source_languages=("en",))) == ["b"]
    assert found(Aspects(years=(2018,), source_languages=("en",))) == []
    assert dict(names.facets(aspects=Aspects(years=(2018,)))["year"]) == {"2018": 1, "2019": 2}


_PLACE = Iri("https://w3id.org/clustergraph/id/bulgaria")


def test_equal_filters_are_the_same_whatever_their_order() -> None:
    assert filtering([CLUSTER, CITY], [_PLACE]) == filtering([CITY, CLUSTER], (_PLACE,))


def test_what_is_narrowed_already_is_told_but_for_classes() -> None:
    filters = filtering([CITY], [_PLACE], "bg", Aspects(years=(2018,)))
    assert filters.facets() == {"country", "language", "year"}
    assert filtering([CITY], []).facets() == frozenset()
