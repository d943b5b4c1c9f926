"""Previews in a frame, and flyouts: a thing, a type or a property in a few lines of HTML."""

from collections.abc import Mapping
from typing import Any, Final

from starlette.responses import Response

from clustergraph.errors import InvalidParameter
from clustergraph.operations.labels import Labels
from clustergraph.operations.reconciling.summarising import Line, Summary, summary_of
from clustergraph.web.addresses import path_of
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, capitalised
from clustergraph.web.pieces import Link
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.suggesting import term_of
from clustergraph.web.reconcile.views import FlyoutView, PreviewLine, PreviewPage
from clustergraph.web.things.elsewhere import elsewhere

__all__ = ["flyout", "preview"]

_FRAMED: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors *"
    )
}
"""Anybody may put a preview into a frame, and nothing runs in it; no other page may be framed."""


def preview(call: Call) -> Response:
    """Show the thing of the ``id`` in a call."""
    summary = summary_of(call.opened, _id(call), language=call.language)
    return call.shown(
        lambda: render("preview.html", _preview_page(call, summary), call.reader), headers=_FRAMED
    )


def flyout(call: Call, kind: str) -> Mapping[str, Any]:
    """Tell what to show beside a suggestion."""
    id_ = _id(call)
    view = _flyout_of_thing(call, id_) if kind == "entity" else _flyout_of_term(call, kind, id_)
    return {"id": id_, "html": render("flyout.html", view, call.reader)}


def _id(call: Call) -> str:
    id_ = call.word("id")
    if not id_:
        wanted = "the identifier of what to show"
        raise InvalidParameter("id", id_, wanted)
    return id_


def _preview_page(call: Call, summary: Summary) -> PreviewPage:
    linker = Linker(Labels(call.opened.graph, call.language), call.reader)
    return PreviewPage(
        language=call.language,
        label=linker.link(summary.thing),
        kind=linker.link(summary.kind) if summary.kind else None,
        place=summary.place,
        names=tuple(Link(text=name.text, language=name.language) for name in summary.names),
        lines=tuple(_line(linker, line) for line in summary.lines),
        elsewhere=elsewhere(summary.elsewhere, linker),
    )


def _line(linker: Linker, line: Line) -> PreviewLine:
    passage = line.passage
    return PreviewLine(
        property=capitalised(linker.link(line.property)),
        values=tuple(Link(text=value.text, language=value.language) for value in line.values),
        more=line.more,
        quote=Link(text=passage.quote.text, language=passage.quote.language) if passage else None,
        source=linker.place(passage.document.iri, passage.start, passage.end) if passage else None,
    )


def _flyout_of_thing(call: Call, id_: str) -> FlyoutView:
    summary = summary_of(call.opened, id_, language=call.language)
    kind = summary.kind.label.text if summary.kind else ""
    names = ", ".join(name.text for name in summary.names)
    return FlyoutView(
        label=_absolute(call, path_of(summary.thing.iri), summary.thing.label.text),
        kind=", ".join(filter(None, (kind, summary.place))),
        description=names,
    )


def _flyout_of_term(call: Call, kind: str, id_: str) -> FlyoutView:
    term = term_of(call, kind, id_)
    return FlyoutView(
        label=_absolute(call, path_of(term.iri), term.name(call.language)),
        kind=term.id,
        description=term.comment(call.language),
    )


def _absolute(call: Call, path: str, text: str) -> Link:
    """Link to this host in full: the words will stand on somebody else's page."""
    href = f"{call.site}{path}" if path.startswith("/") else path
    return Link(text=text, href=href, language=call.language)
