"""The page about the dataset, and the list of the files of a version: what stands on them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC
from typing import Final

from clustergraph.iris import dataset_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.dataset_description.count_dataset import DOCUMENT_GRAPHS, Counts
from clustergraph.operations.dataset_description.describe_dataset import texts_of_dataset
from clustergraph.operations.dataset_description.offer_dataset import AUTHORS, LICENCE, Offered
from clustergraph.operations.dumping.dump import Dump
from clustergraph.operations.labels import Label, choose_text
from clustergraph.operations.writing.log import Entry
from clustergraph.operations.writing.order import Kind
from clustergraph.operations.written import DEFAULT_GRAPH
from clustergraph.rdf.prefixes import PREFIXES, shorten
from clustergraph.store.versions import CHECKSUMS
from clustergraph.web.dataset.schema_org import dataset_as_schema_org
from clustergraph.web.dataset.views import (
    DatasetPage,
    DownloadsPage,
    FileRow,
    LanguageRow,
    WriteRow,
)
from clustergraph.web.evidence.writers import graph_link, log_of
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.linking import Linker, property_of, words
from clustergraph.web.listing.addresses import list_of
from clustergraph.web.offers import Offer
from clustergraph.web.pieces import Link, Number, Property
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message

__all__ = ["dataset_page", "downloads_page"]

Totals = Iterable[tuple[Iri, int]]

_OURS: Final = PREFIXES["cg"]
_LICENCE: Final = Link(text="CC BY 4.0", href=LICENCE)
_MOST_WRITES: Final = 50
_KINDS: Final = {
    Kind.UPDATE: message("SPARQL Update"),
    Kind.REPLACE: message("graph replaced"),
    Kind.ADD: message("added"),
    Kind.DROP: message("graph removed"),
    Kind.IMPORT: message("files imported"),
}
_HOLDS: Final = {
    "nquads": message(
        "everything, RDF 1.2: each statement in its graph, passages by rdf:reifies too"
    ),
    "trig": message("everything in its graphs, RDF 1.1: without rdf:reifies"),
    "turtle": message("all graphs as one, RDF 1.1: without rdf:reifies"),
    "jsonld-lines": message(
        "an entity a line with its passages and documents, each line a JSON-LD document"
    ),
    "csv": message("all things of a class, one a row: names by language and what is stated"),
    "sssom": message("what our things are elsewhere, one match a row with what justifies it"),
}
"""What a file holds, by the key of its form; the description in RDF says the same in English."""
_UNITS: Final = ("kB", "MB", "GB")
_KILO: Final = 1_000


def dataset_page(visit: Visit, counts: Counts, offered: Offered, offers: tuple[Offer, ...]) -> str:
    """Show what is in the dataset, how to get it and how to cite it.

    Long because the page has many parts, each made by one call.
    """
    linker = Linker(visit.labels, visit.reader)
    wording, log = linker.wording, log_of(visit)
    title, description = _text(visit, "dcterms:title"), _text(visit, "dcterms:description")
    page = DatasetPage(
        frame=frame(
            visit,
            wording.gettext("Dataset"),
            iri=dataset_iri(),
            offers=offers,
            description=description.text,
            about=(dataset_as_schema_org(title.text, description.text, counts, offered),),
        ),
        title=words(title),
        description=words(description),
        facts=tuple(_facts(linker, counts, offered, is_plain=visit.version.is_plain)),
        citation=_citation(offered),
        files=_files(offered, wording),
        as_of=offered.of if offered.of != offered.version else "",
        is_plain=visit.version.is_plain,
        writes=tuple(_write(each, linker) for each in reversed(log[-_MOST_WRITES:])),
        writes_left_out=max(0, len(log) - _MOST_WRITES),
        downloads=_address(offered.of),
        entities=counts.entities,
        classes=tuple(_class(visit, linker, *each) for each in _ours(counts.classes)),
        properties=tuple(
            Number(name=linker.to(iri), total=total) for iri, total in _ours(counts.properties)
        ),
        languages=tuple(
            LanguageRow(
                language=wording.language_name(each.language),
                documents=each.documents,
                passages=each.passages,
            )
            for each in counts.languages
        ),
        graphs=tuple(Number(name=_graph(iri, linker), total=total) for iri, total in counts.graphs),
        links=tuple(
            Number(name=Link(text=f"{shorten(each.property)} {each.target}"), total=each.total)
            for each in counts.links
        ),
        checks=_checks(visit, wording),
        versions=_versions(tuple(it for it in offered.others if it != offered.of)),
    )
    return render("dataset.html", page, visit.reader)


def downloads_page(visit: Visit, offered: Offered) -> str:
    """Show the files of a version, which need not be the one that answers."""
    page = DownloadsPage(
        frame=frame(
            visit,
            visit.reader.wording.gettext("Downloads"),
            iri=dataset_iri(version=offered.version),
        ),
        version=offered.version,
        published=f"{offered.created:%Y-%m-%d %H:%M} UTC",
        citation=_citation(offered),
        files=_files(offered, visit.reader.wording),
        checksums=f"{_address(offered.version)}{CHECKSUMS}",
        others=_versions(offered.others),
    )
    return render("downloads.html", page, visit.reader)


def _text(visit: Visit, property_: str) -> Label:
    return choose_text(texts_of_dataset(property_), visit.language) or Label(text="")


def _facts(
    linker: Linker, counts: Counts, offered: Offered, *, is_plain: bool
) -> Iterator[Property]:
    wording = linker.wording
    say = wording.gettext
    files = _address(offered.of) if offered.dumps else ""
    if offered.of != offered.version:
        yield property_of(say("Version"), [Link(text=offered.version)])
        yield property_of(say("Built as"), [Link(text=offered.of, href=linker.address(files))])
    else:
        yield property_of(say("Version"), [Link(text=offered.version, href=linker.address(files))])
    yield property_of(say("Published"), [Link(text=wording.date(f"{offered.created:%Y-%m-%d}"))])
    if not is_plain:
        yield property_of(say("Licence of the facts"), [_LICENCE])
    yield property_of(
        "SPARQL", [Link(text=f"{offered.host}sparql", href=linker.address("/sparql"))]
    )
    yield property_of(say("Triples"), [Link(text=wording.number(counts.triples))])
    if counts.first and counts.last:
        period = wording.period(counts.first, counts.last)
        yield property_of(say("Period covered"), [Link(text=period)])
    if counts.countries:
        yield property_of(say("Countries"), [linker.to(country) for country in counts.countries])


def _citation(offered: Offered) -> str:
    """Cite this very version; who has made a later one of the same can be told from it."""
    made = f"{AUTHORS} ({offered.created:%Y}): ClusterGraph"
    return f"{made}, version {offered.version}. {dataset_iri(version=offered.version)}"


def _files(offered: Offered, wording: Wording) -> tuple[FileRow, ...]:
    return tuple(_file(dump, offered.of, wording) for dump in offered.dumps)


def _file(dump: Dump, version: str, wording: Wording) -> FileRow:
    return FileRow(
        link=Link(text=dump.name, href=f"{_address(version)}{dump.name}"),
        form=dump.form.name,
        holds=wording.gettext(_HOLDS[dump.form.key]),
        size=_size(dump.byte_size, wording),
        sha256=dump.sha256,
    )


def _write(entry: Entry, linker: Linker) -> WriteRow:
    """Show one write; what it did is said in words."""
    wording = linker.wording
    return WriteRow(
        when=f"{entry.when.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
        by=entry.by,
        kind=wording.gettext(_KINDS[entry.kind]),
        graphs=tuple(graph_link(name or DEFAULT_GRAPH, linker) for name in entry.graphs),
        added=entry.added,
        removed=entry.removed,
        is_checked=entry.is_checked,
        version=entry.version,
    )


def _address(version: str) -> str:
    return f"/dumps/{version}/"


def _versions(ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Link to the other versions, the newest first."""
    return tuple(Link(text=id_, href=_address(id_)) for id_ in reversed(ids))


