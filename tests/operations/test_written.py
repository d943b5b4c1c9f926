"""What people wrote is told from what was built, by the graph that it stands in."""

from datetime import UTC, datetime

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.describing.describe import current_iri, describe
from clustergraph.operations.describing.express import quads_about
from clustergraph.operations.glance import iris_said, stated_texts
from clustergraph.operations.labels import Labels
from clustergraph.operations.listing.inventory import inventory
from clustergraph.operations.writing.log import Entry
from clustergraph.operations.writing.order import Kind
from clustergraph.operations.written import (
    is_told_by_people,
    only_written_in,
    writes_to,
    written_in,
)
from clustergraph.rdf.formats import RDF_FORMATS, TURTLE, Format
from clustergraph.rdf.write import write_quads
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

BIRCH, OAK, TOWN, UNKNOWN = (
    Iri(f"{BASE}id/{name}-aaaaaaaa") for name in ["birch", "oak", "town", "x"]
)
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
GRAPH = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX ex: <https://example.org/>
PREFIX graph: <https://w3id.org/clustergraph/graph/>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
GRAPH graph:asserted {
    id:oak-aaaaaaaa a cg:Cluster ; skos:prefLabel "Oak" ; cg:locatedIn id:town-aaaaaaaa .
    id:town-aaaaaaaa a cg:City ; skos:prefLabel "Town" .
}
id:oak-aaaaaaaa cg:locatedIn id:town-aaaaaaaa ; cg:partner id:birch-aaaaaaaa .
GRAPH ex:notes {
    id:oak-aaaaaaaa skos:prefLabel "Oak" ; cg:locatedIn id:town-aaaaaaaa .
    id:birch-aaaaaaaa a cg:Cluster ; cg:partner _:nobody ; cg:foundedIn "1999" , <http://[::1]/x> ;
        cg:says <<( ex:a ex:b ex:c )>> ; skos:prefLabel "עץ"@he--rtl .
}
"""


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    store = Store()
    store.extend(parse(GRAPH, format=RdfFormat.TRIG))
    return GraphStore(store)


def _entry(by: str, *graphs: str | None) -> Entry:
    return Entry(
        id=by,
        version="20260102T030405Z-0123456789abcdef",
        previous="20260102T030404Z-0123456789abcdef",
        when=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
        by=by,
        kind=Kind.UPDATE,
        graphs=tuple(name and Iri(name) for name in graphs),
        digest="secret",
    )


def test_a_statement_is_written_in_each_graph_that_no_build_made(graph: GraphStore) -> None:
    assert written_in(graph, OAK, CG.locatedIn, TOWN) == ("", "https://example.org/notes")
    assert written_in(graph, OAK, CG.partner, BIRCH) == ("",)
    assert written_in(graph, TOWN, CG.locatedIn, OAK) == ()


def test_what_a_build_says_too_is_not_only_written(graph: GraphStore) -> None:
    assert only_written_in(graph, OAK, CG.locatedIn, TOWN) == ()
    assert only_written_in(graph, OAK, CG.partner, BIRCH) == ("",)


def test_people_tell_of_what_they_wrote_and_of_what_they_referred_to(graph: GraphStore) -> None:
    assert is_told_by_people(graph, BIRCH)
    assert is_told_by_people(graph, TOWN)
    assert not is_told_by_people(graph, UNKNOWN)


def test_who_wrote_last_is_found_for_each_graph() -> None:
    log = (_entry("anna", None, "urn:a"), _entry("ben", "urn:a"), _entry("cleo", "urn:b"))
    found = writes_to(["urn:a", "", "urn:c"], log)
    assert [(it.graph, it.last.by if it.last else None, it.total) for it in found] == [
        ("", "anna", 1),
        ("urn:a", "ben", 2),
        ("urn:c", None, 0),
    ]


def test_a_write_is_told_without_the_hashes_of_what_was_sent() -> None:
    plain = _entry("anna", None).as_values()
    assert plain["graphs"] == [""]
    assert "secret" not in plain.values()


# -- What stands in several graphs, or can't be told -----------------------------------------------


def test_a_row_that_comes_of_two_graphs_is_given_once(graph: GraphStore) -> None:
    (name,) = consult(graph, "names-of", entity=OAK)
    assert name["name"] == Text("Oak")


def test_a_value_that_stands_in_two_graphs_is_given_once(graph: GraphStore) -> None:
    assert list(iris_said(graph, OAK, CG.locatedIn)) == [TOWN]


def test_what_can_not_be_told_is_left_out(graph: GraphStore) -> None:
    assert list(iris_said(graph, BIRCH, CG.partner)) == []
    founded = Iri(f"{BASE}ns#foundedIn")
    assert stated_texts(graph, BIRCH, founded) == [Text("1999")]
    assert consult(graph, "values-of", entity=BIRCH, property=founded)[0]["value"] == Text("1999")


def test_a_description_names_the_graphs_of_what_was_written(graph: GraphStore) -> None:
    found = describe(graph, OAK, Labels(graph))
    written = {
        group.property.iri: [each.written for each in group.relations] for group in found.relations
    }
    assert written == {CG.locatedIn: [("", "https://example.org/notes")], CG.partner: [("",)]}
    assert [name.written for name in found.names] == [()]  # a build gives it too
    assert found.written == ()
    assert describe(graph, BIRCH, Labels(graph)).written == ("https://example.org/notes",)


def test_what_nobody_tells_of_is_not_found(graph: GraphStore) -> None:
    assert current_iri(graph, BIRCH) == BIRCH
    with pytest.raises(NotFound):
        current_iri(graph, UNKNOWN)
    with pytest.raises(NotFound):
        describe(graph, UNKNOWN, Labels(graph))


def test_what_was_written_has_a_page(graph: GraphStore) -> None:
    assert BIRCH in inventory(graph)


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda each: each.key)
def test_all_formats_can_hold_what_was_written(graph: GraphStore, format_: Format) -> None:
    text = write_quads(quads_about(graph, BIRCH), format_).decode()
    assert "1999" in text
    assert "<<(" not in text


def test_rdf_1_2_holds_triples_and_directions(graph: GraphStore) -> None:
    text = write_quads(quads_about(graph, BIRCH, reifiers=True), TURTLE).decode()
    assert "<<(" in text
    assert "--rtl" in text


def test_a_thing_whose_class_stands_in_two_graphs_is_counted_once() -> None:
    store = Store()
    store.extend(parse(f"{GRAPH} id:oak-aaaaaaaa a cg:Cluster .", format=RdfFormat.TRIG))
    counted = {row.iri("class"): row.number("total") for row in consult(GraphStore(store), "kinds")}
    assert counted == {CG.Cluster: 2, CG.City: 1}
