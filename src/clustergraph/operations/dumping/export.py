"""Write a whole version down in one of the forms in which it can be had.

The same version gives the same bytes in each of them, whatever order its store was filled in. What
becomes a file, and whether it is packed, is decided in ``dump``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from clustergraph.iris import dataset_iri
from clustergraph.operations.describing.linked import link_rows
from clustergraph.operations.dumping.entity_lines import write_entity_lines
from clustergraph.operations.dumping.tables import classes_in_use, write_table
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.sorting import sorted_lines, sorted_quads
from clustergraph.rdf.sssom import write_sssom
from clustergraph.rdf.streaming import write_trig, write_turtle
from clustergraph.store.graph import GraphStore

__all__ = ["CSV", "FORMS", "NQUADS", "STEM", "Export", "Form", "exports"]

_REIFIES: Final = NamedNode(expand("rdf:reifies"))
STEM: Final = "clustergraph"
"""What the files that hold the whole graph are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in which a version can be had; ``holds`` says in words what is in it.

    ``is_whole`` tells those that hold all of the graph as RDF from those made for some use,
    ``is_table`` those that spreadsheets open.
    """

    key: str
    extension: str
    media_type: str
    name: str
    holds: str
    is_whole: bool = False
    is_table: bool = False


NQUADS: Final = Form(
    key="nquads",
    extension="nq",
    media_type="application/n-quads",
    name="N-Quads",
    holds="everything, RDF 1.2: each statement in its graph, passages by rdf:reifies too",
    is_whole=True,
)
TRIG: Final = Form(
    key="trig",
    extension="trig",
    media_type="application/trig",
    name="TriG",
    holds="everything in its graphs, RDF 1.1: without rdf:reifies",
    is_whole=True,
)
TURTLE: Final = Form(
    key="turtle",
    extension="ttl",
    media_type="text/turtle",
    name="Turtle",
    holds="all graphs as one, RDF 1.1: without rdf:reifies",
    is_whole=True,
)
JSONLD_LINES: Final = Form(
    key="jsonld-lines",
    extension="jsonl",
    media_type="application/x-ndjson",
    name="JSON-LD lines",
    holds="an entity a line with its passages and documents, each line a JSON-LD document",
)
CSV: Final = Form(
    key="csv",
    extension="csv",
    media_type="text/csv",
    name="CSV",
    holds="all things of a class, one a row: names by language and what is stated",
    is_table=True,
)
SSSOM: Final = Form(
    key="sssom",
    extension="sssom.tsv",
    media_type="text/tab-separated-values",
    name="SSSOM",
    holds="what our things are elsewhere, one match a row with what justifies it",
    is_table=True,
)
FORMS: Final = (NQUADS, TRIG, TURTLE, JSONLD_LINES, SSSOM, CSV)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file of a form: its name, and what writes it."""

    name: str
    form: Form
    write: Callable[[IO[bytes]], None]


def exports(graph: GraphStore, form: str = "") -> list[Export]:
    """List the files of a form, or of all.

    CSV has one for each class; there is none of links where nothing is linked.
    """
    whole = (
        (NQUADS, lambda output: output.writelines(sorted_lines(graph.quads()))),
        (TRIG, lambda output: write_trig(_by_graph(graph), output)),
        (TURTLE, lambda output: write_turtle(_as_one(graph), output)),
        (JSONLD_LINES, lambda output: write_entity_lines(graph, output)),
    )
    files = [
        Export(name=f"{STEM}.{each.extension}", form=each, write=write) for each, write in whole
    ]
    files += _links(graph)
    files += (_table(graph, kind) for kind in classes_in_use(graph))
    return [file for file in files if form in ("", file.form.key)]


def _table(graph: GraphStore, kind: NamedNode) -> Export:
    name = kind.value.rpartition("#")[2]
    return Export(
        name=f"{name}.{CSV.extension}",
        form=CSV,
        write=lambda output: write_table(graph, kind, output),
    )


def _links(graph: GraphStore) -> list[Export]:
    """Return the table of links, where there are any."""
    matches = list(link_rows(graph))
    if not matches:
        return []
    text = write_sssom(
        matches,
        set_id=dataset_iri("links"),
        title="Links of ClusterGraph",
        description="What the things of the graph are in authority tables and vocabularies.",
    )
    name = f"{STEM}.{SSSOM.extension}"
    return [Export(name=name, form=SSSOM, write=lambda output: _write_text(text, output))]


def _write_text(text: str, output: IO[bytes]) -> None:
    output.write(text.encode())


def _by_graph(graph: GraphStore) -> Iterator[Quad]:
    """Yield all quads without triple terms, the default graph first and then graph by graph."""
    yield from sorted_quads(_plain(graph.quads(graph=DefaultGraph())))
    for name in graph.graph_names():
        yield from sorted_quads(_plain(graph.quads(graph=NamedNode(name))))


def _as_one(graph: GraphStore) -> Iterator[Quad]:
    """Yield the triples of all graphs, each once, without triple terms."""
    return sorted_quads(quad.triple for quad in _plain(graph.quads()))


def _plain(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (quad for quad in quads if quad.predicate != _REIFIES)
