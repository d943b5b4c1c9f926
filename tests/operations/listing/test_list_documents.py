from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from clustergraph.errors import InvalidParameter
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.listing.list_documents import Selection, document_entry, list_documents
from clustergraph.store.versions import Home
from given.homes import publish_quads

DATES = {"a": "2019", "b": "", "c": "2019-01-28", "d": "2013-07-19", "e": "", "f": "2013-07-19"}
NEWEST_FIRST = ["c", "a", "d", "f", "b", "e"]
DOCUMENT = '<doc/{0}{0}> a cg:Document ; dcterms:language "pl" {1} .'
GRAPH = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
BASE <https://w3id.org/clustergraph/>
GRAPH <graph/asserted> {{ {} }}
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    """Six documents, two of which were published on one day, and two nobody knows when."""
    documents = [
        DOCUMENT.format(name, f'; dcterms:issued "{date}"' if date else "")
        for name, date in DATES.items()
    ]
    return published(tmp_path_factory.mktemp("documents"), GRAPH.format("\n".join(documents)))


def published(path: Path, graph: str) -> OpenVersion:
    publish_quads(Home(path), parse(graph, format=RdfFormat.TRIG))
    return Dataset(Home(path)).current()


def names(opened: OpenVersion, wanted: Selection, limit: int = 100, after: str = "") -> list[str]:
    found = list_documents(opened, wanted, limit=limit, after=after)
    return [entry.iri.local[0] for entry in found.entries]


def test_the_newest_come_first_and_those_without_a_date_last(opened: OpenVersion) -> None:
    assert names(opened, Selection()) == NEWEST_FIRST


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5, 6])
def test_pages_of_any_size_make_the_whole(opened: OpenVersion, limit: int) -> None:
    collected: list[str] = []
    after: str | None = ""
    while after is not None:
        found = list_documents(opened, Selection(), limit=limit, after=after)
        collected += [entry.iri.local[0] for entry in found.entries]
        assert found.total == len(DATES)
        after = found.next
    assert collected == NEWEST_FIRST


def test_a_date_leaves_out_what_has_none(opened: OpenVersion) -> None:
    assert names(opened, Selection(issued_from="1900")) == ["c", "a", "d", "f"]
    assert names(opened, Selection(issued_to="2100")) == ["c", "a", "d", "f"]
    assert names(opened, Selection(issued_from="2013-07", issued_to="2013")) == ["d", "f"]


@pytest.mark.parametrize("after", ["x", "2013.", ".", "2013-07-19.ÿ", "a" * 5_000])
def test_what_no_answer_gave_is_refused(opened: OpenVersion, after: str) -> None:
    with pytest.raises(InvalidParameter):
        names(opened, Selection(), after=after)


def test_an_entry_is_found_by_its_iri_or_not_at_all(opened: OpenVersion) -> None:
    entry = list_documents(opened, Selection(), limit=1).entries[0]
    assert document_entry(opened, entry.iri) == entry
    assert document_entry(opened, type(entry.iri)(f"{entry.iri}0")) is None
