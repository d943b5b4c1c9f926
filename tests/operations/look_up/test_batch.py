"""Names and identifiers are looked up together, each item by itself."""

import pytest

from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.identifying.standing import Status
from clustergraph.operations.look_up.batch import Item, look_up_batch, look_up_identifier
from given.linked_home import ANDORRA, OAK, linked_home


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    return Dataset(linked_home(tmp_path_factory.mktemp("linked"))).current()


def test_outcomes_come_in_the_order_of_items(linked: OpenVersion) -> None:
    items = [Item(text=text) for text in ("wd:Q99", "Oak Cluster", "wd:Q5", "Oak Cluster", "")]
    outcomes = look_up_batch(linked, items, language="en", most_candidates=3)
    statuses = [outcome.status for outcome in outcomes]
    found, unknown, invalid = Status.FOUND, Status.UNKNOWN, Status.INVALID
    assert statuses == [unknown, found, found, found, invalid]
    assert outcomes[1] == outcomes[3]


def test_a_name_is_told_with_its_score_and_an_identifier_is_certain(linked: OpenVersion) -> None:
    items = [Item(text="oak cluster"), Item(text="wd:Q5")]
    by_name, by_identifier = look_up_batch(linked, items, language="en", most_candidates=3)
    assert by_name.hit is not None
    assert by_identifier.hit is not None
    assert (by_name.hit.thing.iri, by_identifier.hit.thing.iri) == (OAK, OAK)
    assert by_name.hit.score < by_identifier.hit.score == 100


def test_what_was_found_is_told_in_the_language_with_where_it_lies(linked: OpenVersion) -> None:
    items = [Item(text="wd:Q5"), Item(text="iso:AD")]
    oak, andorra = look_up_batch(linked, items, language="bg", most_candidates=3)
    assert oak.hit is not None
    assert andorra.hit is not None
    assert (andorra.hit.thing.iri, andorra.hit.thing.label.text) == (ANDORRA, "Андора")
    assert oak.hit.description == "Андора"


def test_a_name_is_no_identifier(linked: OpenVersion) -> None:
    item = Item(text="Oak Cluster")
    assert look_up_identifier(linked, item, language="en", most_candidates=3) is None
