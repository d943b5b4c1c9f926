"""The page about the dataset, and the list of the files of a version: what stands on them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from clustergraph.iris import dataset_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.dataset_description.count_dataset import DOCUMENT_GRAPHS, Counts
from clustergraph.operations.dataset_description.describe_dataset import texts_of_dataset
from clustergraph.operations.dataset_description.offer_dataset import AUTHORS, LICENCE, Offered
from clustergraph.operations.dumping.dump import Dump
from clustergraph.operations.labels import Label, choose
from clustergraph.rdf.prefixes import PREFIXES, shorten
from clustergraph.store.versions import CHECKSUMS
from clustergraph.web.dataset.schema_org import dataset_as_schema_org
from clustergraph.web.dataset.views import DatasetPage, DownloadsPage, FileRow, LanguageRow
from clustergraph.web.framing import frame, language_name
from clustergraph.web.linking import Linker, words
from clustergraph.web.lists import list_of
from clustergraph.web.offers import Offer
from clustergraph.web.pieces import Link, Number, Property, Value
from clustergraph.web.rendering import render
from clustergraph.web.visit import Visit

__all__ = ["dataset_page", "downloads_page"]

Totals = Iterable[tuple[Iri, int]]

_OURS: Final = PREFIXES["cg"]
_LICENCE: Final = Link(text="CC BY 4.0", href=LICENCE)
_SEVERITIES: Final = {"Violation": "violations", "Warning": "warnings", "Info": "hints"}
_UNITS: Final = ("bytes", "kB", "MB", "GB")


def dataset_page(visit: Visit, counts: Counts, offered: Offered, offers: tuple[Offer, ...]) -> str:
    """Show what is in the dataset, how to get it and how to cite it."""
    linker = Linker(visit.labels, visit.reader)
    title, description = _text(visit, "dcterms:title"), _text(visit, "dcterms:description")
    page = DatasetPage(
        frame=frame(visit, "Dataset", iri=dataset_iri(), offers=offers),
        title=words(title),
        description=words(description),
        facts=tuple(_facts(linker, counts, offered)),
        citation=_citation(offered),
        files=_files(offered),
        downloads=_address(offered.version),
        entities=counts.entities,
        classes=tuple(_class(visit, linker, *each) for each in _ours(counts.classes)),
        properties=tuple(_number(linker.to(iri), total) for iri, total in _ours(counts.properties)),
        languages=tuple(
            LanguageRow(
                language=language_name(each.language),
                documents=each.documents,
                passages=each.passages,
            )
            for each in counts.languages
        ),
        graphs=tuple(_number(Link(text=_graph(iri)), total) for iri, total in counts.graphs),
        links=tuple(
            _number(Link(text=f"{shorten(each.property)} {each.target}"), each.total)
            for each in counts.links
        ),
        checks=_checks(visit),
        versions=_versions(offered.others),
        structured=dataset_as_schema_org(title.text, description.text, counts, offered),
    )
    return render("dataset.html", page, visit.reader)


def downloads_page(visit: Visit, offered: Offered) -> str:
    """Show the files of a version, which need not be the one that answers."""
    page = DownloadsPage(
        frame=frame(visit, "Downloads", iri=dataset_iri(version=offered.version)),
        version=offered.version,
        published=f"{offered.created:%Y-%m-%d %H:%M} UTC",
        citation=_citation(offered),
        files=_files(offered),
        checksums=f"{_address(offered.version)}{CHECKSUMS}",
        others=_versions(offered.others),
    )
    return render("downloads.html", page, visit.reader)


def _text(visit: Visit, property_: str) -> Label:
    return choose(texts_of_dataset(property_), visit.language) or Label(text="")


def _facts(linker: Linker, counts: Counts, offered: Offered) -> Iterator[Property]:
    files = _address(offered.version) if offered.dumps else ""
    yield _fact("Version", [Link(text=offered.version, href=files)])
    yield _fact("Published", [Link(text=f"{offered.created:%Y-%m-%d}")])
    yield _fact("Licence of the facts", [_LICENCE])
    yield _fact("SPARQL", [Link(text=f"{offered.host}sparql", href="/sparql")])
    yield _fact("Triples", [Link(text=f"{counts.triples:,}")])
    if counts.first and counts.last:
        yield _fact("Tells of", [Link(text=f"{counts.first} to {counts.last}")])
    if counts.countries:
        yield _fact("Countries", [linker.to(country) for country in counts.countries])


def _fact(name: str, links: Iterable[Link]) -> Property:
    return Property(name=Link(text=name), values=tuple(Value(link=link) for link in links))


def _citation(offered: Offered) -> str:
    """Cite this very version; who has made a later one of the same can be told from it."""
    made = f"{AUTHORS} ({offered.created:%Y}): ClusterGraph"
    return f"{made}, version {offered.version}. {dataset_iri(version=offered.version)}"


def _files(offered: Offered) -> tuple[FileRow, ...]:
    return tuple(_file(dump, offered.version) for dump in offered.dumps)


def _file(dump: Dump, version: str) -> FileRow:
    return FileRow(
        link=Link(text=dump.name, href=f"{_address(version)}{dump.name}"),
        form=dump.form.name,
        holds=dump.form.holds,
        size=_size(dump.byte_size),
        sha256=dump.sha256,
    )


def _address(version: str) -> str:
    return f"/dumps/{version}/"


def _versions(ids: tuple[str, ...]) -> tuple[Link, ...]:
    """Link to the other versions, the newest first."""
    return tuple(Link(text=id_, href=_address(id_)) for id_ in reversed(ids))


def _size(count: int) -> str:
    """Write a number of bytes in the unit that people use.

    >>> _size(17), _size(168_231), _size(3_856_069)
    ('17 bytes', '168 kB', '3.9 MB')
    """
    size, unit = float(count), 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.{1 if unit > 1 else 0}f} {_UNITS[unit]}"


def _ours(totals: Totals) -> list[tuple[Iri, int]]:
    return [(iri, total) for iri, total in totals if iri.startswith(_OURS)]


def _class(visit: Visit, linker: Linker, kind: Iri, total: int) -> Number:
    """Link a class to the list of its things, or else to what it means."""
    thing = visit.labels.thing(kind)
    link = linker.titled(thing)
    return _number(replace(link, href=list_of(visit, thing) or link.href), total)


def _number(name: Link, total: int) -> Number:
    return Number(name=name, total=total)


def _graph(name: Iri) -> str:
    return "graph:doc/…, one a document" if name == DOCUMENT_GRAPHS else shorten(name)


def _checks(visit: Visit) -> str:
    """Tell what the validation found; nothing where the version keeps no report of it."""
    rows = consult(visit.graph, "dataset-checks")
    if not rows:
        return ""
    found = {row.iri("severity").local: row.number("total") for row in rows if "severity" in row}
    return ", ".join(f"{found.get(name, 0)} {plural}" for name, plural in _SEVERITIES.items())
