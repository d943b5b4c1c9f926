"""The home that is written to: the graph of the query benchmark as if it had been built.

Its triples stand in the graph of what is asserted, beside the ontology, and the clusters, places
and sectors have names; so a write finds rules to keep, and names and relations to bring along.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from bench.measuring.keeping import kept
from bench.query_speed.corpus import FUNDERS, triples
from clustergraph.iris import entity_iri, graph_iri
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.versions.disk import link_below

__all__ = ["TRIPLES_OF_A_THING", "fresh_home", "update", "version_to_write"]

TRIPLES_OF_A_THING: Final = 4
_PLACES: Final = 500
_SECTORS: Final = 40
_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_KINDS: Final = (
    ("place", _PLACES, "City"),
    ("sector", _SECTORS, "Sector"),
    ("organisation", FUNDERS, "Organisation"),
)
"""What the query benchmark only refers to, and how many of each."""
_HEAD: Final = """\
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
_NEW: Final = """\
<{iri}> a cg:Project ; skos:prefLabel "{name}"@en ;
  cg:locatedIn id:place-{place} ; cg:startDate "2026-05-01"^^xsd:date .
"""


def version_to_write(clusters: int, cache: Path) -> Version:
    """Return the version that is written to first, from the cache where it was made before."""
    home = Home(cache / f"written-{clusters}")
    return kept(home, f"{clusters} clusters, about {9 * clusters} triples") or _publish(
        home, clusters
    )


def fresh_home(version: Version, folder: Path) -> Home:
    """Return a home with that version alone, in a folder of its own; it takes no room."""
    folder.mkdir(parents=True, exist_ok=True)
    home = Home(Path(mkdtemp(dir=folder)))
    home.versions_path.mkdir()
    link_below(version.path, home.versions_path / version.id)
    home.link(home.version(version.id))
    return home


def update(name: str, *, count: int) -> bytes:
    """Write an update that adds so many triples about new projects; this is in their names."""
    news = (_new(f"{name} {number}", number) for number in range(count // TRIPLES_OF_A_THING))
    into = "INSERT DATA { GRAPH <https://example.org/notes> {"
    return f"{_HEAD}{into}\n{''.join(news)}}} }}".encode()


def _new(name: str, number: int) -> str:
    return _NEW.format(iri=entity_iri(name, name), name=name, place=number % _PLACES)


def _publish(home: Home, clusters: int) -> Version:
    with drafting(home) as draft:
        store = Store(str(draft.store_path))
        store.bulk_extend(_quads(clusters))
        store.optimize()
        store.flush()
        del store
        graph = GraphStore.open(draft.store_path)
        names = build_names(draft.names_path, cards(graph))
        adjacency = adjacency_of(graph).write(draft.adjacency_path)
        return draft.publish(content_hash(graph), names=names, adjacency=adjacency)


def _quads(clusters: int) -> Iterator[Quad]:
    yield from ontology_quads()
    yield from _asserted(f"{_HEAD}{''.join(_named())}")
    for cluster in triples(clusters):
        yield from _asserted(cluster)


def _asserted(text: str) -> Iterator[Quad]:
    for quad in parse(text, format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, _ASSERTED)


def _named() -> Iterator[str]:
    for stem, count, kind in _KINDS:
        for number in range(count):
            yield f'id:{stem}-{number} a cg:{kind} ; skos:prefLabel "{stem} {number}"@en .\n'
