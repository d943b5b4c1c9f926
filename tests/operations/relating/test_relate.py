"""The table of relations says the same as the queries that stand for it, whatever was written."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.relating.relate import adjacency_of, bring_relations_along, relate
from clustergraph.rdf.prefixes import expand
from clustergraph.store.adjacency import Adjacency, Bundle, Way
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

QUERIES = {
    Way.RELATED: "all-related",
    Way.INCOMING: "all-incoming",
    Way.FOLLOWING: "all-following",
    Way.MENTIONED: "all-mentioning",
}


def ours(graph: GraphStore) -> Iterator[Bundle]:
    """Yield the bundles of what has a page."""
    for bundle in relate(graph):
        if bundle.thing.startswith((f"{BASE}id/", f"{BASE}voc/", f"{BASE}doc/")):
            yield bundle


def asked(graph: GraphStore, bundle: Bundle) -> list[Iri]:
    about = {"entity": bundle.thing}
    if bundle.way is not Way.MENTIONED:
        about["property"] = bundle.property
    if bundle.kind:
        about["class"] = bundle.kind
    return [row.iri("other") for row in consult(graph, QUERIES[bundle.way], **about)]


@pytest.mark.parametrize("way", list(QUERIES))
def test_the_table_says_what_the_query_says(small_graph: GraphStore, way: Way) -> None:
    bundles = [each for each in ours(small_graph) if each.way is way and each.members]
    assert bundles
    for bundle in bundles:
        assert list(bundle.members) == asked(small_graph, bundle), bundle


def test_passages_are_counted_and_not_named(small_graph: GraphStore) -> None:
    document = Iri(f"{BASE}doc/71fb2550c3039bbf")
    (passages,) = [
        each for each in adjacency_of(small_graph).of(document) if each.kind == CG.Evidence
    ]
    assert passages.property == CG.inDocument
    assert passages.total > 0
    assert not passages.members


def test_texts_are_counted_by_property_without_names(small_graph: GraphStore) -> None:
    training = Iri(f"{BASE}id/4th-training-module-aaaaaaai")
    texts = [each for each in adjacency_of(small_graph).of(training) if each.way is Way.SAID]
    assert {(each.property.local, each.total) for each in texts} == {
        ("startDate", 1),
        ("endDate", 1),
        ("participantCount", 1),
    }


def test_a_graph_without_a_table_makes_it_once(small_graph: GraphStore) -> None:
    assert adjacency_of(small_graph) is adjacency_of(small_graph)


# -- What was written since ------------------------------------------------------------------------

ID, NS = f"{BASE}id/", f"{BASE}ns#"
THINGS = [NamedNode(f"{ID}{name}-aaaaaaaa") for name in "abc"]
DOCUMENTS = [NamedNode(f"{BASE}doc/{number}") for number in range(3)]
PASSAGE = NamedNode(f"{BASE}ev/1")
ODD = NamedNode("http://[::1]/odd")
"""An IRI for the store, and none for us."""
CLASSES = [NamedNode(f"{NS}{name}") for name in ("Cluster", "Project", "Document")]
DAYS = [Literal(day) for day in ("2018", "2018-05-02", "2019-01")]
RELATIONS = [NamedNode(f"{NS}{name}") for name in ("partner", "involves", "mentionedIn")]
INVERSE = (RELATIONS[0], NamedNode("http://www.w3.org/2002/07/owl#inverseOf"), RELATIONS[2])
TYPE, SUBJECT, LABEL, ISSUED = (
    NamedNode(expand(name)) for name in ("rdf:type", "rdf:subject", "rdfs:label", "dcterms:issued")
)
BUILT = [NamedNode(graph_iri(name)) for name in ("asserted", "inferred", "doc/0", "meta")]
MINE = NamedNode("https://example.org/mine")
WRITTEN: list[NamedNode | BlankNode | DefaultGraph] = [DefaultGraph(), MINE, BlankNode("mine")]

anybody = st.sampled_from([*THINGS, *DOCUMENTS, PASSAGE, ODD])
triples = st.one_of(
    st.builds(Triple, anybody, st.sampled_from([*RELATIONS, SUBJECT]), anybody),
    st.builds(Triple, st.sampled_from(THINGS), st.just(RELATIONS[2]), st.sampled_from(DOCUMENTS)),
    st.builds(Triple, anybody, st.just(TYPE), st.sampled_from([*CLASSES, ODD])),
    st.builds(Triple, st.sampled_from(DOCUMENTS), st.just(ISSUED), st.sampled_from(DAYS)),
    st.builds(Triple, anybody, st.sampled_from([LABEL, ISSUED]), st.sampled_from(DAYS)),
)
built_graphs = st.dictionaries(
    triples.filter(lambda triple: ODD not in {triple.subject, triple.object}),
    st.sampled_from(BUILT),
    max_size=25,
)
written_graphs = st.sets(st.tuples(triples, st.sampled_from(WRITTEN)), max_size=12)


def quads_of(
    statements: Iterable[tuple[Triple, NamedNode | BlankNode | DefaultGraph]],
) -> set[Quad]:
    return {
        Quad(triple.subject, triple.predicate, triple.object, graph) for triple, graph in statements
    }


def told(adjacency: Adjacency) -> list[object]:
    """Tell all bundles, of whatever can have one."""
    return [
        (each.thing, each.way, each.property, each.kind, each.total, list(each.members))
        for node in [*THINGS, *DOCUMENTS, PASSAGE, *CLASSES]
        for each in adjacency.of(Iri(node.value))
    ]


def store_of(quads: Iterable[Quad]) -> GraphStore:
    store = Store()
    store.extend(quads)
    store.add(Quad(*INVERSE, NamedNode(graph_iri("ontology"))))
    return GraphStore(store)


@settings(deadline=None)
@given(built_graphs, st.lists(written_graphs, min_size=2, max_size=5))
def test_a_table_that_is_brought_along_says_what_a_new_one_would(
    built: Mapping[Triple, NamedNode], writes: list[set[tuple[Triple, NamedNode]]]
) -> None:
    quads = quads_of(built.items())
    states = [store_of(quads | written) for written in map(quads_of, [set(), *writes])]
    with TemporaryDirectory() as folder:
        adjacency_of(states[0]).write(Path(folder))
        for before, graph in pairwise(states):
            old, new = set(before.quads()), set(graph.quads())
            change = Change(added=tuple(new - old), removed=tuple(old - new))
            bring_relations_along(Path(folder), change, graph, before)
            assert told(Adjacency.open(Path(folder))) == told(Adjacency.made_of(relate(graph)))
