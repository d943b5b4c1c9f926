"""``clustergraph mcp``."""

import argparse
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from clustergraph.errors import MissingExtra
from clustergraph.logs import configure_logging
from clustergraph.settings import Settings, load_settings
from clustergraph.store.versions import Home

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    place = command.add_mutually_exclusive_group()
    place.add_argument("--url", metavar="URL", help="ask the service there, such as http://…:8000")
    place.add_argument("--home", type=Path, metavar="DIR", help="where the versions lie")


def run(options: argparse.Namespace) -> int:
    """Answer a host of language models until it closes standard input."""
    try:
        from clustergraph.mcp_server import running  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise MissingExtra("A server for language models", package="mcp", extra="mcp") from error
    settings = _settings_of(options, running.MOST_BYTES)
    configure_logging(settings.log_format, settings.log_level)
    if options.url:
        running.serve_url(options.url)
    else:
        running.serve_application(_application(settings))
    return 0


def _settings_of(options: argparse.Namespace, most_bytes: int) -> Settings:
    """Return the settings; this process has one client, which needs neither path nor rates."""
    given: dict[str, Any] = {"home": options.home} if options.home else {}
    return load_settings(
        **given, root_path="", request_rate="", query_rate="", answer_bytes=most_bytes
    )


def _application(settings: Settings) -> ASGIApp:
    from clustergraph.web.app import app_from_environment  # noqa: PLC0415 - takes a second

    Home(settings.home).current().check()
    settings.export()  # the application reads them from the environment
    return app_from_environment()
