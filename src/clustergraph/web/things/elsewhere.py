"""Show what a thing is in the registers of others, and why that is held to be so."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.rdf.sssom import Match
from clustergraph.web.addresses import path_of
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link
from clustergraph.web.things.views import ElsewhereView

__all__ = ["elsewhere"]


def elsewhere(matches: Iterable[Match], linker: Linker) -> tuple[ElsewhereView, ...]:
    """Make a row of each match, in their order."""
    return tuple(_row(match, linker) for match in matches)


def _row(match: Match, linker: Linker) -> ElsewhereView:
    return ElsewhereView(
        relation=linker.to(match.relation),
        target=_target(match, linker),
        where="ClusterGraph" if match.object.startswith(BASE) else urlsplit(match.object).netloc,
        justification=linker.to(match.justification),
        reason=match.comment,
        decided=_decided(match, linker),
    )


def _decided(match: Match, linker: Linker) -> str:
    if not match.author:
        return ""
    on = linker.wording.date(match.on)
    return linker.wording.gettext("by %(person)s, %(date)s", person=match.author, date=on)


def _target(match: Match, linker: Linker) -> Link:
    """Link to what it is there, under the name that it has there, or else by its code."""
    if match.object.startswith(BASE):
        return linker.to(match.object)
    code = Iri(match.object.rstrip("/")).local
    name = f"{match.object_label} ({code})" if match.object_label else code
    return Link(text=name, href=path_of(match.object))
