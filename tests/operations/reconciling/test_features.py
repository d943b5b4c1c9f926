"""Every number that explains a score has a name and a meaning."""

import pytest

from clustergraph.operations.reconciling.features import FEATURES, feature


@pytest.mark.parametrize("id_", FEATURES)
def test_a_feature_is_known_by_its_identifier(id_: str) -> None:
    assert feature(id_) == FEATURES[id_]
    assert feature(id_).meaning.endswith(".")


def test_that_of_a_property_is_named_after_it() -> None:
    found = feature("property:locatedIn")
    assert (found.id, found.name) == ("property:locatedIn", "agreement of locatedIn")
    assert found.meaning == FEATURES["property"].meaning


def test_one_that_nobody_described_has_a_name_all_the_same() -> None:
    assert feature("so_and_so").name == "so and so"
