"""The page about the service: how to add it to a tool, and all its types, properties, features."""

import json
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from clustergraph.operations.reconciling.features import FEATURES
from clustergraph.operations.reconciling.schema import Property, Term, schema_of
from clustergraph.web.addresses import path_of
from clustergraph.web.framing.frame import frame, language_name
from clustergraph.web.framing.rendering import render
from clustergraph.web.pieces import Link
from clustergraph.web.reconcile.call import ROOT, Call
from clustergraph.web.reconcile.limits import BATCH
from clustergraph.web.reconcile.views import AboutPage, TermRow

__all__ = ["about"]

_LANGUAGES: Final = ("en", "pl", "bg", "de")


def about(call: Call) -> Response:
    """Show the page."""
    return call.shown(lambda: render("reconcile.html", _page(call), call.reader), headers={})


def _page(call: Call) -> AboutPage:
    schema = schema_of(call.opened)
    return AboutPage(
        frame=frame(call.visit.of_person(), call.reader.wording.gettext("Reconciliation")),
        service=f"{call.site}{ROOT}",
        draft=f"{call.site}{ROOT}/v1",
        languages=tuple(
            Link(text=language_name(code).text, href=f"{ROOT}/{code}", language=code)
            for code in _LANGUAGES
        ),
        batch=BATCH,
        types=tuple(_row(call, each) for each in schema.types.values()),
        properties=tuple(_row(call, each) for each in schema.properties.values()),
        features=tuple(FEATURES.values()),
        examples=tuple(_examples(call)),
    )


def _row(call: Call, term: Term) -> TermRow:
    return TermRow(
        id=term.id,
        name=Link(
            text=term.name(call.language),
            href=call.reader.to(path_of(term.iri)),
            language=call.language,
        ),
        description=term.comment(call.language),
        takes=term.takes if isinstance(term, Property) else "",
    )


def _examples(call: Call) -> Iterator[Link]:
    """Yield requests that answer from whatever graph this is: its most prominent thing is asked."""
    found = call.opened.names.of_kinds((), limit=1).hits
    if not found:
        return
    name = found[0].card.label(call.language).text
    queries = json.dumps({"q0": {"query": name, "limit": 3}}, ensure_ascii=False)
    say = call.reader.wording.gettext
    yield Link(text=say("The manifest"), href=ROOT)
    asked = say("A query: %(name)s", name=name)
    yield Link(text=asked, href=f"{ROOT}?{urlencode({'queries': queries})}")
    suggestions = urlencode({"prefix": name[:4]})
    yield Link(text=say("Suggestions"), href=f"{ROOT}/suggest/entity?{suggestions}")
    yield Link(text=say("All properties"), href=f"{ROOT}/suggest/property?prefix=&limit=100")
