"""Who asks: what tells clients apart, where each shall have a fair share."""

from starlette.types import Scope

from clustergraph.web.exchange.networks import home_of

__all__ = ["client_of"]


def client_of(scope: Scope) -> str:
    """Name the client of a request by its address; empty where there is none."""
    client = scope.get("client")
    return home_of(client[0]) if client else ""