def _size(count: int, wording: Wording) -> str:
    """Write a number of bytes in the unit that people use.

    >>> from clustergraph.web.wording import ENGLISH, wording_in
    >>> _size(17, ENGLISH), _size(168_231, ENGLISH), _size(3_856_069, wording_in("pl"))
    ('17 bytes', '168 kB', '3,9 MB')
    """
    if count < _KILO:
        return wording.ngettext("%(num)s byte", "%(num)s bytes", count)
    size, unit = count / _KILO, 0
    while size >= _KILO and unit < len(_UNITS) - 1:
        size, unit = size / _KILO, unit + 1
    return f"{wording.number(round(size, 1) if unit else round(size))} {_UNITS[unit]}"


def _ours(totals: Totals) -> list[tuple[Iri, int]]:
    return [(iri, total) for iri, total in totals if iri.startswith(_OURS)]


def _class(visit: Visit, linker: Linker, kind: Iri, total: int) -> Number:
    """Link a class to the list of its things, or else to what it means."""
    thing = visit.labels.thing(kind)
    link = linker.titled(thing)
    return Number(name=replace(link, href=list_of(visit, thing) or link.href), total=total)


def _graph(name: Iri, linker: Linker) -> Link:
    if name == DOCUMENT_GRAPHS:
        graphs = "graph:doc/…"
        return Link(text=linker.wording.gettext("%(graphs)s, one a document", graphs=graphs))
    return graph_link(name, linker)


def _checks(visit: Visit, wording: Wording) -> str:
    """Tell what the validation found; nothing where the version keeps no report of it."""
    rows = consult(visit.graph, "dataset-checks")
    if not rows:
        return ""
    found = {row.iri("severity").local: row.number("total") for row in rows if "severity" in row}
    violations, warnings, hints = (found.get(name, 0) for name in ("Violation", "Warning", "Info"))
    return ", ".join(
        (
            wording.ngettext("%(num)s violation", "%(num)s violations", violations),
            wording.ngettext("%(num)s warning", "%(num)s warnings", warnings),
            wording.ngettext("%(num)s hint", "%(num)s hints", hints),
        )
    )
