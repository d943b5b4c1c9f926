"""The page of what a search found."""

from urllib.parse import urlencode

from clustergraph.operations.consult import Text
from clustergraph.operations.look_up import KINDS, Hit
from clustergraph.web.framing import frame
from clustergraph.web.linking import Linker, words
from clustergraph.web.rendering import render
from clustergraph.web.views import HitView, SearchPage
from clustergraph.web.visit import Visit

__all__ = ["search_page"]


def search_page(visit: Visit, hits: list[Hit], *, following: str) -> str:
    """Show hits; ``following`` is the address of the next ones, or empty."""
    linker = Linker(visit.labels, visit.language)
    text, kind = visit.word("q"), visit.word("type")
    page = SearchPage(
        frame=frame(visit, f"Search: {text}" if text else "Search"),
        query=text,
        kind=kind,
        kinds=tuple(KINDS),
        hits=tuple(_hit(visit, hit, linker) for hit in hits),
        next=following,
        json=f"/search.json?{urlencode({'q': text, **({'type': kind} if kind else {})})}",
    )
    return render("search.html", page)


def _hit(visit: Visit, hit: Hit, linker: Linker) -> HitView:
    kind = visit.labels.thing(hit.thing.kind).label.text if hit.thing.kind else ""
    is_other_name = hit.match != "listed" and hit.name != hit.thing.label.text
    return HitView(
        link=linker.link(hit.thing),
        kind=kind,
        found_as=words(Text(hit.name, hit.language)) if is_other_name else None,
    )
