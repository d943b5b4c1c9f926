"""A host of language models: it starts ``clustergraph mcp`` and calls its tools."""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from clustergraph.client import AsyncClient, ClientOptions, Patience
from clustergraph.mcp_server.in_process import Application, InProcess, running
from clustergraph.mcp_server.running import MOST_BYTES
from clustergraph.mcp_server.server import make_server

__all__ = ["Conversation", "conversing", "conversing_in_process"]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A running server, and the official client that talks with it."""

    client: Client
    portal: BlockingPortal

    def call(self, tool: str, **arguments: Any) -> CallToolResult:
        """Call a tool."""

        async def call() -> CallToolResult:
            return await self.client.call_tool(tool, arguments)

        return self.portal.call(call)

    def told(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """Call a tool that answers, and return what it tells in its structure."""
        result = self.call(tool, **arguments)
        assert not result.is_error, result.content
        told: dict[str, Any] | None = result.structured_content
        assert told is not None
        return told

    def refusal(self, tool: str, **arguments: Any) -> str:
        """Call a tool that can't answer, and return what the model reads."""
        result = self.call(tool, **arguments)
        assert result.is_error
        (content,) = result.content
        assert isinstance(content, TextContent)
        return content.text


@contextmanager
def conversing(*arguments: str) -> Iterator[Conversation]:
    """Start the server with these arguments, until the context ends."""
    command = ["-m", "clustergraph", "mcp", *arguments]
    client = Client(StdioServerParameters(command=sys.executable, args=command))
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client) as entered:
        yield Conversation(entered, portal)


@contextmanager
def conversing_in_process(
    *, application: Application | None = None, url: str = ""
) -> Iterator[Conversation]:
    """Talk with a server in this process, which asks an application here or a service elsewhere."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Client]:
        async with AsyncExitStack() as stack:
            transport = None if application is None else InProcess(application)
            if application is not None:
                await stack.enter_async_context(running(application))
            options = ClientOptions(most_bytes=MOST_BYTES, patience=Patience(attempts=1))
            asking = AsyncClient(url or "http://127.0.0.1", options, transport=transport)
            server = make_server(await stack.enter_async_context(asking))
            yield await stack.enter_async_context(Client(server))

    with start_blocking_portal() as portal, portal.wrap_async_context_manager(opened()) as client:
        yield Conversation(client, portal)
