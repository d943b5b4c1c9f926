"""Between the engine, which writes XML, and whoever reads it: only well-formed XML gets through.

The engine writes each character of a literal as it is, though XML 1.0 has no place for some and
reads one otherwise than it stands; and where a property's IRI gives no name for an element, it
writes one that no parser takes.
"""

import re

from clustergraph.errors import UnsupportedQuery
from clustergraph.rdf.output import Output

__all__ = ["XmlOutput"]

_CARRIAGE_RETURN, _ESCAPED = b"\r", b"&#13;"
"""Unescaped, every parser reads a line feed (XML 1.0, section 2.11)."""
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_NO_CHARACTER = re.compile(b"[" + re.escape(_CONTROLS) + b"]|\xef\xbf[\xbe\xbf]")
"""What is none in XML 1.0, section 2.2; text in UTF-8 can't hold surrogates anyway."""
_NAMELESS = b"<oxprefix: "
"""The engine's element for a property whose IRI does not end like the name of an element."""


class XmlOutput:
    """An output before another one.

    Args:
        output: takes what may be read as XML.
    """

    def __init__(self, output: Output) -> None:
        self._output = output
        self._before = b""

    def write(self, data: bytes) -> int:
        """Pass the next bytes on.

        Raises:
            UnsupportedQuery: when they are no XML.
        """
        joined = self._before + data
        self._before = joined[1 - len(_NAMELESS) :]
        _refuse_nameless(joined)
        _refuse_others(joined)
        self._output.write(data.replace(_CARRIAGE_RETURN, _ESCAPED))
        return len(data)

    def flush(self) -> None:
        """Have the bytes go on."""
        self._output.flush()


def _refuse_nameless(data: bytes) -> None:
    if _NAMELESS in data:
        reason = "its answer has a property whose IRI RDF/XML can't write; Turtle can"
        raise UnsupportedQuery(reason)


def _refuse_others(data: bytes) -> None:
    """Look twice: the first look takes a tenth of the time, and nearly always nothing is found."""
    if len(data.translate(None, _CONTROLS)) == len(data) and b"\xef\xbf" not in data:
        return
    found = _NO_CHARACTER.search(data)
    if found is not None:
        reason = (
            f"its answer has the character U+{ord(found[0].decode()):04X}, "
            "which XML can't hold; JSON and Turtle can"
        )
        raise UnsupportedQuery(reason)
