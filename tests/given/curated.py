"""A small corpus on which people decide, and what is built of it then."""

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clustergraph.operations.build import Built, build
from clustergraph.operations.building.inputs import default_curation, default_registry
from clustergraph.operations.querying.ask import ask
from clustergraph.store.versions import Home

__all__ = ["NEWS", "STATEMENT", "TODAY", "decide", "holds", "publish", "write"]

TODAY = date(2026, 11, 22)
NEWS = (
    "The project Alpha is funded by the Government of Finland. "
    "It began in Vienna, Austria. Beta paid too."
)
STATEMENT = (
    *("decision", "document", "subject", "predicate", "object", "quote"),
    *("role", "qualifiers", "by", "on", "why"),
)


def write(documents: Path, file: str, columns: Sequence[str], *rows: dict[str, str]) -> None:
    """Write a table of decisions; what a row leaves open is Ada's."""
    folder = default_curation(documents)
    folder.mkdir(exist_ok=True)
    lines = [
        "\t".join({"by": "Ada", "on": "2026-11-22", **row}.get(c, "") for c in columns)
        for row in rows
    ]
    (folder / file).write_text("\n".join(["\t".join(columns), *lines, ""]), encoding="utf-8")


def decide(documents: Path, **cells: str) -> None:
    """Write one decision, unless told otherwise a rejection of who funds Alpha."""
    row = {
        "decision": "reject",
        "document": "news.txt",
        "subject": "Alpha",
        "predicate": "fundedBy",
        "object": "Government of Finland",
        "quote": "funded by the Government of Finland",
        "why": "it only said so",
        **cells,
    }
    write(documents, "statements.tsv", STATEMENT, row)


def publish(documents: Path, home: Home, *, skip_bad: bool = False) -> Built:
    """Build the documents with what was decided."""
    return build(documents, default_registry(documents), home, today=TODAY, skip_bad=skip_bad)


def holds(built: Built, pattern: str) -> bool:
    """Tell whether a pattern of SPARQL holds in what was built."""
    prefixes = """
        PREFIX cg: <https://w3id.org/clustergraph/ns#>
        PREFIX graph: <https://w3id.org/clustergraph/graph/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX status: <https://w3id.org/clustergraph/voc/review-status/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"""
    answer = io.BytesIO()
    ask(built.version, f"{prefixes} ASK {{ {pattern} }}", "json", answer)
    return bool(json.loads(answer.getvalue())["boolean"])
