"""The server: its tools and what it tells a model of itself, on standard input and output."""

from collections.abc import Callable
from typing import Any, Final

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations

from clustergraph import __version__
from clustergraph.client import AsyncClient
from clustergraph.mcp_server.tools import Tools

__all__ = ["make_server"]

_INSTRUCTIONS: Final = """\
A knowledge graph of business clusters: who funds, runs, teaches and joins what, as documents in
several languages say it. Every statement carries the exact words of a document. Find a thing with
search, read it with describe, and use query for what spans many things. Repeat no statement without
its quote; what is inferred has none, and is to be called so. The graph holds what its documents say
and no more: that it knows nothing of something doesn't mean that there is no such thing."""


def make_server(client: AsyncClient) -> MCPServer[Any]:
    """Make a server whose tools ask that client."""
    server: MCPServer[Any] = MCPServer(
        name="clustergraph",
        title="ClusterGraph",
        instructions=_INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
    )
    tools = Tools(client)
    _offer(server, tools.search, "Find things by name")
    _offer(server, tools.describe, "Read what documents say of a thing")
    _offer(server, tools.query, "Ask in SPARQL")
    return server


def _offer(server: MCPServer[Any], tool: Callable[..., Any], title: str) -> None:
    """Offer a tool, and say that it changes nothing and gives the same when it is called again."""
    annotations = ToolAnnotations(
        title=title,
        read_only_hint=True,
        destructive_hint=False,
        idempotent_hint=True,
        open_world_hint=False,
    )
    server.add_tool(tool, title=title, annotations=annotations)
