"""What stands beside the store in a version: texts, what is withheld, names, relations, dumps."""

from dataclasses import dataclass

from clustergraph.names.writing.storing import build_names
from clustergraph.operations.building.storing import Stored
from clustergraph.operations.dataset_description.describe_dataset import dataset_quads
from clustergraph.operations.dumping.dump import write_dumps
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Draft
from clustergraph.store.writing import add_quads

__all__ = ["Filled", "fill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What tells a version from another: the hash of its content, the stamps of its tables."""

    content_hash: str
    names: str
    adjacency: str


def fill(draft: Draft, stored: Stored) -> Filled:
    """Fill a draft with all that follows from its store, and the store with what is said of it.

    The hash is that of the content alone: the report of the validation and the counts, which are
    added last, tell of it and are no part of it.
    """
    draft.keep_texts((document.id, document.text) for document in stored.graph.documents)
    draft.withhold(stored.graph.withheld)
    names = build_names(draft.names_path, cards(stored.reader))
    adjacency = adjacency_of(stored.reader).write(draft.adjacency_path)
    content = content_hash(stored.reader)
    add_quads(draft.store_path, [*stored.validation.as_quads(), *dataset_quads(stored.reader)])
    write_dumps(GraphStore.open(draft.store_path), draft.dumps_path)
    return Filled(content_hash=content, names=names, adjacency=adjacency)
