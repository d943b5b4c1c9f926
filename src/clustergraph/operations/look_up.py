"""Look things up by name or by address. One ranking stands behind all of it, in ``names``."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from clustergraph.errors import Gone, InvalidParameter, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex, NameRow
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.describe import current_iri
from clustergraph.operations.labels import DEFAULT_LANGUAGE, Labels, Thing, choose, leaf
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["KINDS", "Hit", "Question", "kinds_named", "name_rows", "pasted_iri", "search"]

KINDS = {
    kind.local: kind
    for kind in sorted(
        {*SUPERCLASSES, *chain(*SUPERCLASSES.values()), CG.Document, CG.Sector, CG.Topic}
    )
}
"""The classes that can be asked for, by their names."""

_KINDS_OF_NAMES = {
    "http://www.w3.org/2004/02/skos/core#prefLabel": "prefLabel",
    "http://purl.org/dc/terms/title": "title",
    "http://www.w3.org/2004/02/skos/core#altLabel": "altLabel",
}
_LOCAL_ID = re.compile(r"[a-z0-9-]+-[a-z2-7]{8}")
_PREFIXED = re.compile(r"(?:id|doc|ev):[^/]+")
_HOST = re.compile(r"https?://[^/]+")
_PAGE_OR_DATA = re.compile(r"/(?:page|data)/(.+?)(?:\.[a-z]+)?")
_ADDRESS = re.compile(r"/((?:id|doc|ev|voc)/[^/]+|voc/[^/]+/[^/]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: a name or an address, and what the answers must be.

    ``kinds`` are leaf classes, all where empty. ``names_in`` keeps the names of one language.
    ``unfinished`` says that the last word may still be being typed.
    """

    text: str
    kinds: Collection[Iri] = ()
    names_in: str | None = None
    unfinished: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found, and the name by which it was found.

    ``match`` is a step of the ranking, ``address`` where an address was asked for, or ``listed``
    where only a kind was.
    """

    thing: Thing
    name: str
    language: str
    match: str


def search(
    graph: GraphStore,
    names: NameIndex,
    labels: Labels,
    question: Question,
    *,
    limit: int,
    offset: int = 0,
) -> list[Hit]:
    """Find things, the best first; the address of something that exists finds it alone.

    An empty question lists all of the kinds asked for, and nothing where it asks for none.
    """
    most = offset + limit
    if question.text.strip():
        hits = _addressed(graph, labels, question) or _named(names, labels, question, most)
    else:
        hits = _listed(names, labels, question, most)
    return hits[offset : offset + limit]


def kinds_named(name: str) -> frozenset[Iri]:
    """Return the class of that name and all below it.

    >>> sorted(kind.local for kind in kinds_named("Agent"))
    ['Agent', 'Cluster', 'Organisation', 'Person']

    Raises:
        InvalidParameter: when there is no such class.
    """
    if name not in KINDS:
        raise InvalidParameter("type", name, f"one of {', '.join(KINDS)}")
    return frozenset(kind for kind in KINDS.values() if KINDS[name] in _with_superclasses(kind))


def pasted_iri(text: str) -> Iri | None:
    """Read an address: a canonical IRI, one on another host, of a page or of data, or a local id.

    A prefix of ours may stand for the beginning.

    >>> pasted_iri("http://127.0.0.1:8000/page/karaganda-aaaaaaah?lang=pl")
    'https://w3id.org/clustergraph/id/karaganda-aaaaaaah'
    >>> pasted_iri("id:karaganda-aaaaaaah")
    'https://w3id.org/clustergraph/id/karaganda-aaaaaaah'
    """
    text = re.split(r"[?#\s]", text.strip().strip("<>"))[0]
    if _LOCAL_ID.fullmatch(text):
        text = f"/id/{text}"
    elif _PREFIXED.fullmatch(text):
        text = expand(text)
    path = f"/{text.removeprefix(BASE)}" if text.startswith(BASE) else _HOST.sub("", text)
    if match := _PAGE_OR_DATA.fullmatch(path):
        path = f"/{match[1]}" if "/" in match[1] else f"/id/{match[1]}"
    match = _ADDRESS.fullmatch(path)
    return Iri(BASE + match[1]) if match else None


def name_rows(graph: GraphStore) -> Iterator[NameRow]:
    """Yield every name of everything that has one, for the index of names."""
    prominence = {row.iri("thing"): row.number("total") for row in consult(graph, "prominence")}
    by_thing: dict[Iri, list[Row]] = {}
    for row in consult(graph, "names"):
        by_thing.setdefault(row.iri("thing"), []).append(row)
    for iri, rows in sorted(by_thing.items()):
        yield from _rows_of(iri, rows, prominence.get(iri, 0))


def _rows_of(iri: Iri, rows: list[Row], prominence: int) -> Iterator[NameRow]:
    kind = leaf({row.iri("class") for row in rows})
    names = {(_KINDS_OF_NAMES[row.iri("property")], row.text("name")) for row in rows}
    ordered = sorted(
        names, key=lambda name: (name[0] == "altLabel", name[1].language, name[1].text)
    )
    preferred = [name for kind_of_name, name in ordered if kind_of_name != "altLabel"]
    label = choose(preferred or (name for _, name in ordered), DEFAULT_LANGUAGE)
    if kind is None or label is None:
        return
    for kind_of_name, name in ordered:
        yield NameRow(
            iri=iri,
            name=name.text,
            language=name.language,
            kind_of_name=kind_of_name,
            cls=kind,
            prominence=prominence,
            label=label.text,
        )


def _addressed(graph: GraphStore, labels: Labels, question: Question) -> list[Hit]:
    iri = pasted_iri(question.text)
    if iri is None:
        return []
    try:
        thing = labels.thing(current_iri(graph, iri))
    except (Gone, NotFound):
        return []
    if question.kinds and thing.kind not in question.kinds:
        return []
    return [Hit(thing=thing, name=iri, language="", match="address")]


def _named(names: NameIndex, labels: Labels, question: Question, limit: int) -> list[Hit]:
    found = names.search(
        question.text,
        kinds=question.kinds,
        language=question.names_in,
        limit=limit,
        prefix=question.unfinished,
    )
    return [
        Hit(
            thing=labels.thing(hit.row.iri),
            name=hit.row.name,
            language=hit.row.language,
            match=hit.match,
        )
        for hit in found
    ]


def _listed(names: NameIndex, labels: Labels, question: Question, limit: int) -> list[Hit]:
    if not question.kinds:
        return []
    rows = names.of_kinds(question.kinds, question.names_in, limit)
    return [
        Hit(thing=labels.thing(row.iri), name=row.name, language=row.language, match="listed")
        for row in rows
    ]


def _with_superclasses(kind: Iri) -> frozenset[Iri]:
    above = (_with_superclasses(general) for general in SUPERCLASSES.get(kind, ()))
    return frozenset({kind}).union(*above)
