"""Ask an engine what it holds, and change that; for commands and for the process that writes.

It blocks, and takes the time that the engine takes. The queries of the public go by ``readers``.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from http import HTTPStatus
from itertools import islice
from typing import Any, Final, Self

import httpx2
from pyoxigraph import NamedNode, Quad

from clustergraph.errors import EngineRefused, MalformedQuery, QueryError, UnsupportedQuery
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.remote.marker import Held
from clustergraph.store.remote.results import JSON, rows_in, truth_in, version_in
from clustergraph.store.remote.sending import authentication, refusal, told_as_ours, trust
from clustergraph.store.remote.statements import changing, documents

__all__ = ["EngineClient"]

_READING: Final = {"Accept": JSON}
_UPDATE: Final = {"Content-Type": "application/sparql-update"}
_TRIPLES: Final = {"Content-Type": "application/n-triples"}
_MOST_IN_UPDATE: Final = 1_000
"""Statements; Virtuoso 7 can't read an update of 5,000."""
_MOST_IN_DOCUMENT: Final = 20_000
_CONNECT_SECONDS: Final = 5.0


class EngineClient:
    """A connection to an engine; a context.

    Args:
        engine: where it is.
        seconds: how long it may be silent.
    """

    def __init__(self, engine: EngineAddress, *, seconds: float) -> None:
        self._engine = engine
        self._http = httpx2.Client(
            timeout=httpx2.Timeout(seconds, connect=_CONNECT_SECONDS),
            verify=trust(),
            trust_env=False,
        )
        self._auth = authentication(engine)

    def __enter__(self) -> Self:
        """Connect when there is something to say."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self._http.close()

    def held_version(self) -> str:
        """Return the hash of the content of the version that it holds; empty where none is whole.

        Raises:
            EngineRefused: when it does not answer.
        """
        with _told_as_refusal():
            return version_in(self._answer("version-held"))

    def held(self) -> Held:
        """Return what it says of all that it holds.

        Raises:
            EngineRefused: when it does not answer.
        """
        with _told_as_refusal():
            rows = rows_in(self._answer("graphs-held"))
        marks: dict[str, frozenset[str]] = {}
        for row in rows:
            marks[row["graph"]] = marks.get(row["graph"], frozenset()) | {row["told"]}
        return Held(marks=marks)

    @cached_property
    def knows_triple_terms(self) -> bool:
        """Whether it knows RDF 1.2, so that it can hold all that we have.

        Raises:
            EngineRefused: when it does not answer.
        """
        with _told_as_refusal():
            try:
                return truth_in(self._answer("knows-triple-terms"))
            except (MalformedQuery, UnsupportedQuery):
                return False

    def update(self, removed: Sequence[Quad], added: Sequence[Quad]) -> None:
        """Remove statements and add others, in one update; where that is empty, do nothing.

        Raises:
            EngineRefused: when it did not take it, or does not say that it did.
        """
        if removed or added:
            self._send_update(changing(removed, added))

    def replace(self, graph: NamedNode, quads: Iterator[Quad]) -> None:
        """Make a named graph what these quads say, step by step.

        Raises:
            EngineRefused: when it did not take a step.
        """
        if self._engine.graphs:
            self._replace_by_documents(graph, quads)
        else:
            self.clear(graph)
            while part := list(islice(quads, _MOST_IN_UPDATE)):
                self.update((), part)

    def clear(self, graph: NamedNode) -> None:
        """Remove all statements of a named graph.

        Raises:
            EngineRefused: when it did not do it.
        """
        if self._engine.graphs:
            self._send_document("DELETE", graph)
        else:
            self._send_update(f"CLEAR SILENT GRAPH {graph}")

    def _replace_by_documents(self, graph: NamedNode, quads: Iterator[Quad]) -> None:
        method = "PUT"
        for document in documents(quads, most=_MOST_IN_DOCUMENT):
            self._send_document(method, graph, document)
            method = "POST"
        if method == "PUT":
            self.clear(graph)

    def _send_document(self, method: str, graph: NamedNode, document: bytes = b"") -> None:
        with _told_as_refusal():
            self._send(
                method,
                self._engine.graphs,
                params={"graph": graph.value},
                content=document or None,
                headers=_TRIPLES if document else {},
                auth=self._auth,
            )

    def _send_update(self, text: str) -> None:
        with _told_as_refusal():
            self._send(
                "POST",
                self._engine.takes_updates_at,
                content=text.encode(),
                headers=_UPDATE,
                auth=self._auth,
            )

    def _answer(self, name: str) -> bytes:
        """Ask a query of the catalogue."""
        data = {"query": find_query(name).text}
        return self._send("POST", self._engine.query, data=data, headers=_READING)

    def _send(self, method: str, address: str, **request: Any) -> bytes:
        with told_as_ours():
            response = self._http.request(method, address, **request)
        was_gone = method == "DELETE" and response.status_code == HTTPStatus.NOT_FOUND
        if not (response.is_success or was_gone):
            raise refusal(response.status_code, response.text)
        return response.content


@contextmanager
def _told_as_refusal() -> Iterator[None]:
    try:
        yield
    except QueryError as error:
        raise EngineRefused(getattr(error, "reason", str(error))) from error
