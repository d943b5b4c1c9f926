"""Versions whose quads an engine is sent: with all kinds of graphs and terms."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, Store, parse

from clustergraph.iris import BASE
from clustergraph.store.changing import Change
from clustergraph.store.versions import Home, Version, drafting

__all__ = ["TERMS", "A", "B", "change", "quads", "version"]

A, B = f"{BASE}graph/a", f"{BASE}graph/b"

TERMS: Final = (
    "<urn:o>",
    '"plain"',
    '""',
    '"y"@en',
    '"żółć \\u00e9 \\n \\r \\t \\" \\\\ 𝒳 \\u0001"@pl-x-y',
    '"' + "long " * 2_000 + '"@en',
    "4",
    "-5",
    "12.50",
    "1.0E3",
    "true",
    '"2020-02-29"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2020-02-29T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
    '"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    '"a/b"^^<http://www.w3.org/2001/XMLSchema#anyURI>',
    '"other"^^<urn:type>',
)
"""As SPARQL and Turtle both write them."""


def quads(trig: str) -> list[Quad]:
    """Read TriG; names without a scheme stand below our graphs."""
    return list(parse(trig, format=RdfFormat.TRIG, base_iri=f"{BASE}graph/"))


def change(*, added: str = "", removed: str = "") -> Change:
    """Make a change of TriG."""
    return Change(added=tuple(quads(added)), removed=tuple(quads(removed)))


def version(home: Path, *found: Quad | Iterable[Quad], content_hash: str = "1" * 64) -> Version:
    """Publish a version with these quads and nothing beside them."""
    with drafting(Home(home)) as draft:
        store = Store(str(draft.store_path))
        for one in found:
            store.extend([one] if isinstance(one, Quad) else one)
        store.flush()
        del store
        return draft.publish(content_hash)
