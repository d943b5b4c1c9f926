"""Each thing has an identifier without a slash, which leads back to it."""

import pytest

from clustergraph.errors import Gone, NotFound, Withdrawn
from clustergraph.iris import BASE
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.reconciling.identifiers import identified, identifier_of, iri_meant
from given.forgetful import WHY, Forgetful

_RUSE = f"{BASE}id/ruse-aaaaaaad"
_MANAGEMENT = f"{BASE}voc/training-topics/cluster-management"


@pytest.mark.parametrize("iri", [_RUSE, _MANAGEMENT])
def test_an_identifier_leads_back_to_its_thing(opened: OpenVersion, iri: str) -> None:
    assert "/" not in identifier_of(iri)
    assert iri_meant(opened, identifier_of(iri)) == iri


def test_the_identifier_of_what_was_merged_stands_for_what_it_became(opened: OpenVersion) -> None:
    assert iri_meant(opened, "gec-aaaaaaaz") == f"{BASE}id/green-energy-cluster-aaaaaaaf"


def test_what_is_gone_is_told_from_what_never_was(opened: OpenVersion) -> None:
    with pytest.raises(Gone, match="gone-aaaaaaay was removed: no document") as removed:
        iri_meant(opened, "gone-aaaaaaay")
    assert removed.type is Gone
    with pytest.raises(NotFound):
        iri_meant(opened, "nobody-aaaaaaaa")
    with pytest.raises(NotFound):
        iri_meant(opened, "Green Energy Cluster")


def test_what_was_taken_down_tells_the_reason_that_was_given_once(forgetful: Forgetful) -> None:
    with pytest.raises(Withdrawn) as taken_down:
        iri_meant(Dataset(forgetful.place.home).current(), forgetful.iri)
    assert (taken_down.value.why, str(taken_down.value).count("taken down")) == (WHY, 1)


def test_a_name_is_no_identifier_and_space_round_one_is_passed_over(opened: OpenVersion) -> None:
    assert identified(opened, "Ruse") is None
    meant = identified(opened, "  ruse-aaaaaaad ")
    assert meant is not None
    assert meant.iri == _RUSE
