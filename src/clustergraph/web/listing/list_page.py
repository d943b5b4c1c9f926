"""The page of all things of a class, and the ways to narrow it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.listing.list_query import list_query
from clustergraph.operations.look_up import Findings, facets, kinds_named
from clustergraph.operations.ontology_guide.define import define
from clustergraph.vocab import SUPERCLASSES
from clustergraph.web.addresses import path_of
from clustergraph.web.api.facet_names import BESIDE_CLASSES
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, capitalised, words
from clustergraph.web.listing.addresses import list_path
from clustergraph.web.listing.facets import Facets
from clustergraph.web.listing.narrowing import Narrowing
from clustergraph.web.listing.offering import links_to
from clustergraph.web.listing.rows import rows_of
from clustergraph.web.listing.views import ListPage
from clustergraph.web.offers import Offer
from clustergraph.web.pictures.map import list_map
from clustergraph.web.pictures.timeline import list_timeline
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["list_page"]


def list_page(
    visit: Visit, kind: Iri, narrowing: Narrowing, found: Findings, offers: Sequence[Offer]
) -> str:
    """Show a page of the things of a class."""
    linker = Linker(visit.labels, visit.reader)
    title = capitalised(words(visit.labels.thing(kind).label))
    definition = define(visit.graph, kind, visit.language)
    crumbs = _crumbs(kind, linker)
    narrower = _narrower(visit, kind, narrowing)
    by = Facets(visit, narrowing)
    shown = [hit.thing.iri for hit in found.hits]
    page = ListPage(
        frame=frame(
            visit,
            title.text,
            offers=offers,
            description=definition.text if definition else "",
            crumbs=crumbs,
            page_type="CollectionPage",
        ),
        title=title,
        definition=words(definition) if definition else None,
        crumbs=crumbs,
        term=linker.address(path_of(kind)),
        narrower=narrower,
        total=found.total,
        rows=rows_of(found.hits, linker, of_one_class=not _has_narrower(kind)),
        chosen=by.chosen(),
        clear=narrowing.whole.address() if narrowing.is_narrowed else "",
        facets=by.shown(*BESIDE_CLASSES),
        empty=None if found.hits else by.why_empty(),
        first=narrowing.address() if narrowing.question.after else "",
        next=visit.address(next=found.next) if found.next else "",
        query=linker.reader.to("/sparql", query=list_query(narrowing.question, visit.language)),
        forms=links_to(tuple(offers)),
        map=list_map(visit, shown, linker, narrowing.data_address("geojson", in_language=True)),
        timeline=list_timeline(visit, shown, linker),
    )
    return render("list.html", page, visit.reader)


def _crumbs(kind: Iri, linker: Linker) -> tuple[Link, ...]:
    """Lead from all classes down to the one above this."""
    above = _above(kind)
    everything = Link(text=linker.wording.gettext("Browse"), href=linker.address("/browse"))
    return (everything, *(_to_list(each, linker) for each in above))


def _above(kind: Iri) -> Sequence[Iri]:
    general = SUPERCLASSES.get(kind, ())
    return (*_above(general[0]), general[0]) if general else ()


def _to_list(kind: Iri, linker: Linker) -> Link:
    link = capitalised(words(linker.labels.thing(kind).label))
    return replace(link, href=linker.address(list_path(kind)))


def _narrower(visit: Visit, kind: Iri, narrowing: Narrowing) -> tuple[tuple[Link, int], ...]:
    """Count what is of the classes below, narrowed in the same way."""
    counts = dict(facets(visit.opened, replace(narrowing.question, kinds=()), ["cls"])["cls"])
    found = []
    for each in _directly_below(kind):
        total = sum(counts.get(below, 0) for below in kinds_named(each.local))
        if total:
            link = capitalised(words(visit.labels.thing(each).label))
            found.append((replace(link, href=narrowing.address(list_path(each))), total))
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0].text)))


def _directly_below(kind: Iri) -> Collection[Iri]:
    return [each for each, general in SUPERCLASSES.items() if kind in general]


def _has_narrower(kind: Iri) -> bool:
    return bool(_directly_below(kind))
