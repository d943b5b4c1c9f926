"""Classes are asked for by name, with all below them."""

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.names import NameIndex
from clustergraph.operations.look_up.kinds import KINDS, count_by_class, kinds_named
from clustergraph.vocab import CG


def test_a_class_stands_for_all_below_it_and_nothing_above() -> None:
    assert CG.Cluster in kinds_named("Agent")
    assert CG.Agent not in kinds_named("Cluster")


@pytest.mark.parametrize("name", KINDS)
def test_every_class_holds_itself(name: str) -> None:
    assert KINDS[name] in kinds_named(name)


@pytest.mark.parametrize("name", ["", "cluster", "Banana", "cg:Cluster"])
def test_what_is_no_class_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(InvalidParameter, match="Cluster, "):
        kinds_named(name)


def test_a_class_counts_what_lies_below_it_and_an_empty_one_is_left_out(
    small_names: NameIndex,
) -> None:
    counts = count_by_class(small_names)
    assert counts[CG.Agent] >= counts[CG.Cluster] > 0
    assert all(counts.values())
