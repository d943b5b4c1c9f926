"""Ask a version in SPARQL from the command line: any format, or a table for people."""

import io
import json
from pathlib import Path
from typing import IO

from rich.table import Table

from clustergraph.errors import InvalidParameter, UnreadableDocument
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, TURTLE, Format, format_of
from clustergraph.rdf.prefixes import shorten
from clustergraph.sparql.catalogue import find_query
from clustergraph.sparql.gate import Form, Limits, examine
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

__all__ = ["TABLE", "ask", "ask_for_table", "query_text"]

TABLE = "table"
_KEYS = {"turtle": TURTLE.key}
"""Formats that the command line knows by their own names too."""


def query_text(name: str, standard_input: IO[str]) -> str:
    """Return the text of a query: of a file, of standard input (``-``), or of the catalogue.

    Raises:
        UnknownQuery: when it is neither a file nor a name.
        UnreadableDocument: when the file is not text.
    """
    if name == "-":
        return standard_input.read()
    path = Path(name)
    if not path.is_file():
        return find_query(name).text
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(name, "the file is not UTF-8 text.") from error


def ask(
    version: Version, text: str, format_name: str, output: IO[bytes], *, allow_service: bool = False
) -> None:
    """Write the answer in the format.

    Raises:
        QueryError: when the query can't be run.
        InvalidParameter: when the format does not hold answers of this form.
    """
    format_ = _format(text, format_name, allow_service=allow_service)
    GraphStore.open(version.store_path).write_answer(
        text, format_, output, allow_service=allow_service
    )


def ask_for_table(version: Version, text: str, *, allow_service: bool = False) -> Table | str:
    """Return the answer for people: a table of rows, "yes" or "no", or Turtle.

    Raises:
        QueryError: when the query can't be run.
    """
    output = io.BytesIO()
    if _is_graph(text, allow_service=allow_service):
        ask(version, text, TURTLE.key, output, allow_service=allow_service)
        return output.getvalue().decode()
    ask(version, text, "json", output, allow_service=allow_service)
    answer = json.loads(output.getvalue())
    if "boolean" in answer:
        return "yes" if answer["boolean"] else "no"
    return _table(answer)


def _format(text: str, name: str, *, allow_service: bool) -> Format:
    formats = RDF_FORMATS if _is_graph(text, allow_service=allow_service) else RESULT_FORMATS
    format_ = format_of(_KEYS.get(name, name), formats)
    if format_ is None:
        raise InvalidParameter("format", name, f"one of {', '.join(f.key for f in formats)}, table")
    return format_


def _is_graph(text: str, *, allow_service: bool) -> bool:
    outline = examine(text, Limits(), allow_service=allow_service)
    return outline.form in {Form.CONSTRUCT, Form.DESCRIBE}


def _table(answer: dict[str, dict[str, list[dict[str, dict[str, str]]]]]) -> Table:
    table = Table()
    names = [str(name) for name in answer["head"]["vars"]]
    for name in names:
        table.add_column(name, overflow="fold")
    for row in answer["results"]["bindings"]:
        table.add_row(*(_cell(row.get(name)) for name in names))
    return table


def _cell(term: dict[str, str] | None) -> str:
    if term is None:
        return ""
    return shorten(term["value"]) if term["type"] == "uri" else term["value"]
