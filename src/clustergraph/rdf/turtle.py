"""Reads one Turtle file of the ontology, and tells where it is none.

What the triples mean is not known here.
"""

from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from clustergraph.errors import OntologyError

__all__ = ["line_about", "read_turtle"]


def read_turtle(path: Path) -> list[Triple]:
    """Return the triples of a file, in its order.

    Raises:
        OntologyError: when the file can't be read, or at the first line that is no Turtle.
    """
    try:
        return [quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        reason = error.msg.partition(": ")[2]
        message = f"this is no Turtle ({reason}); mend it there or just before."
        location = f"{path}:{error.lineno}"
        raise OntologyError(location, message) from error
    except OSError as error:
        raise OntologyError(str(path), f"the file can't be read ({error}).") from error


def line_about(path: Path, term: str) -> int:
    """Return the line, from 1, on which a file begins to speak of a term; 1 where none does.

    The term is written as ``prefix:name``, at the start of a line, as we write Turtle.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.split()[:1] == [term]), 1)
