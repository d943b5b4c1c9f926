import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse

from clustergraph.iris import BASE
from clustergraph.operations.comparing.sides import Side
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.store.graph import GraphStore

OURS = "https://example.org/ours"
BUILT = """
GRAPH graph:asserted {
    id:ada a cg:Person ; skos:prefLabel "Ada" ; rdfs:label "Ada" ; cg:affiliatedWith id:lab .
    id:lab a cg:Organisation ; skos:prefLabel "Lab" .
}
GRAPH <https://w3id.org/clustergraph/graph/doc/1> {
    doc:1 a cg:Document ; dcterms:identifier "one.txt" ; dcterms:title "News" .
    ev:1 rdf:subject id:ada ; rdf:predicate cg:affiliatedWith ; rdf:object id:lab ;
        cg:inDocument doc:1 ; cg:quote "Ada of the Lab" ;
        cg:reviewStatus <https://w3id.org/clustergraph/voc/review-status/machine> .
}
"""
WRITTEN = f"""
GRAPH <{OURS}> {{ id:ada skos:altLabel "Countess" ; cg:affiliatedWith id:club, _:b . }}
"""


@pytest.fixture(scope="module")
def side() -> Side:
    """A version of which the other one has nothing."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    more = "".join(f"PREFIX {part}: <{BASE}{part}/>\n" for part in ("id", "doc", "ev", "graph"))
    store = Store()
    store.extend(parse(prefixes + more + BUILT + WRITTEN, format=RdfFormat.TRIG))
    return Side(GraphStore(store), tuple(store))


def _node(local: str) -> NamedNode:
    return NamedNode(f"{BASE}{local}")


def _affiliated(other: str) -> Triple:
    return Triple(_node("id/ada"), _node("ns#affiliatedWith"), _node(other))


def test_classes_and_names_are_no_statements_but_other_names_that_somebody_wrote(
    side: Side,
) -> None:
    alias = NamedNode(f"{PREFIXES['skos']}altLabel")
    assert side.statements == {
        _affiliated("id/lab"),
        _affiliated("id/club"),
        Triple(_node("id/ada"), alias, Literal("Countess")),
    }


def test_what_a_side_names_and_gives_a_class_are_its_entities(side: Side) -> None:
    assert side.typed == side.named == {_node("id/ada"), _node("id/lab")}


def test_a_document_is_found_by_the_name_of_its_file(side: Side) -> None:
    assert side.documents_here_only() == {"one.txt": _node("doc/1")}
    assert side.has_document(_node("doc/1"))
    assert not side.has_document(_node("doc/2"))


def test_only_what_no_build_says_is_written(side: Side) -> None:
    assert not side.is_written(_affiliated("id/lab"))
    assert side.is_written(_affiliated("id/club"))
    assert side.states(_affiliated("id/club"))
    assert not side.states(_affiliated("id/other"))


def test_an_entity_is_there_when_something_gives_it_a_class(side: Side) -> None:
    assert side.has_entity(_node("id/ada"))
    assert not side.has_entity(_node("id/club"))


def test_a_passage_is_told_with_its_statement_and_its_words(side: Side) -> None:
    (passage,) = side.passages_that_differ()
    assert passage.statement == _affiliated("id/lab")
    assert passage.quote.text == "Ada of the Lab"
    assert passage.status.endswith("machine")
    assert side.passage(_node("ev/2")) is None


def test_a_thing_is_called_by_its_label_and_else_by_its_iri(side: Side) -> None:
    assert side.label(_node("id/ada")) == "Ada"
    assert side.label(Literal("Eve")) == "Eve"
    assert side.label(None) == ""
    assert side.kind_iri(_node("id/ada")) == f"{BASE}ns#Person"
    assert side.kind_iri(_node("id/club")) == ""
    assert side.words(_node("doc/1"), "dcterms:title") == "News"
