"""Run the server on standard input and output until its host closes them."""

import asyncio
import signal
from typing import Final

from clustergraph.client import AsyncClient, ClientOptions, Patience
from clustergraph.mcp_server.in_process import Application, InProcess, running
from clustergraph.mcp_server.server import make_server

__all__ = ["MOST_BYTES", "serve_application", "serve_url"]

MOST_BYTES: Final = 1 << 23
"""How long an answer may be that is cut for a model anyway."""

_NOWHERE: Final = "http://127.0.0.1"
"""What stands for the address of a service that has none."""


def serve_url(url: str) -> None:
    """Ask the service at that address.

    Raises:
        InvalidParameter: when it is no address.
    """
    asyncio.run(_serve(AsyncClient(url, ClientOptions(most_bytes=MOST_BYTES))))


def serve_application(application: Application) -> None:
    """Ask an application that runs in this process."""
    asyncio.run(_serve_application(application))


async def _serve_application(application: Application) -> None:
    options = ClientOptions(most_bytes=MOST_BYTES, patience=Patience(attempts=1))
    async with running(application):
        await _serve(AsyncClient(_NOWHERE, options, transport=InProcess(application)))


async def _serve(client: AsyncClient) -> None:
    # A thread waits for standard input and can't be told to stop; Ctrl-C would wait for it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    async with client:
        await make_server(client).run_stdio_async()
