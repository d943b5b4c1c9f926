"""The page of what a search found, and the ways to narrow it."""

from collections.abc import Iterator, Sequence
from typing import Final

from clustergraph.operations.listing.list_query import list_query, names_query
from clustergraph.operations.look_up import KINDS, Findings, count_by_class
from clustergraph.web.api.facet_names import FACETS
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker
from clustergraph.web.listing.facets import Facets
from clustergraph.web.listing.narrowing import Narrowing
from clustergraph.web.listing.offering import links_to
from clustergraph.web.listing.rows import rows_of
from clustergraph.web.listing.views import SearchPage
from clustergraph.web.offers import Offer
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["search_page"]

_IN_TITLE: Final = 100
"""Of what was asked for, so many characters stand in the title."""


def search_page(
    visit: Visit, narrowing: Narrowing, found: Findings, offers: Sequence[Offer]
) -> str:
    """Show a page of hits."""
    text = narrowing.question.text
    by = Facets(visit, narrowing)
    is_asked = bool(text) or narrowing.is_narrowed
    page = SearchPage(
        frame=frame(visit, _title(visit, text), offers=offers, page_type="SearchResultsPage"),
        text=text,
        asked=Link(text=text),
        kinds=tuple(_kinds(visit, narrowing)),
        kept=tuple(pair for pair in narrowing.named if pair[0] not in {"q", "type"}),
        total=found.total,
        rows=rows_of(found.hits, Linker(visit.labels, visit.reader), of_one_class=False),
        chosen=by.chosen(),
        clear=narrowing.whole.address() if narrowing.is_narrowed else "",
        facets=by.shown(*FACETS) if is_asked else (),
        empty=None if found.hits else by.why_empty(),
        first=narrowing.address() if narrowing.question.after else "",
        next=visit.address(next=found.next) if found.next else "",
        query=_query(visit, narrowing, found) if is_asked else "",
        forms=links_to(tuple(offers)),
        is_asked=is_asked,
    )
    return render("search.html", page, visit.reader)


def _title(visit: Visit, text: str) -> str:
    wording = visit.reader.wording
    if not text:
        return wording.gettext("Search")
    return wording.gettext("Search: %(text)s", text=text[:_IN_TITLE])


def _query(visit: Visit, narrowing: Narrowing, found: Findings) -> str:
    """Lead to the query of the same things: of all that passes the filters, or of those shown."""
    if not narrowing.question.text:
        text = list_query(narrowing.question, visit.language)
    elif found.hits:
        text = names_query((hit.thing.iri for hit in found.hits), visit.language)
    else:
        return ""
    return visit.reader.to("/sparql", query=text)


def _kinds(visit: Visit, narrowing: Narrowing) -> Iterator[tuple[str, str, bool]]:
    """Yield the classes that can be chosen, of which there is anything, or that are chosen."""
    chosen = narrowing.values.get("type", ())
    counts = count_by_class(visit.names)
    labelled = [
        (visit.labels.thing(kind).label.text, name, kind in chosen)
        for name, kind in KINDS.items()
        if kind in counts or kind in chosen
    ]
    yield from ((name, label, is_chosen) for label, name, is_chosen in sorted(labelled))
