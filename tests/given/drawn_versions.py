"""Versions written by hand in TriG, for tests of what is said of versions.

>>> thing("a", "Training", said="cg:taughtBy id:b")
'GRAPH graph:asserted { id:a a cg:Training ; skos:prefLabel "a"@en ; cg:taughtBy id:b . }'
"""

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from clustergraph.model import Iri, Withheld
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.dumping.dump import write_dumps
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import write_store

__all__ = ["document", "draw_version", "passage", "thing"]

_PREFIXES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX doc: <https://w3id.org/clustergraph/doc/>
PREFIX ev: <https://w3id.org/clustergraph/ev/>
PREFIX graph: <https://w3id.org/clustergraph/graph/>
PREFIX graphdoc: <https://w3id.org/clustergraph/graph/doc/>
PREFIX id: <https://w3id.org/clustergraph/id/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX review: <https://w3id.org/clustergraph/voc/review-status/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


def draw_version(
    home: Path, *parts: str, dumps: bool = False, text: str = "", withheld: Sequence[Iri] = ()
) -> Version:
    """Publish a version that holds the parts, TriG with our usual prefixes, and what follows.

    ``text`` is that of the one document that it keeps, ``withheld`` is what it must not tell of.
    """
    quads = list(parse(_PREFIXES + "\n".join(parts), format=RdfFormat.TRIG))
    with drafting(Home(home)) as draft:
        write_store(draft.store_path, quads)
        build_names(draft.names_path, [])
        Adjacency.made_of(()).write(draft.adjacency_path)
        draft.keep_texts([("0" * 16, text)])
        draft.withhold([Withheld(iri=iri, why="They asked.") for iri in withheld])
        graph = GraphStore.open(draft.store_path)
        if dumps:
            write_dumps(graph, draft.dumps_path)
        return draft.publish(content_hash(graph))


def thing(name: str, kind: str, *, label: str = "", said: str = "") -> str:
    """Write an entity with its class, its English name and what else is said of it."""
    label = label or name
    rest = f" ; {said}" if said else ""
    return f'GRAPH graph:asserted {{ id:{name} a cg:{kind} ; skos:prefLabel "{label}"@en{rest} . }}'


def document(name: str, *, file: str, title: str = "News") -> str:
    """Write a document."""
    return (
        f"GRAPH graphdoc:{name} {{ doc:{name} a cg:Document ; "
        f'dcterms:identifier "{file}" ; dcterms:title "{title}"@en ; dcterms:language "en" . }}'
    )


def passage(
    name: str, statement: tuple[str, str, str], quote: str, *, of: str, status: str = "machine"
) -> str:
    """Write a passage of a document that carries a statement."""
    subject, predicate, value = statement
    return (
        f"GRAPH graphdoc:{of} {{ ev:{name} a cg:Evidence ; rdf:subject {subject} ; "
        f"rdf:predicate {predicate} ; rdf:object {value} ; cg:inDocument doc:{of} ; "
        f'cg:quote "{quote}"@en ; cg:reviewStatus review:{status} . }}'
    )
