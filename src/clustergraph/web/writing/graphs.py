"""Which graph a request is about (SPARQL 1.1 Graph Store HTTP Protocol, section 4).

Either the request's address is the graph's IRI, below ``/store/``, or one of its parameters names
the graph. The graphs that builds make have canonical IRIs, and are read at ``/graph/…`` too.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.sparql.parameters import absolute_iri, pairs_in

__all__ = ["STORE", "Target", "address_of", "new_graph", "target_of"]

STORE: Final = "/store"
_DIRECT: Final = f"{STORE}/"
_OURS: Final = "/graph/"
_IN_IRIS: Final = "%/:@!$&'()*+,;=~"
"""What may stand in a path as it is, and what begins an escape (RFC 3986, section 3.3)."""


@dataclass(frozen=True, slots=True)
class Target:
    """The graph that a request is about; None is the default graph."""

    graph: Iri | None


def address_of(request: Request) -> str:
    """Return the address of a request without its parameters, as it was sent."""
    return str(request.base_url).rstrip("/") + _path_of(request)


def target_of(request: Request) -> Target | None:
    """Return the graph that a request is about; None where it names none.

    Raises:
        HTTPException: when it names several, or its parameters can't be read.
        InvalidParameter: when what it names is no absolute IRI.
    """
    pairs = pairs_in(request.scope["query_string"], "address")
    named = [value for name, value in pairs if name == "graph"]
    has_default = any(name == "default" for name, _ in pairs)
    direct = _direct(request)
    if len(named) + has_default + (direct is not None) > 1:
        raise HTTPException(400, "The request names more than one graph, and one is allowed.")
    if has_default:
        return Target(None)
    if direct is not None:
        return Target(absolute_iri("address", direct))
    return Target(absolute_iri("graph", named[0])) if named else None


def new_graph(request: Request, name: str) -> Iri:
    """Return the IRI of a graph below the address of the store."""
    return absolute_iri("address", f"{str(request.base_url).rstrip('/')}{_DIRECT}{name}")


def _direct(request: Request) -> str | None:
    """Return the IRI that the address itself is; None where it is that of the store."""
    path = path_below_root(request.scope)
    if path.startswith(_OURS):
        return f"{BASE}{path.removeprefix('/')}"
    return address_of(request) if path.startswith(_DIRECT) else None


def _path_of(request: Request) -> str:
    """Return the path below the root, its escapes as they were sent: IRIs differ by them."""
    sent = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    path = quote(sent.partition(b"?")[0], safe=_IN_IRIS)
    return path.removeprefix(quote(request.scope.get("root_path", ""), safe=_IN_IRIS))
