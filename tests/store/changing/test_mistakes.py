"""Whoever sends an update that can't be run is told where it is wrong, and what is."""

import pytest
from pyoxigraph import Store

from clustergraph.errors import BadUpdate
from clustergraph.sparql.updates import outline_update
from clustergraph.store.changing import apply_update


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("INSERT DATA {\n ex:s <urn:p> 1 }", (2, 2), "the prefix ex: is not declared"),
        ("INSERT { cg:x <urn:p> ?o } WHERE {}", (1, 10), "write PREFIX cg: <https://w3id.org/"),
        ("INSERT {} WHERE { ?s a :Thing }", (1, 24), "the prefix : is not declared"),
        ("CLEAR DEFAULT ;\nCOPY ex:a TO ex:b", (2, 6), "the prefix ex: is not declared"),
        ("INSERT DATA { <urn:s> <urn:p> ?o }", (1, 31), "no variables in data"),
        ("DELETE DATA {\n <urn:s> ?p 1 }", (2, 10), "no variables in data"),
        ("INSERT DATA { <relative> <urn:p> 1 }", (1, 25), "is no IRI"),
        ("INSERT DATA {\n<urn:s> <urn:p> }", (2, 17), "expected|can't stand"),
        ("DELETE WHERE { ?s ?p ?o FILTER(?o = 1) }", (1, 31), "expected"),
        ("INSERT { ?s ?p 'x'^^?t } WHERE { ?s ?p ?o }", (1, 19), "expected"),
        ("INSERT {} WHERE { ?s ?p }", (1, 19), "three parts"),
        ("INSERT {} WHERE { ?s ?p } # the end", (1, 19), "three parts"),
    ],
)
def test_the_place_and_the_mistake_are_told(text: str, place: tuple[int, int], reason: str) -> None:
    with pytest.raises(BadUpdate, match=reason) as caught:
        _apply(text, Store())

    assert (caught.value.line, caught.value.column) == place
    assert len(caught.value.reason) < 200


def test_what_the_engine_can_parse_and_not_run_is_told() -> None:
    with pytest.raises(BadUpdate):
        _apply("INSERT { ?s ?p ?n } WHERE { SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } }", Store())


def _apply(text: str, store: Store) -> None:
    operations = outline_update(text, is_plain=True)
    apply_update(store, operations, may_write=lambda _: None, keep_blank_nodes=True)
