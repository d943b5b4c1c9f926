"""The start page: what is in here, one question answered, pictures of it all, and the ways in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from clustergraph.model import Iri
from clustergraph.operations.listing.survey import DocumentEntry, Survey, survey
from clustergraph.operations.look_up import count_by_class
from clustergraph.operations.serving.as_of_build import found_in_build
from clustergraph.vocab import CG
from clustergraph.web.evidence.writers import log_of
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.views import Frame
from clustergraph.web.linking import Linker
from clustergraph.web.listing.addresses import list_of
from clustergraph.web.pictures.map import MapView, overview_map
from clustergraph.web.pictures.overview import OverviewView, overview_view
from clustergraph.web.pictures.timeline import TimelineView, overview_timeline
from clustergraph.web.pieces import Link, Number
from clustergraph.web.questions.page import count_of_questions, flagship
from clustergraph.web.questions.views import ReplyView
from clustergraph.web.visit import Visit

__all__ = ["DocumentRow", "Share", "StartPage", "WayView", "start_page"]

_COUNTED_APART = (CG.Evidence, CG.Document)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the list of the newest; ``date`` is ``issued`` as people write it."""

    title: Link
    publisher: str
    issued: str
    date: str
    language: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """A way into the graph, and what it is good for."""

    link: Link
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the statements a person, or only a program, stands for.

    ``before`` counts those that stand left of them.
    """

    name: str
    label: Link
    total: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """The way in; ``totals`` are counts in words."""

    frame: Frame
    totals: tuple[Link, ...]
    reply: ReplyView | None
    questions: int
    numbers: tuple[Number, ...]
    overview: OverviewView | None
    map: MapView | None
    timeline: TimelineView | None
    shares: tuple[Share, ...]
    documents: tuple[DocumentRow, ...]
    documents_left_out: int
    ways: tuple[WayView, ...]


def start_page(visit: Visit) -> str:
    """Show the way in; what is in here is counted once for each build."""
    linker = Linker(visit.labels, visit.reader)
    found = found_in_build(visit.dataset, visit.opened, "survey", survey)
    numbers = tuple(_numbers(visit, found, linker))
    page = StartPage(
        frame=frame(visit, "ClusterGraph", description=_description(linker), page_type="WebSite"),
        totals=(*_totals(found, numbers, linker), *_writes(visit, linker)),
        reply=flagship(visit),
        questions=count_of_questions(),
        numbers=numbers,
        overview=overview_view(visit, linker),
        map=overview_map(visit, linker),
        timeline=overview_timeline(visit, linker),
        shares=tuple(_shares(found, linker)),
        documents=tuple(_row(entry, linker) for entry in found.documents),
        documents_left_out=_count(found, CG.Document) - len(found.documents),
        ways=tuple(_ways(linker)),
    )
    return render("start.html", page, visit.reader)


def _description(linker: Linker) -> str:
    return linker.wording.gettext(
        "A knowledge graph of business clusters in which every statement carries the exact words "
        "of a document."
    )


def _things(found: Survey) -> list[tuple[Iri, int]]:
    return [(kind, total) for kind, total in found.kinds if kind not in _COUNTED_APART]


def _count(found: Survey, kind: Iri) -> int:
    return dict(found.kinds).get(kind, 0)


def _totals(found: Survey, numbers: Iterable[Number], linker: Linker) -> Iterator[Link]:
    """Count what there is; documents and what they say only where there are any."""
    wording, to = linker.wording, linker.reader.to
    things = sum(number.total for number in numbers)
    documents, passages = _count(found, CG.Document), _count(found, CG.Evidence)
    if documents:
        said = wording.ngettext("%(num)s statement", "%(num)s statements", found.statements)
        yield Link(text=said)
        yield Link(text=wording.ngettext("%(num)s passage", "%(num)s passages", passages))
    yield Link(text=wording.ngettext("%(num)s thing", "%(num)s things", things), href=to("/browse"))
    if documents:
        text = wording.ngettext("%(num)s document", "%(num)s documents", documents)
        yield Link(text=text, href="#documents")


def _writes(visit: Visit, linker: Linker) -> Iterator[Link]:
    """Say how often people wrote to the graph that is told of; nothing where nobody did."""
    if total := len(log_of(visit)):
        said = linker.wording.ngettext("%(num)s write by people", "%(num)s writes by people", total)
        yield Link(text=said, href=linker.reader.to("/dataset#writes"))


def _numbers(visit: Visit, found: Survey, linker: Linker) -> Iterator[Number]:
    """Link each class to the list of its things, where there is one, and say how long that is."""
    listed = visit.findings.get("class counts", lambda: count_by_class(visit.names))
    for kind, total in _things(found):
        thing = visit.labels.thing(kind)
        name = replace(linker.titled(thing), href=list_of(visit, thing))
        yield Number(name=name, total=listed.get(kind, total))


def _shares(found: Survey, linker: Linker) -> Iterator[Share]:
    before = 0
    for status, total in found.reviews:
        yield Share(name=status.local, label=linker.to(status), total=total, before=before)
        before += total


def _row(entry: DocumentEntry, linker: Linker) -> DocumentRow:
    wording = linker.wording
    return DocumentRow(
        title=linker.to(entry.document),
        publisher=entry.publisher,
        issued=entry.issued,
        date=wording.date(entry.issued),
        language=wording.language_name(entry.language) if entry.language else "",
        passages=entry.passages,
    )


def _ways(linker: Linker) -> Iterator[WayView]:
    """Tell where to go from here; names of techniques are the same in every language."""
    say = linker.wording.gettext
    ways = (
        (say("Browse"), "/browse", say("all things by class, country, sector, programme, year")),
        (say("Questions"), "/queries", say("that people ask of clusters, with their answers")),
        ("SPARQL", "/sparql", say("ask anything, in an editor or from a program")),
        (say("Ontology"), "/ns", say("the classes, properties and vocabularies")),
        (say("Data"), "/dataset", say("downloads with checksums, and how to cite them")),
        ("API", "/docs", say("search, suggestions, lookups of a thousand names as JSON")),
        ("OpenRefine", "/reconcile/about", say("match the names of a spreadsheet")),
        (
            "Linked Data",
            "/.well-known/void",
            say("every IRI answers with a page, or with Turtle, JSON-LD and more, as asked for"),
        ),
    )
    for name, path, about in ways:
        yield WayView(link=Link(text=name, href=linker.reader.to(path)), about=about)
