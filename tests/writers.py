"""Services that are written to, and those who write."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from httpx2 import Response
from starlette.testclient import TestClient

from clients import client_of
from clustergraph.operations.writing.writer import Writer
from clustergraph.store.versions import Home
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.tokens import UNCHECKED, WRITE, Token, Tokens, digest_of

__all__ = ["GUEST", "MOST_BYTES", "OPERATOR", "READER", "asks", "store", "update", "writable"]

MOST_BYTES = 200_000
"""How long a body may be here."""
OPERATOR = {"Authorization": "Bearer of-the-operator"}
"""Whoever may write all."""
GUEST = {"Authorization": "Bearer of-a-guest"}
"""Who may write what keeps the rules, to graphs of the guest alone."""
READER = {"Authorization": "Bearer of-a-reader"}
"""Whose token is for nothing."""


def _token(name: str, *scopes: str, graphs: tuple[str, ...] = ()) -> Token:
    digest = digest_of(f"of-{name}".encode())
    return Token(name=name, digest=digest, scopes=frozenset(scopes), graphs=graphs)


_TOKENS = Tokens(
    (
        _token("the-operator", WRITE, UNCHECKED),
        _token("a-guest", WRITE, graphs=("https://guest.example/",)),
        _token("a-reader"),
    )
)


@contextmanager
def writable(home: Home) -> Iterator[TestClient]:
    """Serve a home that is written to, in this process."""
    writer = Writer(home, seconds=30)
    writing = Writing(tokens=_TOKENS, writer=writer, home=home, most_bytes=MOST_BYTES)
    with client_of(home, writing=writing) as client:
        yield client


def update(site: TestClient, text: str, address: str = "/update", **headers: str) -> Response:
    """Send an update as the operator; an underscore in a header's name is a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    sent = {**OPERATOR, "Content-Type": "application/sparql-update", **named}
    return site.post(address, content=text.encode(), headers=sent)


def store(graph: str = "", **parameters: str) -> str:
    """Return the address of a graph in the store; of the default graph where none is named."""
    named = f"graph={quote(graph, safe='')}" if graph else "default"
    return "&".join(
        (f"/store?{named}", *(f"{key}={quote(value)}" for key, value in parameters.items()))
    )


def asks(site: TestClient, pattern: str) -> bool:
    """Tell what an ASK answers."""
    found: bool = site.get("/sparql", params={"query": f"ASK {{ {pattern} }}"}).json()["boolean"]
    return found
