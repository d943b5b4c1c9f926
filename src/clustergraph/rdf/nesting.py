"""How deeply RDF that somebody sends is nested, seen before the engine's parsers read it.

They take triples in triples, and JSON in JSON, by recursion, which ends the process at some
thousand of them; elements in elements in a time that grows with the square of their depth; and
entities of XML in entities, of which a few hundred bytes make gigabytes. Whether what was sent is
well-formed is for the parsers to say, but for XML: what is looked at must be what they read.
"""

import re
from collections.abc import Callable
from typing import IO, Final
from xml.parsers import expat

from pyoxigraph import RdfFormat

from clustergraph.errors import BadContent

__all__ = ["check_nesting"]

_DEEPEST: Final = 200
_LONGEST_ENTITY: Final = 300
"""Characters: ontologies have one for each namespace."""
CHUNK: Final = 1 << 20


def check_nesting(file: IO[bytes], syntax: RdfFormat, name: str) -> None:
    """Read a file to its end, and go back to where it was; linear.

    Raises:
        BadContent: when it is nested too deeply, or is no XML where it should be.
    """
    start = file.tell()
    if syntax == RdfFormat.JSON_LD:
        _check(file, _JSON, name)
    elif syntax == RdfFormat.RDF_XML:
        _check_xml(file, name)
    elif _count(file, b"<<(") > _DEEPEST:
        file.seek(start)
        _check(file, _TURTLE, name)
    file.seek(start)


_JSON: Final = re.compile(
    rb"""
    (?P<passed>  "(?:[^"\\]|\\.)*+" )
  | (?P<opening> [\[{] )
  | (?P<closing> [\]}] )
  | (?P<cut>     ".*+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_TURTLE: Final = re.compile(
    rb"""
    (?P<passed>  \\.
               | "{3}(?:"{0,2}(?:[^"\\]|\\.))*+"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
               | "(?!"")(?:[^"\\\r\n]|\\.)*+" | '(?!'')(?:[^'\\\r\n]|\\.)*+'
               | <(?!<)[^<>\s]*+> | \#[^\r\n]*+[\r\n] )
  | (?P<opening> <<\( )
  | (?P<closing> \)>> )
  | (?P<cut>     ["'\#\\].*+ | <(?!<)[^<>\s]*+\Z | <<?\Z | \)>?\Z )
    """,
    re.VERBOSE | re.DOTALL,
)
"""Of N-Triples, N-Quads and TriG, too; ``cut`` is what may go on where the text at hand ends."""


def _check(file: IO[bytes], pieces: re.Pattern[bytes], name: str) -> None:
    depth, rest = 0, b""
    while chunk := file.read(max(CHUNK, len(rest))):  # so that long strings are read few times
        rest += chunk
        for match in pieces.finditer(rest):
            if match.lastgroup == "cut" or match.end() == len(rest):
                rest = rest[match.start() :]
                break
            depth += _STEPS.get(match.lastgroup or "", 0)
            if depth > _DEEPEST:
                raise _too_deep(name)
        else:
            rest = b""


_STEPS: Final = {"opening": 1, "closing": -1}


def _count(file: IO[bytes], sign: bytes) -> int:
    count, last = 0, b""
    while chunk := file.read(CHUNK):
        text = last + chunk
        count += text.count(sign)
        last = text[1 - len(sign) :]
    return count


def _too_deep(name: str) -> BadContent:
    return BadContent(name, f"more than {_DEEPEST} things in it stand inside each other.")


def _check_xml(file: IO[bytes], name: str) -> None:
    depth = 0

    def start(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _too_deep(name)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.EntityDeclHandler = _entity_check(name)
    try:
        parser.ParseFile(file)
    except expat.ExpatError as error:
        reason = f"it is no XML: {expat.ErrorString(error.code)}."
        raise BadContent(name, reason, line=error.lineno) from error


def _entity_check(name: str) -> Callable[..., None]:
    def check(entity: str, is_parameter: int, value: str | None, *_: object) -> None:
        if is_parameter or value is None or "&" in value or len(value) > _LONGEST_ENTITY:
            reason = f"its entity {entity} is not a short text; write out what it stands for."
            raise BadContent(name, reason)

    return check
