"""The command line: parse arguments, build the parts, call one operation, print.

One module a command, with ``add`` and ``run``; how they are put together and how they end is said
here, what several of them share in ``options``.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from clustergraph import __version__
from clustergraph.cli import (
    build,
    diff,
    evaluate,
    export,
    extract,
    forget,
    query,
    review,
    serve,
    settings,
    validate,
    versions,
    why,
)
from clustergraph.cli.options import Commands
from clustergraph.cli.terminal import drop_output, is_of_output
from clustergraph.errors import ClusterGraphError

__all__ = ["main"]

_DESCRIPTION: Final = (
    "A knowledge graph of business clusters whose every statement carries the words that say it."
)
_COMMANDS: Final = (
    build,
    serve,
    extract,
    evaluate,
    review,
    forget,
    query,
    why,
    validate,
    export,
    versions,
    diff,
    settings,
)
"""In the order in which the help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 the work failed, 2 wrong use."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except ClusterGraphError as error:
        print(f"clustergraph: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        drop_output()
        return 0
    except OSError as error:
        if not is_of_output(error):
            raise
        drop_output()
        print(f"clustergraph: the output can't be written ({error.strerror}).", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="clustergraph", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"clustergraph {__version__}")
    commands = Commands(parser)
    for command in _COMMANDS:
        command.add(commands)
    return parser
