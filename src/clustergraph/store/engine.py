"""The calls of the engine that can fail, and what its failures mean.

What it raises of queries is caught here alone; what it raises of writing, where that is done
(``writing``, ``changing.ledger``). Kept small, because every reader process loads it before it is
ready.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypedDict, cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from clustergraph.base import BASE
from clustergraph.errors import StoreError, UnsupportedQuery
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, format_of
from clustergraph.rdf.output import Output
from clustergraph.rdf.xml_output import XmlOutput

__all__ = [
    "UNION",
    "Answer",
    "QueryOptions",
    "Term",
    "open_read_only",
    "run_query",
    "translated",
    "write_answer",
]

Answer = QuerySolutions | QueryBoolean | QueryTriples
Term = NamedNode | BlankNode | Literal | Triple

_XML = frozenset({"xml", "rdf"})


class QueryOptions(TypedDict, total=False):
    """What the engine may be told beside the text."""

    use_default_graph_as_union: bool
    default_graph: list[NamedNode | BlankNode | DefaultGraph]
    named_graphs: list[NamedNode | BlankNode]
    substitutions: dict[Variable, Term]


UNION: QueryOptions = {"use_default_graph_as_union": True}
"""All graphs as one: what a query sees that names no dataset."""


def open_read_only(path: Path) -> Store:
    """Open the store in the folder without the right to write.

    Raises:
        StoreError: when there is none, or it is damaged.
    """
    try:
        return Store.read_only(str(path))
    except (OSError, RuntimeError) as error:  # RuntimeError: its files are damaged
        message = f"The store in {path} can't be opened: {error}"
        raise StoreError(message) from error


def run_query(store: Store, text: str, options: QueryOptions) -> Answer:
    """Run a query; what can't stream (ORDER BY, aggregates) is computed before this returns.

    Relative IRIs are ours where the query names no base (RFC 3986, section 5.1.4).

    The answer must be read and dropped by the thread that made it: the engine aborts the process
    otherwise. What may raise, here and while the answer is read, stands in ``with translated()``.
    """
    return store.query(text, base_iri=BASE, **options)


def write_answer(
    store: Store, text: str, options: QueryOptions, format_key: str, output: Output
) -> None:
    """Run a query and write its answer as it comes.

    Raises:
        MalformedQuery: when the text is not SPARQL.
        UnsupportedQuery: when the engine can't run it, or the format can't hold its answer.
        StoreError: when the store can't be read.
    """
    with translated(text):
        answer = run_query(store, text, options)
        formats = RDF_FORMATS if isinstance(answer, QueryTriples) else RESULT_FORMATS
        format_ = format_of(format_key, formats)
        file = cast(IO[bytes], XmlOutput(output) if format_key in _XML else output)
        match answer, format_ and format_.engine:
            case QueryTriples(), RdfFormat() as engine:
                answer.serialize(file, engine)
            case QuerySolutions() | QueryBoolean(), QueryResultsFormat() as engine:
                answer.serialize(file, engine)
            case _:
                reason = f"its answer can't be written as {format_key}"
                raise UnsupportedQuery(reason)


@contextmanager
def translated(text: str = "") -> Iterator[None]:
    """Turn what the engine raises while it runs a query, or gives its answer, into our errors.

    Where the text is given, an error says what its writer may have meant.
    """
    try:
        yield
    except SyntaxError as error:
        from clustergraph.store.mistakes import malformed  # noqa: PLC0415 - readers start without

        raise malformed(str(error), text) from error
    except (RuntimeError, ValueError) as error:
        raise UnsupportedQuery(str(error)) from error
    except OSError as error:
        if error.errno is not None:
            message = f"The store can't be read: {error}"
            raise StoreError(message) from error
        raise UnsupportedQuery(_reason(str(error))) from error


def _reason(words: str) -> str:
    if words.startswith("JSON-LD does not support"):
        return "JSON-LD can't hold the statements about statements in its answer; Turtle can"
    return words
