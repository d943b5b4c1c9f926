from collections.abc import Iterable

import pytest
from pyoxigraph import NamedNode, Quad, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.funding_chain import FundingChain, funding_chain
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

PAID, PART = CG.fundedBy, CG.partOf


def _iri(name: str) -> Iri:
    return Iri(f"{BASE}id/{name}")


def _chain(
    steps: Iterable[tuple[str, Iri, str]], start: str, *, graph: str = "asserted"
) -> FundingChain | None:
    store = Store()
    for lower, property_, upper in steps:
        triple = (NamedNode(_iri(lower)), NamedNode(property_), NamedNode(_iri(upper)))
        store.add(Quad(*triple, NamedNode(graph_iri(graph))))
    found = GraphStore(store)
    return funding_chain(found, Labels(found), _iri(start))


def _steps(found: FundingChain | None) -> set[tuple[str, str]]:
    steps = found.steps if found else ()
    return {(step.lower.iri.local, step.upper.iri.local) for step in steps}


LINE = [
    ("training", PART, "project"),
    ("project", PAID, "programme"),
    ("programme", PAID, "payer"),
]


@pytest.mark.parametrize("start", ["training", "project", "programme", "payer"])
def test_the_chain_is_the_same_from_every_thing_in_a_line(start: str) -> None:
    expected = {("training", "project"), ("project", "programme"), ("programme", "payer")}
    assert _steps(_chain(LINE, start)) == expected


def test_a_whole_that_nobody_pays_for_is_no_step() -> None:
    steps = [*LINE, ("training", PART, "series"), ("series", PART, "tradition")]
    assert ("training", "series") not in _steps(_chain(steps, "training"))


def test_where_nobody_pays_there_is_no_chain() -> None:
    steps = [("training", PART, "project"), ("project", PART, "series")]
    assert _chain(steps, "project") is None
    assert _chain(steps, "nothing") is None


def test_a_part_of_what_nobody_pays_for_is_no_step_of_the_part_that_is_paid() -> None:
    steps = [("week", PART, "series"), ("series", PART, "whole"), ("whole", PAID, "payer")]
    other = [*steps, ("paid", PART, "free"), ("paid", PAID, "payer"), ("unpaid", PART, "free")]
    assert _steps(_chain(other, "free")) == set()
    assert ("week", "series") in _steps(_chain(other, "whole"))


def test_money_that_goes_round_in_a_circle_is_followed_once() -> None:
    steps = [("a", PAID, "b"), ("b", PAID, "c"), ("c", PAID, "a")]
    assert _steps(_chain(steps, "a")) == {("a", "b"), ("b", "c"), ("c", "a")}


def test_of_a_payer_with_very_many_projects_few_are_followed_and_it_says_so() -> None:
    found = _chain([(f"project-{number}", PAID, "payer") for number in range(2000)], "payer")
    assert found
    assert found.is_cut
    assert len(found.steps) < 20


def test_what_only_follows_from_other_statements_is_no_step() -> None:
    assert _chain(LINE, "training", graph="inferred") is None
