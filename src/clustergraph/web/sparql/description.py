"""The service's description as an answer: for the version that is served, at the address asked."""

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from starlette.datastructures import URL
from starlette.responses import Response
from starlette.types import Scope

from clustergraph import __version__
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.querying.describe_service import (
    count_graphs,
    count_written,
    describe_service,
)
from clustergraph.rdf.formats import Format
from clustergraph.web.exchange.conditions import has

__all__ = ["description"]

_UPDATES: Final = "/update"


def description(
    scope: Scope,
    opened: OpenVersion,
    media_type: str,
    format_: Format,
    known_tags: AbstractSet[str] = frozenset(),
    *,
    takes_updates: bool = False,
) -> Response:
    """Describe the service, unless the client has this very description already.

    Args:
        scope: the request's, which tells the address.
        opened: the version; its graphs are counted once, those of the build once for that.
        media_type: what the answer is, as the client asked for it.
        format_: the format of that name.
        known_tags: of If-None-Match, in quotes, without ``W/``.
        takes_updates: whether the graph may be written to.
    """
    endpoint = str(URL(scope=scope).replace(query="", fragment=""))
    updates = _update_address(scope) if takes_updates else ""
    tag = _tag(opened.version.id, endpoint, updates, media_type)
    headers = {
        "ETag": tag,
        "Vary": "Accept",
        "Dataset-Version": opened.version.id,
        "Cache-Control": "no-cache",
    }
    if has(known_tags, tag):
        return Response(status_code=304, headers=headers)
    totals = opened.findings.get("sizes of graphs", lambda: _sizes(opened))
    body = describe_service(
        opened.graph,
        endpoint,
        format_,
        totals=totals,
        update_endpoint=updates,
        is_plain=opened.version.is_plain,
    )
    return Response(body, headers=headers, media_type=media_type)


def _update_address(scope: Scope) -> str:
    path = f"{scope.get('root_path', '')}{_UPDATES}"
    return str(URL(scope=scope).replace(path=path, query=""))


def _sizes(opened: OpenVersion) -> Mapping[Iri | None, int]:
    if opened.version.is_plain:
        return count_graphs(opened.graph)
    counted = opened.built.get("sizes of graphs", lambda: count_graphs(opened.graph))
    return count_written(opened.graph, counted)


def _tag(*parts: str) -> str:
    whole = "\n".join((__version__, *parts))
    return f'"{hashlib.sha256(whole.encode()).hexdigest()[:24]}"'
