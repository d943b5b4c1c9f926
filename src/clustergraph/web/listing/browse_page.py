"""The page of all classes of which there is anything, as a tree with numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from clustergraph.model import Iri
from clustergraph.operations.look_up import KINDS, count_by_class
from clustergraph.operations.ontology_guide.define import define
from clustergraph.vocab import SUPERCLASSES
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import capitalised, words
from clustergraph.web.listing.addresses import list_path
from clustergraph.web.listing.offering import links_to
from clustergraph.web.listing.views import BrowsePage, ClassBranch
from clustergraph.web.offers import Offer
from clustergraph.web.visit import Visit

__all__ = ["Counted", "browse_page", "counted_classes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A class, the one above it if any, and how many things its list holds."""

    kind: Iri
    broader: Iri | None
    total: int


def counted_classes(visit: Visit) -> list[Counted]:
    """Count what there is of each class, each after the one above it, the most first."""
    return [*_below(None, count_by_class(visit.names))]


def _below(general: Iri | None, totals: Mapping[Iri, int]) -> Iterator[Counted]:
    for kind in sorted(totals, key=lambda kind: (-totals[kind], kind)):
        if _broader(kind) == general:
            yield Counted(kind=kind, broader=general, total=totals[kind])
            yield from _below(kind, totals)


def _broader(kind: Iri) -> Iri | None:
    return next((each for each in SUPERCLASSES.get(kind, ()) if each in KINDS.values()), None)


def browse_page(visit: Visit, offers: tuple[Offer, ...]) -> str:
    """Show all classes."""
    classes = counted_classes(visit)
    wording = visit.reader.wording
    page = BrowsePage(
        frame=frame(
            visit,
            wording.gettext("Everything by class"),
            offers=offers,
            description=wording.gettext("All that the documents tell of, by what it is."),
            page_type="CollectionPage",
        ),
        classes=tuple(_branches(visit, None, classes)),
        total=sum(each.total for each in classes if each.broader is None),
        forms=links_to(offers),
    )
    return render("browse.html", page, visit.reader)


def _branches(visit: Visit, broader: Iri | None, classes: list[Counted]) -> Iterator[ClassBranch]:
    for each in classes:
        if each.broader == broader:
            link = capitalised(words(visit.labels.thing(each.kind).label))
            definition = define(visit.graph, each.kind, visit.language)
            yield ClassBranch(
                link=replace(link, href=visit.reader.to(list_path(each.kind))),
                definition=words(definition) if definition else None,
                total=each.total,
                narrower=tuple(_branches(visit, each.kind, classes)),
            )
