"""Ask a version in SPARQL from the command line: any format, or a table for people.

A query of this machine's owner takes as long as it takes, unless it calls other endpoints: these
have a time limit.
"""

import io
import json
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from pyoxigraph import RdfFormat, parse
from rich.table import Table
from rich.text import Text

from clustergraph.errors import InvalidParameter, ServiceFailed, UnreadableDocument
from clustergraph.operations.querying.waiting import within
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, TURTLE, Format, format_of
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.write import write_quads
from clustergraph.sparql.catalogue import find_query
from clustergraph.sparql.gate import Form, Limits, examine
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

__all__ = ["SERVICE_SECONDS", "TABLE", "ask", "ask_for_table", "query_text"]

_NO_ROWS: Final = "No rows: nothing in this version fits the query."
TABLE = "table"
SERVICE_SECONDS = 60.0
"""How long a query may take that calls other endpoints, unless it is given more."""

_Term: TypeAlias = dict[str, Any]
"""A term as SPARQL's results in JSON have it; the value of a triple term holds three others."""

_KEYS = {"turtle": TURTLE.key}
"""Formats that the command line knows by their own names too."""


def query_text(name: str, standard_input: IO[str]) -> str:
    """Return the text of a query: of a file, of standard input (``-``), or of the catalogue.

    Raises:
        UnknownQuery: when it is neither a file nor a name.
        UnreadableDocument: when the file is not text, or one whose name ends in .rq is not there.
    """
    try:
        if name == "-":
            return standard_input.read().encode().decode()
        if _is_file(name) or name.endswith(".rq"):
            return Path(name).read_text(encoding="utf-8")
    except UnicodeError as error:
        place = "the standard input" if name == "-" else name
        raise UnreadableDocument(place, "this is not UTF-8 text.") from error
    except OSError as error:
        raise UnreadableDocument(name, f"{error.strerror}.") from error
    return find_query(name).text


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # no file can be called so
        return False


def ask(
    version: Version,
    text: str,
    format_name: str,
    output: IO[bytes],
    *,
    allow_service: bool = False,
    seconds: float = SERVICE_SECONDS,
) -> None:
    """Write the answer in the format; one that comes from other endpoints is written when complete.

    Raises:
        QueryError: when the query can't be run, or other endpoints take more than those seconds.
        InvalidParameter: when the format does not hold answers of this form.
    """
    format_ = _format(text, format_name, allow_service=allow_service)
    if not allow_service:
        GraphStore.open(version.store_path).write_answer(text, format_, output)
        return
    try:
        output.write(within(seconds, lambda: _federated_answer(version, text, format_)))
    except TimeoutError:
        reason = f"{seconds:g} seconds have passed; --timeout gives it more"
        raise ServiceFailed(reason) from None


def ask_for_table(
    version: Version, text: str, *, allow_service: bool = False, seconds: float = SERVICE_SECONDS
) -> Table | str:
    """Return the answer for people: a table of rows, a sentence, "yes" or "no", or Turtle.

    Raises:
        QueryError: when the query can't be run, or other endpoints take more than those seconds.
    """
    output = io.BytesIO()
    key = "nt" if _is_graph(text, allow_service=allow_service) else "json"
    ask(version, text, key, output, allow_service=allow_service, seconds=seconds)
    if key == "nt":
        triples = parse(output.getvalue(), format=RdfFormat.N_TRIPLES)
        return write_quads(triples, TURTLE).decode()
    answer = json.loads(output.getvalue())
    if "boolean" in answer:
        return "yes" if answer["boolean"] else "no"
    return _table(answer) if answer["results"]["bindings"] else _NO_ROWS


def _federated_answer(version: Version, text: str, format_: Format) -> bytes:
    """Open the store, ask and read the answer, all in the thread that this runs in."""
    output = io.BytesIO()
    graph = GraphStore.open(version.store_path)
    graph.write_answer(text, format_, output, allow_service=True)
    return output.getvalue()


def _format(text: str, name: str, *, allow_service: bool) -> Format:
    formats = RDF_FORMATS if _is_graph(text, allow_service=allow_service) else RESULT_FORMATS
    format_ = format_of(_KEYS.get(name, name), formats)
    if format_ is None:
        raise InvalidParameter("format", name, f"one of {', '.join(f.key for f in formats)}, table")
    return format_


def _is_graph(text: str, *, allow_service: bool) -> bool:
    outline = examine(text, Limits(), allow_service=allow_service)
    return outline.form in {Form.CONSTRUCT, Form.DESCRIBE}


def _table(answer: dict[str, dict[str, list[dict[str, _Term]]]]) -> Table:
    table = Table()
    names = [str(name) for name in answer["head"]["vars"]]
    for name in names:
        table.add_column(name, overflow="fold")
    for row in answer["results"]["bindings"]:
        table.add_row(*(_cell(row.get(name)) for name in names))
    return table


def _cell(term: _Term | None) -> Text:
    """Write a term as plain text: what it says is no markup."""
    return Text(_plain(term) if term else "")


def _plain(term: _Term) -> str:
    value = term["value"]
    if not isinstance(value, str):
        parts = (_plain(value[part]) for part in ("subject", "predicate", "object"))
        return f"<<( {' '.join(parts)} )>>"
    return shorten(value) if term["type"] == "uri" else value
