"""Rules run until nothing more follows, and never past that."""

from itertools import pairwise
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from clustergraph.errors import RuleError
from clustergraph.iris import BASE, graph_iri
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store import inferring
from clustergraph.store.inferring import infer
from clustergraph.vocab import CG
from given.homes import numbered_quads

ASSERTED, INFERRED = NamedNode(graph_iri("asserted")), NamedNode(graph_iri("inferred"))
NEXT = NamedNode(f"{BASE}next")
HEADER = f"""# What follows is “later”.
# because: ?one :next ?other
PREFIX : <{BASE}>
PREFIX graph: <{BASE}graph/>
"""
FAR = """INSERT { GRAPH graph:inferred { ?one :far ?other } }
USING graph:asserted
USING graph:inferred
WHERE {
  { ?one :next ?other } UNION { ?one :next/:far ?other }
  FILTER NOT EXISTS { ?one :far ?other }
}
"""
BACKWARDS = """INSERT { GRAPH graph:inferred { ?other :before ?one } }
USING graph:asserted
USING graph:inferred
WHERE { ?one :next ?other . FILTER NOT EXISTS { ?other :before ?one } }
"""
ENDLESS = """INSERT { GRAPH graph:inferred { ?other :next ?new } }
USING graph:asserted
USING graph:inferred
WHERE { ?one :next ?other . BIND(UUID() AS ?new) FILTER NOT EXISTS { ?other :next ?any } }
"""
DOUBLING = """INSERT { GRAPH graph:inferred { ?new :next ?one } }
USING graph:asserted
USING graph:inferred
WHERE { ?one :next ?other . BIND(UUID() AS ?new) FILTER NOT EXISTS { ?new :next ?one } }
"""


@pytest.fixture
def store() -> Store:
    """Three things, one after the other."""
    store = Store()
    store.extend(numbered_quads(3))
    return store


def _write(folder: Path, name: str, body: str) -> None:
    (folder / f"{name}.rq").write_text(HEADER + body, encoding="utf-8")


def test_what_follows_from_what_follows_is_added_too(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, "far", FAR)
    assert infer(store, tmp_path) == 6
    assert len(list(store.quads_for_pattern(None, None, None, INFERRED))) == 6


def test_inferring_twice_adds_nothing() -> None:
    store = Store()
    ends = NamedNode("urn:week"), NamedNode(CG.partOf), NamedNode("urn:course")
    store.extend([*ontology_quads(), Quad(*ends, ASSERTED)])
    assert infer(store) > 0
    assert infer(store) == 0


def test_what_follows_only_after_very_many_rounds_is_no_endless_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inferring, "_MOST_ROUNDS", 20)
    store = Store()
    chain = [NamedNode(f"{BASE}things/{number}") for number in range(40)]
    store.extend(Quad(one, NEXT, other, ASSERTED) for one, other in pairwise(chain))
    _write(tmp_path, "far", FAR)
    assert infer(store, tmp_path) == 40 * 39 / 2


def test_a_rule_that_comes_to_no_end_is_named_with_its_rounds(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, "an-innocent", BACKWARDS)
    _write(tmp_path, "endless", ENDLESS)
    with pytest.raises(RuleError, match="after 100 rounds") as caught:
        infer(store, tmp_path)
    assert caught.value.location == f"{tmp_path / 'endless.rq'}:5"
    assert "must not make new things" in caught.value.reason


def test_a_rule_that_doubles_itself_is_stopped_before_it_fills_the_memory(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "doubling.rq").write_text(HEADER.replace("because:", "because all:") + DOUBLING)
    with pytest.raises(RuleError, match=r"come to no end: after [12]?[0-9] rounds"):
        infer(store, tmp_path)


def test_a_rule_that_adds_what_stands_in_another_graph_is_named(
    store: Store, tmp_path: Path
) -> None:
    _write(tmp_path, "far", FAR)
    ends = NamedNode(f"{BASE}things/0"), NamedNode(f"{BASE}far"), NamedNode(f"{BASE}things/1")
    store.add(Quad(*ends, NamedNode(graph_iri("voc"))))
    with pytest.raises(RuleError, match=r"already stands in .*graph/voc") as caught:
        infer(store, tmp_path)
    assert caught.value.location == f"{tmp_path / 'far.rq'}:5"


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        (FAR.replace("UNION {", "UNITED {"), 9, "no SPARQL Update"),
        (FAR.replace("?one :next ?other }", "?one :next }", 1), 9, "no SPARQL Update"),
        (FAR.replace("{ ?one :next ?other }", "{ ?one unknown:next ?other }"), 9, "no SPARQL"),
        (FAR.removesuffix("}\n"), 11, "no SPARQL Update"),
        (FAR.replace("UNION", "} ; INSERT { :a :b :c } WHERE {"), 5, "one pattern"),
    ],
)
def test_a_rule_that_is_no_sparql_update_is_told_by_file_and_line(
    store: Store, tmp_path: Path, body: str, line: int, words: str
) -> None:
    _write(tmp_path, "broken", body)
    with pytest.raises(RuleError) as caught:
        infer(store, tmp_path)
    assert caught.value.location == f"{tmp_path / 'broken.rq'}:{line}"
    assert words in caught.value.reason


def test_a_rule_that_stands_alone_as_an_update_adds_the_same(store: Store, tmp_path: Path) -> None:
    _write(tmp_path, "far", FAR)
    infer(store, tmp_path)
    alone = Store()
    alone.extend(numbered_quads(3))
    for _ in range(3):
        alone.update((tmp_path / "far.rq").read_text("utf-8"))
    assert set(alone) == set(store)
