"""What a model is told of a thing tells what people wrote from what documents say."""

from pathlib import Path

from clustergraph.client import Entity
from clustergraph.client.messages import Answer
from clustergraph.client.reading import reader
from clustergraph.iris import BASE
from clustergraph.mcp_server.telling import description
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.labels import Labels
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shaping import entity_answer
from given.written_home import BIRCH, written_home

TRAINING = Iri(f"{BASE}id/4th-training-module-aaaaaaai")


def test_what_was_written_says_so(small_home: Home, tmp_path: Path) -> None:
    version = written_home(small_home, tmp_path).current()
    entity = _entity(GraphStore.open(version.store_path), BIRCH)
    assert entity.facts[0].written == ("", "https://example.org/notes")
    first = description(entity).statements[0]
    assert (first.property, first.written, first.quotes) == ("cg:startDate", True, [])


def test_what_was_read_does_not(small_graph: GraphStore) -> None:
    statements = description(_entity(small_graph, TRAINING)).statements
    assert statements
    assert not any(each.written for each in statements)


def _entity(graph: GraphStore, iri: Iri) -> Entity:
    """Describe a thing, as a client reads it."""
    answer = as_json(entity_answer(describe(graph, iri, Labels(graph))))
    return reader(Entity)(Answer(url="", status=200, headers={}, content=answer))
