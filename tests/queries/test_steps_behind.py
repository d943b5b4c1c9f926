"""The query for the words behind a link that follows finds what the rules themselves tell."""

from pyoxigraph import NamedNode, Triple

from clustergraph.iris import graph_iri
from clustergraph.operations.proving.prove import prove
from clustergraph.sparql.catalogue import find_query
from clustergraph.sparql.rules import read_rules
from clustergraph.store.graph import GraphStore
from clustergraph.store.inferring import RULES

INFERRED = NamedNode(graph_iri("inferred"))
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def test_every_link_that_follows_is_given_the_statements_and_quotes_behind_it(
    our_graph: GraphStore,
) -> None:
    rules, query = read_rules(RULES), find_query("steps-behind")
    links = [quad.triple for quad in our_graph.quads(graph=INFERRED) if _is_link(quad.triple)]
    for link in links[::3]:
        ends = {"subject": link.subject, "predicate": link.predicate, "object": link.object}
        rows = our_graph.select(query, **ends)
        found = {str(Triple(row["from"], row["by"], row["to"])) for row in rows}  # type: ignore[arg-type]
        behind = {
            str(statement)
            for proof in prove(our_graph, link, rules)
            for statement, way in proof.steps.items()
            if way is None
        }
        assert behind <= found, link
        assert all(row["quote"] and row["document"] for row in rows)


def _is_link(triple: Triple) -> bool:
    return isinstance(triple.object, NamedNode) and triple.predicate != TYPE
