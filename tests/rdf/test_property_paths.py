"""A path is read as SHACL has it, and written as SPARQL has it and as SHACL wants it back."""

import pytest
from pyoxigraph import RdfFormat, Triple, serialize
from rdflib import RDF, SH, BNode, Graph
from rdflib.compare import isomorphic

from clustergraph.rdf.property_paths import PropertyPath, path_triples, read_path

PREFIXES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
"""
PATHS = {
    "cg:partOf": "cg:partOf",
    "( cg:partOf cg:periodStart )": "cg:partOf/cg:periodStart",
    "( [ sh:inversePath cg:partOf ] cg:periodEnd )": "^cg:partOf/cg:periodEnd",
    "[ sh:inversePath ( cg:partOf cg:sector ) ]": "^(cg:partOf/cg:sector)",
    "[ sh:alternativePath ( cg:locatedIn cg:covers ) ]": "cg:locatedIn|cg:covers",
    "( [ sh:alternativePath ( cg:locatedIn cg:covers ) ] cg:partOf )": (
        "(cg:locatedIn|cg:covers)/cg:partOf"
    ),
    "[ sh:oneOrMorePath [ sh:inversePath cg:partOf ] ]": "(^cg:partOf)+",
    "[ sh:zeroOrMorePath ( cg:partOf cg:partOf ) ]": "(cg:partOf/cg:partOf)*",
    "[ sh:zeroOrOnePath cg:partOf ]": "(cg:partOf)?",
}


def _read(turtle: str) -> tuple[Graph, PropertyPath]:
    shapes = Graph().parse(data=f"{PREFIXES} cg:shape sh:path {turtle} .", format="turtle")
    return shapes, read_path(shapes, next(shapes.objects(None, SH.path)))


@pytest.mark.parametrize(("turtle", "written"), PATHS.items())
def test_a_path_is_written_as_sparql_writes_it(turtle: str, written: str) -> None:
    assert str(_read(turtle)[1]) == written


@pytest.mark.parametrize("turtle", PATHS)
def test_as_triples_it_is_the_path_that_was_read(turtle: str) -> None:
    shapes, path = _read(turtle)
    node, triples = path_triples(path)
    back = Graph().parse(serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    back.parse(data=f"{PREFIXES} cg:shape sh:path {node} .", format="turtle")
    assert isomorphic(_without_names(back), shapes)


@pytest.mark.parametrize("turtle", PATHS)
def test_no_node_lacks_a_name_and_names_are_always_the_same(turtle: str) -> None:
    first, again = path_triples(_read(turtle)[1]), path_triples(_read(turtle)[1])
    assert first == again
    assert all(isinstance(triple, Triple) for triple in first[1])
    assert b"_:" not in (serialize(first[1], format=RdfFormat.N_TRIPLES) or b"")


def _without_names(graph: Graph) -> Graph:
    """Make blank nodes of the IRIs that stand for them."""
    plain = Graph()
    for triple in graph:
        subject, predicate, object_ = (
            BNode(str(node).rpartition("/")[2]) if "/.well-known/genid/" in str(node) else node
            for node in triple
        )
        plain.add((subject, predicate, object_))
    assert RDF.nil not in set(plain.subjects())
    return plain
