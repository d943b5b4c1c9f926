"""RDF that a request brings, laid where the writing reads it: in one body, or in parts."""

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Final

from pyoxigraph import RdfFormat
from starlette.requests import Request

from clustergraph.errors import UnsupportedContent
from clustergraph.operations.writing.order import Content
from clustergraph.rdf.formats import RDF_FORMATS, Format, format_of, media_types
from clustergraph.web.exchange.content_types import check_charset, content_type_of
from clustergraph.web.exchange.headers import media_type_of
from clustergraph.web.writing.bodies import THE_BODY, pieces_of, save
from clustergraph.web.writing.multipart import MULTIPART, Part, save_parts

__all__ = ["OF_GRAPHS", "OF_TRIPLES", "receive"]

OF_GRAPHS: Final = tuple(f for f in RDF_FORMATS if f.engine in (RdfFormat.TRIG, RdfFormat.N_QUADS))
"""Formats that are made to say which graph a triple stands in."""
OF_TRIPLES: Final = tuple(f for f in RDF_FORMATS if f not in OF_GRAPHS)
"""Formats of what stands in one graph."""
_SAYS_NOTHING: Final = frozenset({"", "application/octet-stream", "text/plain"})
"""What programs call files of which they don't know what they are."""


async def receive(
    request: Request, folder: Path, *, most_bytes: int, base: str, formats: Sequence[Format]
) -> tuple[Content, ...]:
    """Save what a request brings.

    Args:
        request: the request; its body is read.
        folder: where it goes.
        most_bytes: how long it may be.
        base: what its relative IRIs stand below.
        formats: those that it may be in.

    Raises:
        UnsupportedContent: when something is in another format.
        BadContent: when the body can't be parted, or unpacked.
        ContentTooLarge: when it is too long.
        HTTPException: when it is in another coding than UTF-8, or breaks off.
    """
    content_type = content_type_of(request.headers)
    pieces = pieces_of(request, most_bytes)
    if media_type_of(content_type) == MULTIPART:
        parts = await save_parts(pieces, content_type, folder)
        return tuple(_content(part, base, formats) for part in parts)
    body = Part(name=THE_BODY, path=folder / "body", file_name="", content_type=content_type)
    content = _content(body, base, formats)
    await save(pieces, body.path)
    return (content,)


def _format_sent(name: str, content_type: str, file_name: str, formats: Sequence[Format]) -> Format:
    """Find the format of what was sent, by its media type or else by the name of its file.

    Raises:
        UnsupportedContent: when it is none of those formats.
    """
    media_type = media_type_of(content_type)
    format_ = format_of(media_type, formats) if "/" in media_type else None
    if format_ is None and media_type in _SAYS_NOTHING:
        extension = PurePath(file_name).suffix.lower().removeprefix(".")
        format_ = next((each for each in formats if each.extension == extension), None)
    if format_ is None:
        raise UnsupportedContent(name, media_type, media_types(formats))
    return format_


def _content(part: Part, base: str, formats: Sequence[Format]) -> Content:
    check_charset(part.content_type, part.name)
    format_ = _format_sent(part.name, part.content_type, part.file_name, formats)
    return Content(name=part.name, path=part.path, format=format_.key, base=base)
