"""List the documents that a version rests on, the newest first, and what is in each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import identify
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import Passage, passage

__all__ = [
    "DocumentEntry",
    "DocumentPage",
    "PassagePage",
    "Selection",
    "document_entry",
    "entities_in",
    "facts_of",
    "list_documents",
    "list_passages",
]

_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DOCUMENT_MARK: Final = re.compile(r"(\d{4}[\d-]{0,6}|)\.([0-9a-f]+)")
_PASSAGE_MARK: Final = re.compile(r"(\d{1,12})\.([0-9a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntry:
    """A document; what is not known of it is empty. ``issued`` is a date, a month or a year."""

    iri: Iri
    written_in: str
    issued: str
    publisher: str
    source: str
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which documents are wanted; what is empty keeps all.

    ``issued_from`` and ``issued_to`` are dates, months or years, both included. ``mentions`` is an
    identifier of a thing, in any shape.
    """

    written_in: str = ""
    publisher: str = ""
    issued_from: str = ""
    issued_to: str = ""
    mentions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """Some documents; ``next`` leads to those that follow, ``total`` counts all."""

    entries: tuple[DocumentEntry, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePage:
    """Some passages of a document by place; ``next`` leads to those that follow."""

    passages: tuple[Passage, ...]
    next: str | None
    total: int


def list_documents(
    opened: OpenVersion, wanted: Selection, *, limit: int, after: str = ""
) -> DocumentPage:
    """List documents, the newest first, and those without a date last.

    Raises:
        InvalidParameter: when a date, the thing mentioned or ``after`` is none.
    """
    selected = list(_selected(opened, wanted))
    mark = _mark(_DOCUMENT_MARK, after)
    rest = [entry for entry in selected if mark is None or _follows(entry, mark)]
    page, more = rest[:limit], len(rest) > limit
    return DocumentPage(
        entries=tuple(page),
        next=f"{page[-1].issued}.{page[-1].iri.local}" if more else None,
        total=len(selected),
    )


def document_entry(opened: OpenVersion, iri: Iri) -> DocumentEntry | None:
    """Return the entry of one document; None where there is none."""
    return next((entry for entry in _catalogue(opened) if entry.iri == iri), None)


def entities_in(opened: OpenVersion, iri: Iri) -> list[Iri]:
    """Return what the document mentions, by IRI."""
    return [row.iri("entity") for row in consult(opened.graph, "entities-in", document=iri)]


def facts_of(opened: OpenVersion, iri: Iri) -> Mapping[Iri, str]:
    """Return what is stated of the document in plain values, by property."""
    rows = consult(opened.graph, "facts-of", entity=iri)
    return {row.iri("property"): row.text("value").text for row in rows}


def list_passages(
    opened: OpenVersion, labels: Labels, document: Iri, *, limit: int, after: str = ""
) -> PassagePage:
    """List the passages of a document by place, rejected ones too.

    Raises:
        InvalidParameter: when ``after`` is no token.
    """
    rows = consult(opened.graph, "places-quoted", document=document)
    places = [(row.number("start"), row.iri("evidence")) for row in rows]
    mark = _mark(_PASSAGE_MARK, after)
    last_seen = (int(mark[0]), mark[1]) if mark else (-1, "")
    rest = [place for place in places if (place[0], place[1].local) > last_seen]
    page = rest[:limit]
    start, last = page[-1] if page else (0, document)
    return PassagePage(
        passages=tuple(passage(opened.graph, labels, iri) for _, iri in page),
        next=f"{start}.{last.local}" if len(rest) > limit else None,
        total=len(places),
    )


def _catalogue(opened: OpenVersion) -> tuple[DocumentEntry, ...]:
    """Read all documents, the newest first; once for each version."""
    return opened.findings.get("catalogue of documents", lambda: _read(opened))


def _read(opened: OpenVersion) -> tuple[DocumentEntry, ...]:
    by_iri: dict[Iri, DocumentEntry] = {}
    for row in consult(opened.graph, "catalogue"):  # sorted, and one row is enough of each
        by_iri.setdefault(row.iri("document"), _entry(row))
    return tuple(sorted(by_iri.values(), key=lambda entry: entry.issued, reverse=True))


def _entry(row: Row) -> DocumentEntry:
    source = row.get("source", "")
    return DocumentEntry(
        iri=row.iri("document"),
        written_in=row.words("language"),
        issued=row.words("issued"),
        publisher=row.words("publisher"),
        source=source if isinstance(source, str) else source.text,
        passages=row.number("passages"),
    )


def _selected(opened: OpenVersion, wanted: Selection) -> Iterator[DocumentEntry]:
    first, last = _date("issued_from", wanted.issued_from), _date("issued_to", wanted.issued_to)
    mentioning = _mentioning(opened, wanted.mentions) if wanted.mentions else None
    for entry in _catalogue(opened):
        if (
            wanted.written_in in {"", entry.written_in}
            and wanted.publisher.casefold() in {"", entry.publisher.casefold()}
            and (not first or entry.issued[: len(first)] >= first)
            and (not last or "" < entry.issued[: len(last)] <= last)
            and (mentioning is None or entry.iri in mentioning)
        ):
            yield entry


def _date(name: str, text: str) -> str:
    if text and not _DATE.fullmatch(text):
        raise InvalidParameter(name, text, "a year, a month or a day, such as 2019-01")
    return text


def _mentioning(opened: OpenVersion, thing: str) -> frozenset[Iri]:
    identified = identify(opened, thing)
    if identified is None or identified.iri is None:
        raise InvalidParameter("mentions", thing, "the IRI or an identifier of a thing")
    rows = consult(opened.graph, "mentioned-in", entity=identified.iri)
    return frozenset(row.iri("document") for row in rows)


def _mark(pattern: re.Pattern[str], after: str) -> tuple[str, str] | None:
    """Read where to go on; None where it is from the beginning."""
    found = pattern.fullmatch(after)
    if after and found is None:
        raise InvalidParameter("next", after, "what an answer gave as next")
    return (found[1], found[2]) if found else None


def _follows(entry: DocumentEntry, mark: tuple[str, str]) -> bool:
    issued, local = mark
    return entry.issued < issued or (entry.issued == issued and entry.iri.local > local)
