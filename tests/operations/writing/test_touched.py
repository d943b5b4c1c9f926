"""Whoever is told of in another way after a change is among those that it touches."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.look_up import cards
from clustergraph.operations.writing.touched import MOST_OTHERS, Touched, touched_by
from clustergraph.rdf.prefixes import PREFIXES, expand
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
MINE = NamedNode("https://example.org/mine")


def quads(turtle: str, graph: NamedNode = MINE) -> list[Quad]:
    found = parse(PROLOGUE + turtle, format=RdfFormat.TURTLE)
    return [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]


def graph_of(statements: Iterable[Quad]) -> GraphStore:
    store = Store()
    store.extend(statements)
    return GraphStore(store)


def touched(added: str, beside: str = "") -> Touched:
    """Return what is touched by adding the one to the other."""
    new = quads(added)
    return touched_by(Change(added=tuple(new)), graph_of([*new, *quads(beside)]))


def ids(*names: str) -> frozenset[Iri]:
    return frozenset(Iri(f"{BASE}id/{name}") for name in names)


# -- Whose cards are others ------------------------------------------------------------------------

THINGS = [NamedNode(f"{BASE}id/{name}") for name in "abcd"]
CONCEPTS = [NamedNode(f"{BASE}voc/sectors/{name}") for name in "xy"]
SECTORS = NamedNode(f"{BASE}voc/sectors")
CLASSES = [NamedNode(expand(f"cg:{name}")) for name in ("City", "Country", "Programme", "Document")]
NAMES = [Literal(name, language="en") for name in ("One", "Two")]
GRAPHS = [DefaultGraph(), MINE]


def some(*names: str) -> st.SearchStrategy[NamedNode]:
    return st.sampled_from([NamedNode(expand(name)) for name in names])


anything = st.sampled_from(THINGS)
placed_in = some("cg:locatedIn", "cg:locatedInTransitive", "cg:partOf", "cg:fundedBy")
statements = st.one_of(
    st.tuples(anything, some("rdf:type"), st.sampled_from(CLASSES)),
    st.tuples(anything, some("skos:prefLabel", "skos:altLabel"), st.sampled_from(NAMES)),
    st.tuples(anything, placed_in, anything),
    st.tuples(anything, some("cg:mentionedIn", "cg:sector"), anything),
    st.tuples(anything, some("dcterms:language"), st.sampled_from([Literal("en"), Literal("pl")])),
    st.tuples(anything, some("cg:sector", "skos:exactMatch"), st.sampled_from(CONCEPTS)),
    st.tuples(st.sampled_from(CONCEPTS), some("skos:broader"), st.sampled_from(CONCEPTS)),
    st.tuples(st.sampled_from(CONCEPTS), some("skos:inScheme"), st.just(SECTORS)),
)
graphs = st.sets(st.tuples(statements, st.sampled_from(GRAPHS)), max_size=30)
KNOWN = quads(
    "\n".join(f'<{each.value}> a cg:Cluster ; skos:prefLabel "{each}"@pl .' for each in THINGS)
)
"""So that most have a card."""


def cards_in(graph: GraphStore) -> dict[Iri, Card]:
    return {card.iri: card for card in cards(graph)}


@settings(deadline=None)
@given(graphs, graphs, graphs)
def test_whose_card_is_another_than_before_is_touched(
    both: set[tuple[tuple[NamedNode, ...], NamedNode]],
    only_before: set[tuple[tuple[NamedNode, ...], NamedNode]],
    only_after: set[tuple[tuple[NamedNode, ...], NamedNode]],
) -> None:
    old, new = (
        {Quad(s, p, o, graph) for (s, p, o), graph in both | own} | set(KNOWN)
        for own in (only_before, only_after)
    )
    before, after = graph_of(old), graph_of(new)
    change = Change(added=tuple(new - old), removed=tuple(old - new))
    had, have = cards_in(before), cards_in(after)
    others = {iri for iri in {*had, *have} if had.get(iri) != have.get(iri)}
    assert others <= touched_by(change, after).named


def test_who_is_asserted_to_have_to_do_with_a_thing_makes_it_more_prominent() -> None:
    (quad,) = quads("id:a cg:partner id:b .", NamedNode(graph_iri("asserted")))
    assert touched_by(Change(added=(quad,)), graph_of([quad])).named == ids("a", "b")


def test_what_no_card_tells_touches_no_card() -> None:
    assert touched("id:a cg:partner id:b ; cg:topic 'wood' .").named == frozenset()


# -- Whom the rules look at ------------------------------------------------------------------------


def test_of_what_is_said_its_subject_is_looked_at() -> None:
    assert touched("id:a cg:locatedIn id:b .").nodes == ids("a")


def test_whoever_points_to_a_thing_is_looked_at_when_its_class_is_another() -> None:
    assert touched("id:a a cg:City .", "id:b cg:locatedIn id:a .").nodes == ids("a", "b")


@pytest.mark.parametrize(
    ("added", "beside"),
    [
        ("id:a cg:partOf id:b .", ""),
        ("id:a cg:sequenceNumber 7 .", "id:a cg:partOf id:b ."),
        ("id:a skos:prefLabel 'A'@en .", "id:b cg:partOf id:a ."),
        ("id:a skos:inScheme voc:kinds .", "id:b cg:kind id:a ."),
        ("id:a cg:reviewStatus id:rejected .", "id:a rdf:subject id:b ."),
        ("id:a dcterms:language 'en' .", "id:b cg:inDocument id:a ."),
        ("id:a owl:annotatedProperty skos:exactMatch .", "id:a owl:annotatedSource id:b ."),
        ("id:a skos:notation 'A' .", "id:b skos:notation 'A' ."),
        ("id:a dcterms:isReplacedBy id:b .", ""),
    ],
)
def test_others_are_looked_at_where_a_shape_goes_from_them_to_what_is_said(
    added: str, beside: str
) -> None:
    added, beside = (text.replace("voc:", "id:voc-") for text in (added, beside))
    assert ids("a", "b") <= touched(added, beside).nodes


# -- Odd and many ----------------------------------------------------------------------------------


def test_the_log_of_writes_touches_nothing() -> None:
    log = NamedNode(graph_iri("writes"))
    change = Change(added=tuple(quads("id:a a cg:City ; skos:prefLabel 'A'@en .", log)))
    assert touched_by(change, graph_of(change.added)) == Touched(
        nodes=frozenset(), named=frozenset()
    )


def test_nodes_without_a_name_and_addresses_that_are_none_are_passed_over() -> None:
    odd, type_ = NamedNode("http://[::1]/odd"), NamedNode(expand("rdf:type"))
    change = Change(added=tuple(Quad(each, type_, odd, MINE) for each in (odd, BlankNode())))
    assert touched_by(change, graph_of(change.added)).nodes == frozenset()


CROWD = "\n".join(f"id:crowd-{number} cg:locatedIn id:a ." for number in range(MOST_OTHERS + 100))


def test_of_very_many_others_some_are_touched_and_always_who_is_written_about() -> None:
    crowded = touched("id:a a cg:Country ; skos:prefLabel 'A'@en .", CROWD)
    assert ids("a") < crowded.named
    assert len(crowded.named) == len(crowded.nodes) == MOST_OTHERS + 1


def test_who_comes_to_a_crowd_touches_none_of_it() -> None:
    assert touched("id:b cg:locatedIn id:a .", CROWD) == Touched(nodes=ids("b"), named=ids("b"))
