"""Versions that were written to, made by hand: nothing is checked, and no list is brought along."""

import hashlib
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from clustergraph.operations.writing.log import Entry, add_entry, entry_quads
from clustergraph.operations.writing.order import Kind
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import continued

__all__ = ["GRAPH", "write_by_hand"]

GRAPH = "https://example.org/ours"
_PREFIXES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX our: <https://example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def write_by_hand(
    home: Home,
    added: str = "",
    *,
    removed: str = "",
    made: Iterable[str] = (),
    by: str = "anna",
    graphs: tuple[str | None, ...] = (GRAPH,),
) -> Version:
    """Write statements, TriG with our usual prefixes, onto the current version."""
    current = home.current()
    with drafting(home) as draft:
        when = draft.now()
        content_hash = hashlib.sha256(f"{current.content_hash}{when}".encode()).hexdigest()
        entry = Entry(
            id=content_hash[:16],
            version=home.version_at(when, content_hash).id,
            previous=current.id,
            when=when,
            by=by,
            kind=Kind.UPDATE,
            graphs=graphs,
            added=len(_quads(added)),
            removed=len(_quads(removed)),
        )
        draft.take_over(current)
        with continued(current.store_path, draft.store_path) as store:
            for quad in _quads(removed):
                store.remove(quad)
            for name in made:
                store.add_graph(NamedNode(name))
            store.extend(_quads(added))
            if not current.is_plain:
                store.extend(entry_quads(entry))
            del store
        add_entry(entry, draft.writes_path)
        names, adjacency = current.stamps["names"], current.stamps["adjacency"]
        return draft.publish_after(current, content_hash, names=names, adjacency=adjacency, at=when)


def _quads(text: str) -> list[Quad]:
    return list(parse(_PREFIXES + text, format=RdfFormat.TRIG))
