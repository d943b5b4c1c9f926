"""``clustergraph serve``."""

import argparse
import socket
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from clustergraph.cli.options import add_home, positive
from clustergraph.errors import AddressNotFree
from clustergraph.logs import configure_logging
from clustergraph.settings import Settings, load_settings, share_metrics
from clustergraph.store.versions import Home
from clustergraph.web.serving.refusals import WireLimits
from clustergraph.web.serving.server import ServerConfig, serve

__all__ = ["add", "run"]

_SETTINGS: Final = ("home", "root_path", "trusted_proxies", "log_format", "log_level")
"""The options that stand for settings."""
_START_SECONDS: Final = 30
"""A worker that says nothing for so long is replaced; on a busy machine it starts in ten."""
_FAREWELL_SECONDS: Final = 2
"""How long clients may take to hear that their query was cut off."""


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("--host", default="127.0.0.1", metavar="H")
    command.add_argument("--port", type=_port, default=8000, metavar="P")
    command.add_argument("--workers", type=positive, default=1, metavar="N")
    command.add_argument("--root-path", metavar="PATH", help="where a proxy shows it, such as /kg")
    command.add_argument(
        "--trusted-proxies", metavar="LIST", help="whose X-Forwarded-For holds, by comma"
    )
    command.add_argument("--log-format", choices=("text", "json"))
    command.add_argument("--log-level", choices=("debug", "info", "warning", "error"))
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; 1 where it could not begin."""
    settings = _settings_of(options)
    configure_logging(settings.log_format, settings.log_level)
    Home(settings.home).current().check()
    with ExitStack() as stack:
        listener = stack.enter_context(_listen(options.host, options.port))
        settings.export()  # the workers read them from the environment
        address = f"http://{options.host}:{options.port}"
        print(f"ClusterGraph on {address} (stop with Ctrl-C)", flush=True)
        if options.workers > 1:
            folder = tempfile.TemporaryDirectory(prefix="clustergraph-")
            share_metrics(Path(stack.enter_context(folder)))
        return 0 if serve(_config(options, settings), listener) else 1


def _settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings; what was said as an option wins."""
    said = {name: getattr(options, name) for name in _SETTINGS}
    return load_settings(**{name: value for name, value in said.items() if value is not None})


def _config(options: argparse.Namespace, settings: Settings) -> ServerConfig:
    proxies: dict[str, Any] = {
        "proxy_headers": bool(settings.trusted_proxies),
        "forwarded_allow_ips": settings.trusted_proxies,
    }
    return ServerConfig(
        "clustergraph.web.app:app_from_environment",
        factory=True,
        host=options.host,
        port=options.port,
        workers=options.workers,
        log_config=None,
        access_log=False,
        timeout_worker_healthcheck=_START_SECONDS,
        timeout_graceful_shutdown=settings.drain_seconds + _FAREWELL_SECONDS,
        connections=settings.connections,
        connections_per_client=settings.connections_per_client,
        limits=_wire_limits(settings),
        **proxies,
    )


def _wire_limits(settings: Settings) -> WireLimits:
    """Say what a client may do on a connection; what may be written must get through it."""
    usual = WireLimits()
    return replace(usual, body_bytes=max(usual.body_bytes, settings.write_bytes))


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) >= 1 << 16:
        message = f"{text} is no port; ports go to 65535"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _listen(host: str, port: int) -> socket.socket:
    """Take a port; who comes before the workers are there waits, and is not refused.

    Raises:
        AddressNotFree: when it is taken.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise AddressNotFree(host, port, error.strerror or str(error)) from error
    return listener
