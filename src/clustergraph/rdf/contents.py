"""Read RDF that somebody sends, in any syntax, as quads that come while it is read.

Nothing is fetched: a JSON-LD context must stand in the document. What becomes of the quads is for
others.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import IO, Final, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from clustergraph.errors import BadContent, UnsupportedContent
from clustergraph.rdf.formats import RDF_FORMATS, format_of
from clustergraph.rdf.nesting import check_nesting

__all__ = ["read_content"]


def read_content(
    path: Path,
    format_key: str,
    *,
    name: str,
    base: str = "",
    is_packed: bool = False,
    graph: str | None = None,
    may_name_graphs: bool = True,
) -> Iterator[Quad]:
    """Yield what a file says, its blank nodes by labels that no other file has.

    Args:
        path: the file.
        format_key: the key, or a media type, of one of ``RDF_FORMATS``.
        name: what errors call it.
        base: what its relative IRIs stand below; without one they are wrong.
        is_packed: whether it is packed by gzip.
        graph: where everything goes; None for the default graph, or the graphs that it names.
        may_name_graphs: whether it may name graphs where none is given.

    Raises:
        UnsupportedContent: when the format is none that is read.
        BadContent: when it is not what its format says, or names graphs where it may not.
    """
    format_ = format_of(format_key, RDF_FORMATS)
    if format_ is None or not isinstance(format_.engine, RdfFormat):
        raise UnsupportedContent(name, format_key, [it.media_type for it in RDF_FORMATS])
    is_alone = graph is not None or not may_name_graphs
    with _named(name), _opened(path, is_packed=is_packed) as file:
        check_nesting(file, format_.engine, name)
        quads = parse(
            file,
            format_.engine,
            base_iri=base or None,
            without_named_graphs=is_alone,
            rename_blank_nodes=True,
        )
        yield from quads if graph is None else _put_into(NamedNode(graph), quads)


def _put_into(graph: NamedNode, quads: Iterator[Quad]) -> Iterator[Quad]:
    for quad in quads:
        yield Quad(quad.subject, quad.predicate, quad.object, graph)


@contextmanager
def _opened(path: Path, *, is_packed: bool) -> Iterator[IO[bytes]]:
    """Open a file behind the mark that some editors put at its beginning."""
    with path.open("rb") as raw, gzip.open(raw) if is_packed else nullcontext(raw) as file:
        if file.read(len(_MARK)) != _MARK:
            file.seek(0)
        yield cast(IO[bytes], file)


_MARK: Final = b"\xef\xbb\xbf"
"""U+FEFF in UTF-8."""
_PARSER_IS_FULL: Final = "buffer maximal size"
"""What the parser says that has memory enough, and wants no more for one term."""
_NOISE: Final = re.compile(r"^Parser error at line \d+ (?:between columns \d+ and|column) \d+: ")


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turn what the parser and the unpacker raise into our error."""
    try:
        yield
    except SyntaxError as error:
        reason = _NOISE.sub("", error.msg)
        raise BadContent(name, _REASONS.get(reason, reason), line=error.lineno) from error
    except MemoryError as error:
        if _PARSER_IS_FULL not in str(error):
            raise
        reason = "a term or a comment in it is longer than is read (16 MiB)."
        raise BadContent(name, reason) from error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise BadContent(name, f"it is not packed by gzip, or not whole ({error}).") from error


_REASONS: Final = {
    "No LoadDocumentCallback has been set to load remote contexts": (
        "its context stands elsewhere, and nothing is fetched; put the context into the document."
    ),
    "Named graphs are not allowed": (
        "it names graphs itself, so no other one can be named for it; leave that one out."
    ),
}
