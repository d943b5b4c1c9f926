"""The graph of one document as ``clustergraph extract`` prints it: a table, JSON or Turtle."""

import json
from datetime import date
from pathlib import Path

from rich.table import Table
from rich.text import Text

from clustergraph.errors import OutputNotWritable
from clustergraph.iris import run_iri
from clustergraph.model import DocumentGraph, EntityId, LangString
from clustergraph.operations.evaluating.gold_shape import to_gold
from clustergraph.rdf.encode import encode
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.resolving import Registry, resolve

__all__ = ["as_json", "as_table", "as_turtle", "write_json"]

_REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"
_NO_DATE = date(1970, 1, 1)
"""Stands in a registry that is thrown away."""


def as_json(graph: DocumentGraph, *, everything: bool = False) -> str:
    """Return the graph in the shape of the gold annotations."""
    return json.dumps(to_gold(graph, everything=everything), ensure_ascii=False, indent=1)


def write_json(graph: DocumentGraph, folder: Path, *, everything: bool = False) -> Path:
    """Write ``<file stem>.json`` into the folder, which is made where it is missing.

    Raises:
        OutputNotWritable: when the folder or the file can't be written.
    """
    path = folder / f"{Path(graph.document.name).stem}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(as_json(graph, everything=everything) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(str(path), error.strerror or str(error)) from error
    return path


def as_turtle(graph: DocumentGraph) -> str:
    """Return the graph as RDF 1.1 Turtle, its IRIs minted as if no other document were known."""
    resolved = resolve([graph], Registry(), today=_NO_DATE).graph
    run = run_iri(graph.document.sha256)
    quads = (quad for quad in encode(resolved, run=run) if quad.predicate.value != _REIFIES)
    return write_quads(quads, TURTLE).decode()


def as_table(graph: DocumentGraph) -> Table:
    """Return the facts for people: who, what, whom, how sure, in which words."""
    names = {entity.id: entity.names[0].text for entity in graph.entities}
    table = Table("subject", "relation", "object", "sure", "words", title=Text(graph.document.name))
    for fact in graph.facts:
        value = fact.object
        if isinstance(value, EntityId):
            shown = names[value]
        else:
            shown = value.text if isinstance(value, LangString) else str(value)
        quote = " ".join(fact.evidence[0].quote.split())
        cells = (names[fact.subject], fact.predicate.local, shown, f"{fact.confidence:.2f}", quote)
        table.add_row(*map(Text, cells))  # what a text says is no markup
    return table
