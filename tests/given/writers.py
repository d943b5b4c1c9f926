"""Services that are written to, and those who write."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from httpx2 import Response
from starlette.testclient import TestClient

from clustergraph.operations.writing.writer import Writer
from clustergraph.store.versions import Home
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.tokens import UNCHECKED, WRITE, Token, Tokens, digest_of
from given.clients import client_of

__all__ = [
    "GUEST",
    "MOST_BYTES",
    "OPERATOR",
    "READER",
    "asks",
    "content",
    "parts",
    "send",
    "store",
    "update",
    "writable",
]

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


def send(
    site: TestClient, method: str, address: str, body: bytes = b"", **headers: str
) -> Response:
    """Send RDF to the store as the operator; Turtle, where no header says otherwise."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return site.request(
        method, address, content=body, headers={**OPERATOR, "Content-Type": "text/turtle", **named}
    )


def content(site: TestClient, address: str) -> list[str]:
    """Return the sorted lines of a graph."""
    answer = site.get(address, headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    return sorted(answer.text.splitlines())


def parts(*files: tuple[str, str, bytes], boundary: str = "edge") -> tuple[bytes, dict[str, str]]:
    """Write files of a name and a type as the parts of a body; returns it with its Content-Type."""
    body = b""
    for name, type_, text in files:
        disposition = f'Content-Disposition: form-data; name="file"; filename="{name}"'
        typed = f"Content-Type: {type_}\r\n" if type_ else ""
        body += f"--{boundary}\r\n{disposition}\r\n{typed}\r\n".encode() + text + b"\r\n"
    return (
        body + f"--{boundary}--\r\n".encode(),
        {"Content_Type": f"multipart/form-data; boundary={boundary}"},
    )
