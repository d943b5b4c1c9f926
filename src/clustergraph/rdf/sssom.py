"""Matches between what is ours and what is elsewhere, as SSSOM has them: as tables and as RDF.

SSSOM is the Simple Standard for Sharing Ontology Mappings
(https://mapping-commons.github.io/sssom/): a table with a header of ``#`` lines, one row a match,
with what justifies it. What is matched with what is decided elsewhere.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import LinksError
from clustergraph.iris import BASE, graph_iri, link_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES, expand
from clustergraph.vocab import XSD

__all__ = ["SEMAPV", "SSSOM", "Match", "match_quads", "read_sssom", "write_sssom"]

SSSOM: Final = PREFIXES["sssom"]
SEMAPV: Final = PREFIXES["semapv"]
"""The vocabulary of justifications."""

_LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_BUILT_IN: Final = {
    name: PREFIXES[name] for name in ("owl", "rdf", "rdfs", "semapv", "skos", "sssom")
}
"""The prefixes that every table has without declaring them (SSSOM/TSV, "prefix map")."""
_DECLARED: Final = {
    "id": f"{BASE}id/",
    "gazetteer": f"{BASE}gazetteer/",
    "voc": f"{BASE}voc/",
    "country": "http://publications.europa.eu/resource/authority/country/",
    "geonames": "https://sws.geonames.org/",
    "nuts": "http://data.europa.eu/nuts/code/",
}
"""The prefixes that our tables declare where they use them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One thing, what it is elsewhere, and why that is so.

    ``relation`` is a mapping relation of SKOS, ``justification`` a term of semapv.
    ``confidence`` lies between 0 and 1, None where nobody says how sure it is. ``author`` and
    ``on`` (YYYY-MM-DD) tell the person who decided it; they are empty where the ``tool`` did. The
    sources are the IRIs of what the identifiers belong to. ``location`` is the file and line where
    it was read. Fields but that stand in the order of the table's columns.
    """

    subject: Iri
    subject_label: str = ""
    relation: Iri
    object: Iri
    object_label: str = ""
    justification: Iri
    confidence: float | None = None
    tool: str = ""
    author: str = ""
    on: str = ""
    comment: str = ""
    subject_source: str = ""
    object_source: str = ""
    location: str = field(default="", compare=False)


_COLUMNS: Final = {
    "subject": "subject_id",
    "subject_label": "subject_label",
    "relation": "predicate_id",
    "object": "object_id",
    "object_label": "object_label",
    "justification": "mapping_justification",
    "confidence": "confidence",
    "tool": "mapping_tool",
    "author": "author_label",
    "on": "mapping_date",
    "comment": "comment",
    "subject_source": "subject_source",
    "object_source": "object_source",
}
_NEEDED: Final = ("subject", "relation", "object", "justification")
_IRIS: Final = frozenset({*_NEEDED, "subject_source", "object_source"})
_SAID_FOR_ALL: Final = ("tool", "subject_source", "object_source")
"""What the header may say once for all rows (SSSOM's propagatable slots)."""


# -- Tables ----------------------------------------------------------------------------------------


def _no_fault(_: Match) -> str:
    return ""


def read_sssom(path: Path, fault: Callable[[Match], str] = _no_fault) -> tuple[Match, ...]:
    """Read a table; columns that are not among our fields are passed over.

    Args:
        path: its file.
        fault: says what is wrong with a match and what to do, or nothing.

    Raises:
        LinksError: when it can't be read, or a row is no match or has a fault; with file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise LinksError(str(path), f"it can't be read ({error}); restore it.") from error
    header = [line.removeprefix("#").rstrip() for line in lines if line.startswith("#")]
    prefixes, for_all = _read_header(header)
    rows = csv.reader(lines[len(header) :], delimiter="\t", quoting=csv.QUOTE_NONE)
    columns = next(rows, [])
    if missing := [_COLUMNS[name] for name in _NEEDED if _COLUMNS[name] not in columns]:
        where = f"{path}:{len(header) + 1}"
        raise LinksError(where, f"the columns {', '.join(missing)} are missing; add them.")
    return tuple(
        _read_row(f"{path}:{number}", for_all | _filled(columns, cells), prefixes, fault)
        for number, cells in enumerate(rows, start=len(header) + 2)
        if any(cells)
    )


def write_sssom(matches: Iterable[Match], *, set_id: str, title: str, description: str) -> str:
    """Write a table, its rows in the order given, with those of our prefixes that are used.

    What all rows share of tool and sources stands in the header; a column that no row fills is left
    out. ``set_id`` is the IRI of the table.
    """
    matches = list(matches)
    for_all = _shared(matches)
    names = [
        name
        for name in _COLUMNS
        if name not in for_all and any(_cell(match, name) for match in matches)
    ]
    text = io.StringIO()
    text.writelines(f"#{line}\n" for line in _header(matches, for_all, set_id, title, description))
    table = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    table.writerow(_COLUMNS[name] for name in names or _NEEDED)
    table.writerows([_cell(match, name) for name in names] for match in matches)
    return text.getvalue()


def _read_header(lines: Sequence[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Read the prefixes, and what is said for all rows; the rest is for people."""
    prefixes = dict(_BUILT_IN)
    for_all: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(":")
        if line.startswith(" "):
            prefixes[name.strip()] = value.strip().strip("\"'")
        elif name in {_COLUMNS[slot] for slot in _SAID_FOR_ALL}:
            for_all[name] = value.strip().strip("\"'")
    return prefixes, for_all


def _filled(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row that say something, by column."""
    return {column: cell for column, cell in zip(columns, cells, strict=False) if cell.strip()}


def _read_row(
    location: str,
    cells: Mapping[str, str],
    prefixes: Mapping[str, str],
    fault: Callable[[Match], str],
) -> Match:
    values = {name: cells.get(column, "").strip() for name, column in _COLUMNS.items()}
    try:
        match = _match(values, prefixes)
    except ValueError as error:
        raise LinksError(location, f"{error}; correct the row.") from error
    if reason := fault(match):
        raise LinksError(location, reason)
    return replace(match, location=location)


def _match(values: Mapping[str, str], prefixes: Mapping[str, str]) -> Match:
    for name in _NEEDED:
        if not values[name]:
            message = f"the column {_COLUMNS[name]} is empty"
            raise ValueError(message)
    iris = {name: _expanded(values[name], prefixes) for name in _IRIS if values[name]}
    if values["on"]:
        date.fromisoformat(values["on"])
    rest = {**values, **iris, "confidence": _probability(values["confidence"])}
    return Match(**rest)  # type: ignore[arg-type]


def _probability(text: str) -> float | None:
    number = float(text) if text else None
    if number is not None and not 0 <= number <= 1:
        message = f"the confidence {text} does not lie between 0 and 1"
        raise ValueError(message)
    return number


def _expanded(curie: str, prefixes: Mapping[str, str]) -> Iri:
    """Return the IRI; one that is written out is told by its slashes."""
    prefix, colon, name = curie.partition(":")
    if not colon or name.startswith("//"):
        return Iri(curie)
    if prefix not in prefixes:
        message = f"the prefix of {curie!r} is not in the curie_map"
        raise ValueError(message)
    return Iri(prefixes[prefix] + name)


def _shared(matches: Sequence[Match]) -> dict[str, str]:
    found = {name: {getattr(match, name) for match in matches} for name in _SAID_FOR_ALL}
    return {
        name: values.pop() for name, values in found.items() if len(values) == 1 and any(values)
    }


def _header(
    matches: Sequence[Match], for_all: Mapping[str, str], set_id: str, title: str, description: str
) -> Iterator[str]:
    named = {getattr(match, name) for match in matches for name in _NEEDED}
    used = [name for name, iri in _DECLARED.items() if any(each.startswith(iri) for each in named)]
    yield f"mapping_set_id: {set_id}"
    yield f"mapping_set_title: {json.dumps(title, ensure_ascii=False)}"
    yield f"mapping_set_description: {json.dumps(description, ensure_ascii=False)}"
    yield f"license: {_LICENCE}"
    yield from (f"{_COLUMNS[name]}: {value}" for name, value in for_all.items())
    yield "curie_map:"
    yield from (f"  {name}: {_DECLARED[name]}" for name in used)


def _cell(match: Match, name: str) -> str:
    value = getattr(match, name)
    if name in _NEEDED:
        return _contracted(value)
    if isinstance(value, float):
        return _number(value)
    return " ".join((value or "").split())


def _contracted(iri: str) -> str:
    for prefix, namespace in (_BUILT_IN | _DECLARED).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _number(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")


# -- RDF -------------------------------------------------------------------------------------------


def match_quads(match: Match) -> Iterator[Quad]:
    """Yield a match for ``graph/links``: its triple, and the node that justifies it.

    The node is what SSSOM makes of a match in RDF, an annotation of OWL 2, with an IRI of its own.
    """
    graph = NamedNode(graph_iri("links"))
    subject, relation, target = map(NamedNode, (match.subject, match.relation, match.object))
    yield Quad(subject, relation, target, graph)
    node = NamedNode(link_iri(match.subject, match.relation, match.object))
    for predicate, value in _justification(match, subject, relation, target):
        yield Quad(node, NamedNode(predicate), value, graph)


def _justification(
    match: Match, subject: NamedNode, relation: NamedNode, target: NamedNode
) -> Iterator[tuple[str, NamedNode | Literal]]:
    yield expand("rdf:type"), NamedNode(expand("owl:Axiom"))
    yield expand("owl:annotatedSource"), subject
    yield expand("owl:annotatedProperty"), relation
    yield expand("owl:annotatedTarget"), target
    yield f"{SSSOM}mapping_justification", NamedNode(match.justification)
    if match.confidence is not None:
        number = Literal(_number(match.confidence), datatype=NamedNode(XSD.decimal))
        yield f"{SSSOM}confidence", number
    if match.on:
        day = Literal(match.on, datatype=NamedNode(XSD.date))
        yield expand("dcterms:created"), day
    for name in ("subject_source", "object_source"):
        if source := getattr(match, name):
            yield SSSOM + name, NamedNode(source)
    words = {
        f"{SSSOM}object_label": match.object_label,
        f"{SSSOM}mapping_tool": match.tool,
        f"{SSSOM}author_label": match.author,
        expand("rdfs:comment"): match.comment,
    }
    yield from ((predicate, Literal(text)) for predicate, text in words.items() if text)
