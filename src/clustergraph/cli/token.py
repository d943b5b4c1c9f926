"""``clustergraph token``."""

import argparse
import json
import re
import secrets
from typing import Final

from pydantic import ValidationError

from clustergraph.cli.options import refuse
from clustergraph.operations.writing.order import OPERATOR
from clustergraph.settings import TokenSettings
from clustergraph.web.writing.tokens import UNCHECKED, WRITE, digest_of

__all__ = ["add", "run"]

_BYTES: Final = 32
_SCOPES: Final = (WRITE, UNCHECKED)
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("name", metavar="NAME", help="who will write by it, as the log says")
    command.add_argument(
        "--scope",
        action="append",
        choices=_SCOPES,
        help="what it is for, once for each: write (the usual), or unchecked, to write what breaks "
        "the rules too",
    )
    command.add_argument(
        "--graph",
        action="append",
        default=[],
        metavar="IRI",
        help="what the IRIs of the graphs begin with that it is for, once for each; all if none",
    )


def run(options: argparse.Namespace) -> int:
    """Make a token, and say what the service must be told of it; nothing of it is kept."""
    if not options.name.strip() or not options.name.isprintable():
        return refuse("token", "give it a name that says who will write by it.")
    if options.name == OPERATOR:
        reason = f"{OPERATOR!r} is whoever writes by CLUSTERGRAPH_TOKEN; take another name."
        return refuse("token", reason)
    token = secrets.token_urlsafe(_BYTES)
    scopes = tuple(dict.fromkeys((WRITE, *(options.scope or ()))))
    try:
        given = TokenSettings(
            sha256=digest_of(token.encode()), scopes=scopes, graphs=tuple(options.graph)
        )
    except ValidationError:
        return refuse("token", "--graph takes the beginning of an IRI, as https://maria.example/.")
    print(f"The token, for {options.name} alone; it is not shown again:\n\n{token}\n")
    print("What the service is told of it, in clustergraph.toml:\n")
    print(_table(options.name, given))
    return 0


def _table(name: str, token: TokenSettings) -> str:
    """Write the lines of the file; what is a string or a list in JSON is one in TOML."""
    key = name if _BARE_KEY.fullmatch(name) else _written(name)
    lines = [f"[tokens.{key}]"]
    lines += [f"{field} = {_written(value)}" for field, value in token.model_dump().items()]
    return "\n".join(lines)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
