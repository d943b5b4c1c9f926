"""``clustergraph serve``."""

import argparse
import socket
from typing import Final

import uvicorn

from clustergraph.cli.options import Commands, add_home, positive, settings_of
from clustergraph.errors import AddressNotFree
from clustergraph.store.versions import Home

__all__ = ["add", "run"]

_LAST_ANSWERS_SECONDS: Final = 5
"""How long running queries may still take when the service is stopped."""


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("serve", "Serve the current version over HTTP.", run)
    command.add_argument("--host", default="127.0.0.1", metavar="H")
    command.add_argument("--port", type=int, default=8000, metavar="P")
    command.add_argument("--workers", type=positive, default=1, metavar="N")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    settings = settings_of(options)
    Home(settings.home).current().check()
    _check_port(options.host, options.port)
    settings.export()  # the workers read them from the environment
    print(f"ClusterGraph on http://{options.host}:{options.port} (stop with Ctrl-C)", flush=True)
    uvicorn.run(
        "clustergraph.web.app:app_from_environment",
        factory=True,
        host=options.host,
        port=options.port,
        workers=options.workers,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
    )
    return 0


def _check_port(host: str, port: int) -> None:
    """Say in one sentence that a port is taken, before any worker starts."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise AddressNotFree(host, port, error.strerror or str(error)) from error
