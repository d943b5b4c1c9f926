"""By what each thing can be found in a list."""

import pytest

from clustergraph.names import NO_ASPECTS
from clustergraph.operations.look_up.aspects import aspects, aspects_of
from clustergraph.store.graph import GraphStore
from given.named_things import card


def test_the_aspects_of_one_thing_are_those_among_all(small_graph: GraphStore) -> None:
    every = aspects(small_graph)
    assert every
    for thing, having in every.items():
        assert aspects_of(small_graph, thing) == having == having.ordered()


def test_nothing_is_known_of_what_is_not_there(small_graph: GraphStore) -> None:
    assert aspects_of(small_graph, card("nobody").iri) == NO_ASPECTS


@pytest.mark.parametrize("kind", ["sectors", "programmes", "years", "source_languages"])
def test_each_kind_of_aspect_is_read(small_graph: GraphStore, kind: str) -> None:
    assert any(getattr(having, kind) for having in aspects(small_graph).values())
