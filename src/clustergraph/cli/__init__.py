"""The command line: parse arguments, build the parts, call one operation, print.

One module a command: ``add`` says what it is told, ``run`` does it and returns the exit code. How
they are put together and how they end is said here, what several of them share in ``options``.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Final

from clustergraph import __version__
from clustergraph.cli.allocating import begin_with_quick_memory
from clustergraph.cli.output import drop_output, is_of_output
from clustergraph.errors import ClusterGraphError

__all__ = ["main"]

_DESCRIPTION: Final = (
    "A knowledge graph of business clusters whose every statement carries the words that say it."
)
_COMMANDS: Final = {
    "build": "Build the graph of a folder of documents and publish it.",
    "init": "Make an empty graph, all of it to be written.",
    "import": "Add files of RDF to the current version.",
    "publish": "Bring the SPARQL engine behind the service to hold the current version.",
    "serve": "Serve the current version over HTTP.",
    "extract": "Print what the mappers alone find in documents.",
    "evaluate": "Score the mappers, or what is published, against a gold.",
    "review": "List what a person should look at, and write down decisions.",
    "forget": (
        "Keep an entity (a person who asks, say) or a document, with its quotes, out of this and "
        "every later build. Its address answers 410 with the reason."
    ),
    "query": "Ask the current version in SPARQL.",
    "why": "Tell why a statement holds, with the words that say so.",
    "validate": "Check the current version against the rules of the graph.",
    "export": "Write a whole version down.",
    "versions": "List the versions, go back to one, move one elsewhere, or remove old ones.",
    "diff": "Tell in words in what two versions differ.",
    "mcp": "Let language models search, read and query, over the Model Context Protocol (stdio).",
    "recon-check": "Test a reconciliation service, anybody's, against the specification.",
    "token": "Make a token by which somebody may write.",
    "settings": "List the settings with their values and what each is for.",
}
"""The modules here, in the order in which the help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 the work failed, 2 wrong use."""
    if arguments is None:
        arguments = sys.argv[1:]
        if arguments[:1] == ["serve"]:
            begin_with_quick_memory()
    options = _parser(arguments[0] if arguments else "").parse_args(arguments)
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


def _parser(chosen: str) -> argparse.ArgumentParser:
    """Make the parser; only the module of the chosen command is loaded.

    All of them together take a second and 50 MB, which a service would hold for as long as it runs.
    """
    parser = argparse.ArgumentParser(prog="clustergraph", description=_DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"clustergraph {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, text in _COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        if name == chosen:
            module = import_module(f"clustergraph.cli.{_module_of(name)}")
            command.set_defaults(run=module.run)
            module.add(command)
    return parser


def _module_of(command: str) -> str:
    return f"{command}_" if iskeyword(command) else command.replace("-", "_")
