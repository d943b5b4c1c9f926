"""One version's store, open for reading: catalogue queries, plain look-ups, its owner's queries.

Of query texts from the network none but lookups comes here: nothing can stop any other query in
this process (see ``readers``).
"""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from clustergraph.errors import QueryError, ServiceFailed, StoreError, UnsupportedQuery
from clustergraph.model import Iri
from clustergraph.rdf.formats import Format
from clustergraph.rdf.output import Output
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.sparql.gate import Limits, examine
from clustergraph.sparql.rules import Rule
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.engine import (
    UNION,
    Answer,
    QueryOptions,
    Term,
    open_read_only,
    run_query,
    translated,
    write_answer,
)

__all__ = ["GraphStore", "Term"]

_OF_OUTPUT = frozenset({errno.EPIPE, errno.ENOSPC})
"""No store that is only read fails so."""


class GraphStore:
    """A store of quads; safe to share between threads.

    ``adjacency`` is the table that lies beside it, where there is one (see ``relating.relate``).

    Example::

        graph = GraphStore.open(version.store_path)
        rows = graph.select(find_query("names-of"), entity=Iri("https://w3id.org/…"))
    """

    def __init__(self, store: Store, adjacency: Adjacency | None = None) -> None:
        self._store = store
        self.adjacency = adjacency

    @classmethod
    def open(cls, path: Path, *, adjacency: Adjacency | None = None) -> Self:
        """Open the store in the folder read-only; it closes when nothing refers to it any more.

        Raises:
            StoreError: when there is none, or it is damaged.
        """
        return cls(open_read_only(path), adjacency)

    def select(
        self, query: NamedQuery, **bindings: Term | Iri | str | int
    ) -> list[dict[str, Term]]:
        """Run a SELECT of the catalogue over all graphs as one, its parameters bound.

        Returns:
            The rows in the query's order; an unbound variable is missing from its row.

        Raises:
            TypeError: when the bindings are not the query's parameters, or it is no SELECT.
            StoreError: when the query fails.
        """
        with self._answered(query, bindings) as answer:
            if not isinstance(answer, QuerySolutions):
                message = f"{query.name} is no SELECT"
                raise TypeError(message)
            return _rows(answer)

    def derivations(self, rule: Rule, bindings: Mapping[str, Term]) -> list[dict[str, Term]]:
        """Find how what a rule adds follows, its variables bound, from the graphs that it reads.

        Returns:
            The values of the rule's variables, a row for each way; the order is not fixed.

        Raises:
            StoreError: when the rule can't be run.
        """
        own = {Variable(name): value for name, value in bindings.items()}
        dataset: QueryOptions = {} if rule.names_dataset else UNION
        try:
            with translated():
                answer = run_query(self._store, rule.derivation, {**dataset, "substitutions": own})
                return _rows(answer) if isinstance(answer, QuerySolutions) else []
        except QueryError as error:
            message = f"The rule of {rule.location} can't be run: {error}"
            raise StoreError(message) from error

    def construct(self, query: NamedQuery, **bindings: Term | Iri | str | int) -> list[Triple]:
        """Run a CONSTRUCT or DESCRIBE of the catalogue over all graphs as one, parameters bound.

        Raises:
            TypeError: when the bindings are not the query's parameters, or it gives no triples.
            StoreError: when the query fails.
        """
        with self._answered(query, bindings) as answer:
            if not isinstance(answer, QueryTriples):
                message = f"{query.name} is no CONSTRUCT"
                raise TypeError(message)
            return list(answer)

    def write_answer(
        self, text: str, format_: Format, output: Output, *, allow_service: bool = False
    ) -> None:
        """Run a query of this process's owner, for as long as it takes, over all graphs as one.

        A query that names its dataset sees that one. With ``allow_service`` it may call other
        endpoints.

        Raises:
            QueryError: when the gate refuses it, the text is not SPARQL, the engine can't run it,
                or the format can't hold its answer.
            ServiceFailed: when another endpoint that it calls gives no answer.
            OSError: when the output takes no more.
        """
        outline = examine(text, Limits(), allow_service=allow_service)
        options = {} if outline.names_dataset else UNION
        try:
            write_answer(self._store, text, options, format_.key, output)
        except UnsupportedQuery as error:
            if not allow_service or not isinstance(error.__cause__, OSError):
                raise
            reason = f"{error.reason}; SERVICE SILENT would do without it"
            raise ServiceFailed(reason) from error
        except StoreError as error:
            if isinstance(error.__cause__, OSError) and error.__cause__.errno in _OF_OUTPUT:
                raise error.__cause__ from None
            raise

    def answer_lookup(self, text: str, format_key: str, *, most_bytes: int) -> bytes | None:
        """Answer a lookup (see ``sparql.lookups``) at once; None when the answer gets too long.

        It takes less time than to ask another process: some ten microseconds, and at most what it
        takes to write so many bytes.

        Raises:
            QueryError: when the text is not SPARQL, or the format can't hold the answer.
            StoreError: when the store can't be read.
        """
        output = _Limited(most_bytes)
        try:
            write_answer(self._store, text, UNION, format_key, output)
        except _TooLong:
            return None
        return output.content()

    def quads(
        self,
        subject: NamedNode | BlankNode | Triple | None = None,
        predicate: NamedNode | None = None,
        object_: Term | None = None,
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads that match; None matches everything.

        The iterator must be used up, or dropped, by the thread that asked for it: another one's
        touch ends the whole process.
        """
        return self._store.quads_for_pattern(subject, predicate, object_, graph)

    def graph_names(self) -> list[Iri]:
        """List the named graphs, sorted."""
        graphs = self._store.named_graphs()
        return sorted(Iri(graph.value) for graph in graphs if isinstance(graph, NamedNode))

    def graphs(self) -> Iterator[NamedNode | BlankNode]:
        """Yield what names its graphs, in a plain home blank nodes too; without the default one."""
        yield from self._store.named_graphs()

    def has_graph(self, name: Iri) -> bool:
        """Tell whether there is a graph of that name, if only an empty one."""
        return self._store.contains_named_graph(NamedNode(name))

    def __contains__(self, quad: Quad) -> bool:
        return quad in self._store

    def __len__(self) -> int:
        """Count the quads; linear, and holds all threads up meanwhile."""
        return len(self._store)

    @contextmanager
    def _answered(
        self, query: NamedQuery, bindings: dict[str, Term | Iri | str | int]
    ) -> Iterator[Answer]:
        """Give the answer, to be read inside the context; our own query's failure is no user's."""
        if set(bindings) != set(query.parameters):
            message = f"{query.name} wants {sorted(query.parameters)}, not {sorted(bindings)}"
            raise TypeError(message)
        substitutions = {Variable(name): _term(value) for name, value in bindings.items()}
        try:
            with translated():
                yield run_query(self._store, query.text, {**UNION, "substitutions": substitutions})
        except QueryError as error:
            message = f"The query {query.name} of the catalogue fails: {error}"
            raise StoreError(message) from error


class _TooLong(Exception):
    """More was written than there is room for."""


class _Limited:
    """An output that takes so many bytes, and then ends the query."""

    def __init__(self, most_bytes: int) -> None:
        self._bytes = bytearray()
        self._most_bytes = most_bytes

    def write(self, chunk: bytes) -> int:
        """Take bytes."""
        self._bytes += chunk
        if len(self._bytes) > self._most_bytes:
            raise _TooLong
        return len(chunk)

    def flush(self) -> None:
        """Do nothing."""

    def content(self) -> bytes:
        """Return all that was taken."""
        return bytes(self._bytes)


def _rows(answer: QuerySolutions) -> list[dict[str, Term]]:
    names = [variable.value for variable in answer.variables]
    return [{name: value for name in names if (value := row[name]) is not None} for row in answer]


def _term(value: Term | Iri | str | int) -> Term:
    if isinstance(value, Iri):
        return NamedNode(value)
    return Literal(value) if isinstance(value, str | int) else value
