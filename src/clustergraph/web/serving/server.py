"""How the server is run: with a protocol that clients can't tie up, in one process or several.

What the limits mean on a connection is in ``wire``; what operators may set is in ``settings``.
"""

import resource
import socket
from typing import Any, Final

import uvicorn

from clustergraph.web.serving.crowd import Crowd
from clustergraph.web.serving.refusals import WireLimits
from clustergraph.web.serving.stopping import StoppingServer, Workers
from clustergraph.web.serving.wire import GuardedProtocol

__all__ = ["ServerConfig", "serve"]

_FILES_WANTED: Final = 65_536


class ServerConfig(uvicorn.Config):
    """What one server process is told; it travels to each worker, and the counts begin there.

    Args:
        app: the application, or the name of its factory.
        connections: how many clients may be connected to one process.
        connections_per_client: how many of them may come from one address that is no proxy.
        limits: what a client may do on a connection.
        options: what ``uvicorn.Config`` takes beside.
    """

    def __init__(
        self,
        app: Any,
        *,
        connections: int = 1_000,
        connections_per_client: int = 100,
        limits: WireLimits | None = None,
        **options: Any,
    ) -> None:
        super().__init__(app, http=GuardedProtocol, ws="none", **options)
        self.wire_limits = limits or WireLimits()
        self._most = connections
        self._most_per_client = connections_per_client

    def load(self) -> None:
        """Load the application, and begin to count connections."""
        super().load()
        trusted = self.forwarded_allow_ips
        self.crowd = Crowd(
            most=self._most,
            most_per_client=self._most_per_client,
            trusted=trusted if isinstance(trusted, str) else ",".join(trusted),
        )


def serve(config: ServerConfig, listener: socket.socket) -> bool:
    """Serve who comes to a socket until stopped; tell whether it could begin."""
    _allow_many_files()
    if config.workers > 1:
        Workers(config, sockets=[listener]).run()
        return True
    server = StoppingServer(config)
    server.run(sockets=[listener])
    return server.started


def _allow_many_files() -> None:
    """Let this process, and those it starts, open as many files as connections need."""
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES_WANTED if most == resource.RLIM_INFINITY else min(most, _FILES_WANTED)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(few, wanted), most))
