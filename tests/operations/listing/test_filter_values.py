import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.listing.filter_values import (
    Named,
    aspects_meant,
    few,
    place_meant,
    programme_meant,
    sector_meant,
)
from clustergraph.store.versions import Home


@pytest.fixture(scope="module")
def opened(small_home: Home) -> OpenVersion:
    return Dataset(small_home).current()


@pytest.mark.parametrize(
    "text",
    ["Karaganda", "Караганда", "karanganda", "karaganda-aaaaaaah", f"{BASE}id/karaganda-aaaaaaah"],
)
def test_a_place_is_meant_by_any_of_its_names_and_addresses(opened: OpenVersion, text: str) -> None:
    assert place_meant(opened, text) == f"{BASE}id/karaganda-aaaaaaah"


def test_a_name_that_is_only_like_one_is_refused_with_what_it_is_like(opened: OpenVersion) -> None:
    with pytest.raises(InvalidParameter, match="such as Караганда"):
        place_meant(opened, "Karagand")


def test_the_name_of_something_else_is_no_place(opened: OpenVersion) -> None:
    with pytest.raises(InvalidParameter, match="of a place in the graph"):
        place_meant(opened, "Jordi Conejos")
    with pytest.raises(InvalidParameter, match="of a place in the graph"):
        place_meant(opened, "jordi-conejos-aaaaaaak")


def test_programmes_and_sectors_are_meant_by_name_too(opened: OpenVersion) -> None:
    assert programme_meant(opened, "cluster excellence").startswith(f"{BASE}id/cluster-exc")
    assert sector_meant(opened, "Rolnictwo").startswith(BASE)


def test_empty_values_name_nothing_and_none_counts_twice() -> None:
    assert few("year", [" 2018 ", "", "2018", "2019"]) == ["2018", "2019"]


def test_too_many_values_are_refused() -> None:
    assert len(few("year", map(str, range(50)))) == 50
    with pytest.raises(InvalidParameter, match="50 at the most"):
        few("year", map(str, range(51)))


def test_years_and_languages_must_look_like_one(opened: OpenVersion) -> None:
    aspects = aspects_meant(opened, Named(years=["2018"], source_languages=["pl"]))
    assert (aspects.years, aspects.source_languages) == ((2018,), ("pl",))
    with pytest.raises(InvalidParameter, match="a year"):
        aspects_meant(opened, Named(years=["last"]))
    with pytest.raises(InvalidParameter, match="a language tag"):
        aspects_meant(opened, Named(source_languages=["Polish!"]))
