"""The page of what a search found, and the ways to narrow it."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.look_up import KINDS, Findings, Hit, Question, facets
from clustergraph.web.framing import frame
from clustergraph.web.linking import Linker, capitalised, words
from clustergraph.web.pieces import Link
from clustergraph.web.rendering import render
from clustergraph.web.views import FacetView, HitView, SearchPage
from clustergraph.web.visit import Visit

__all__ = ["search_page"]

_FACETS: Final = (("Kind", "type", "cls"), ("Country", "place", "country"))
"""What a search is narrowed by: its title, its parameter, and what the index calls it."""
_FORMS: Final = (("JSON", "json"), ("JSON lines", "jsonl"), ("CSV", "csv"))
_SHOWN_VALUES: Final = 12
_NARROWING: Final = ("q", "type", "place")


def search_page(visit: Visit, asked: Question, found: Findings) -> str:
    """Show a page of hits."""
    linker = Linker(visit.labels, visit.reader)
    text = visit.word("q")
    page = SearchPage(
        frame=frame(visit, f"Search: {text}" if text else "Search"),
        query=text,
        kind=visit.word("type"),
        place=visit.word("place"),
        kinds=tuple(KINDS),
        hits=tuple(_hit(visit, hit, linker) for hit in found.hits),
        total=found.total,
        facets=tuple(_facets(visit, asked)) if found.hits else (),
        next=visit.address(next=found.next) if found.next else "",
        forms=tuple(_forms(visit)),
    )
    return render("search.html", page, visit.reader)


def _hit(visit: Visit, hit: Hit, linker: Linker) -> HitView:
    kind = visit.labels.thing(hit.thing.kind).label.text if hit.thing.kind else ""
    is_other_name = hit.match != "listed" and hit.name != hit.thing.label.text
    return HitView(
        link=linker.link(hit.thing),
        kind=kind,
        found_as=words(Text(hit.name, hit.language)) if is_other_name else None,
        place=hit.description,
    )


def _facets(visit: Visit, asked: Question) -> Iterator[FacetView]:
    """Show what would part the hits, and what they are narrowed by already."""
    counts = facets(visit.opened, asked)
    for title, parameter, field in _FACETS:
        values = counts[field][:_SHOWN_VALUES]
        is_narrowed = bool(visit.word(parameter))
        if len(values) > 1 or is_narrowed:
            yield FacetView(
                title=title,
                values=tuple((_value(visit, parameter, Iri(iri)), n) for iri, n in values),
                without=_narrowed(visit, **{parameter: ""}) if is_narrowed else "",
            )


def _value(visit: Visit, parameter: str, iri: Iri) -> Link:
    label = visit.labels.thing(iri).label
    address = _narrowed(visit, **{parameter: iri.local})
    return capitalised(Link(text=label.text, href=address, language=label.language))


def _forms(visit: Visit) -> Iterator[Link]:
    """Link to the same for programs; what is more than a page is there at once."""
    for name, extension in _FORMS:
        query = urlencode({name: visit.word(name) for name in _NARROWING if visit.word(name)})
        yield Link(text=name, href=f"/search.{extension}?{query}")


def _narrowed(visit: Visit, **changes: str) -> str:
    asked = {name: visit.word(name) for name in (*_NARROWING, "lang")} | changes
    return f"/search?{urlencode({name: value for name, value in asked.items() if value})}"
