import pytest

from clustergraph.model import Iri
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.identifying.standing import (
    Standing,
    Status,
    redirects_of,
    standing_of,
)
from clustergraph.store.versions import Home
from given.drawn_versions import draw_version, thing

ADA, OLD, LOST, HIDDEN, NOBODY = (
    Iri(f"https://w3id.org/clustergraph/id/{name}")
    for name in ("ada", "old", "lost", "hidden", "nobody")
)
REDIRECTS = """GRAPH graph:redirects {
    id:old dcterms:isReplacedBy id:ada ; owl:deprecated true .
    id:lost owl:deprecated true .
}"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    folder = tmp_path_factory.mktemp("standing")
    draw_version(folder, thing("ada", "Person", label="Ada"), REDIRECTS, withheld=[HIDDEN])
    return Dataset(Home(folder)).current()


def test_what_is_there_stands_for_itself(opened: OpenVersion) -> None:
    assert standing_of(opened, ADA) == Standing(status=Status.FOUND, iri=ADA)


def test_what_was_merged_leads_to_what_it_is_now(opened: OpenVersion) -> None:
    assert standing_of(opened, OLD) == Standing(status=Status.MERGED, iri=ADA)


def test_what_is_gone_says_why(opened: OpenVersion) -> None:
    standing = standing_of(opened, LOST)
    assert (standing.status, standing.iri) == (Status.GONE, None)
    assert LOST in standing.why


def test_what_is_withheld_is_gone_for_the_reason_that_was_given(opened: OpenVersion) -> None:
    standing = standing_of(opened, HIDDEN)
    assert standing.status is Status.GONE
    assert "They asked." in standing.why


def test_what_nobody_tells_of_is_unknown(opened: OpenVersion) -> None:
    assert standing_of(opened, NOBODY) == Standing(status=Status.UNKNOWN)


def test_a_redirect_names_what_replaced_it_or_nothing(opened: OpenVersion) -> None:
    assert redirects_of(opened) == {OLD: ADA, LOST: None}
