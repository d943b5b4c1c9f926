"""What things are narrowed by, or what is wanted of them."""

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import Iri
from clustergraph.names.aspects import NO_ASPECTS, Aspects

_SECTOR = Iri("https://w3id.org/clustergraph/voc/sectors/agrifood")


def test_each_kind_that_is_wanted_needs_one_of_its_values() -> None:
    thing = Aspects(sectors=(_SECTOR,), years=(2018, 2019))
    assert Aspects(years=(2019, 2020)).admits(thing)
    assert not Aspects(years=(2019,), source_languages=("pl",)).admits(thing)
    assert not Aspects(years=(2019,)).admits(NO_ASPECTS)


@given(st.lists(st.integers(1900, 2100)))
def test_whoever_wants_nothing_admits_all_and_all_admit_themselves(years: list[int]) -> None:
    thing = Aspects(years=tuple(years))
    assert NO_ASPECTS.admits(thing)
    assert thing.admits(thing)


def test_equal_aspects_are_the_same_once_they_are_ordered() -> None:
    assert Aspects(years=(2019, 2018, 2019)).ordered() == Aspects(years=(2018, 2019)).ordered()


def test_each_kind_has_a_field_of_texts() -> None:
    fields = Aspects(sectors=(_SECTOR,), years=(2018,)).fields()
    assert fields == {"sector": [_SECTOR], "programme": [], "year": ["2018"], "source_language": []}
