"""Link what documents name to what it is elsewhere, with what justifies each link.

Sectors are linked to our tree of sectors, places to the registers of others by their keys in the
gazetteer, and anything by a row that a person wrote beside the other decisions. What is not certain
has no link; which places are is decided in ``known_places``. How a version's links are found again
is in ``linked``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from clustergraph.iris import BASE, gazetteer_iri
from clustergraph.locations import LINKS
from clustergraph.model import Iri, ResolvedEntity, ResolvedGraph
from clustergraph.operations.building.known_places import KnownPlaces
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sssom import SEMAPV, Match, match_quads, read_sssom
from clustergraph.rdf.vocabularies import read_concepts
from clustergraph.resolving import Vocabulary
from clustergraph.vocab import CG

__all__ = ["link_quads", "read_decided", "read_shipped", "stale_links"]

DECIDED: Final = "links.sssom.tsv"
"""What people linked: a table in the folder of their decisions."""

_SKOS: Final = PREFIXES["skos"]
_RELATIONS: Final = frozenset(
    Iri(f"{_SKOS}{kind}Match") for kind in ("exact", "close", "broad", "narrow", "related")
)
_ENTITIES: Final = Iri(f"{BASE}id/")
_GAZETTEER: Final = f"{BASE}gazetteer/"
_SECTORS: Final = f"{BASE}voc/sectors"
_TOOL: Final = "clustergraph build"
_SAME_NAME: Final = "One of its names is a label of the concept."
_NARROWER_NAME: Final = "A label of the concept stands in its name, which says more."


def link_quads(graph: ResolvedGraph, decided: Iterable[Match] = ()) -> Iterator[Quad]:
    """Yield ``graph/links``: what each thing is elsewhere, with what justifies it.

    ``decided`` are the rows that people wrote; those on things that the graph lacks are passed
    over. No link is yielded twice: what a person wrote comes first.
    """
    rows = (*_decided(graph, decided), *_sectors(graph), *_places(graph))
    made: dict[tuple[Iri, Iri], Match] = {}
    for match in rows:
        made.setdefault((match.subject, match.object), match)
    for match in made.values():
        yield from match_quads(match)


def read_decided(folder: Path) -> tuple[Match, ...]:
    """Read what people linked; a folder without the table holds nothing.

    Raises:
        LinksError: when a row can't be read, or links what can't be linked; with file and line.
    """
    path = folder / DECIDED
    return read_sssom(path, _fault) if path.is_file() else ()


def stale_links(graph: ResolvedGraph, decided: Iterable[Match]) -> tuple[str, ...]:
    """Name the rows that people wrote on things of which no document speaks any more.

    By where they stand, since an address may hold the name of somebody who was forgotten.
    """
    known = {entity.iri for entity in graph.entities} | {old for old, _ in graph.redirects}
    return tuple(
        f"{Path(match.location).name}: no document speaks of what is linked here (any more)."
        for match in decided
        if match.subject not in known
    )


def read_shipped(folder: Path) -> tuple[Match, ...]:
    """Read the tables of a folder that link entries of the gazetteer.

    Raises:
        LinksError: when a row can't be read, or links anything else; with file and line.
    """
    return tuple(
        match
        for path in sorted(folder.glob("*.sssom.tsv"))
        for match in read_sssom(path, _shipped_fault)
    )


def _shipped_fault(match: Match) -> str:
    if not match.subject.startswith(_GAZETTEER):
        return f"it links no entry of the gazetteer; let its subject_id begin with {_GAZETTEER}."
    return _fault_of_terms(match)


def _fault(match: Match) -> str:
    """Say why a row of a person can't be carried out, and what to do; nothing where it can."""
    if not match.subject.startswith(_ENTITIES):
        return f"it links nothing of ours; let its subject_id begin with {_ENTITIES}."
    if match.object.startswith(_ENTITIES):
        return "it links two things of ours; say in identities.tsv that they are one."
    if reason := _fault_of_terms(match):
        return reason
    given = {"author_label": match.author, "mapping_date": match.on, "comment": match.comment}
    missing = [column for column, value in given.items() if not value]
    return f"the column {missing[0]} is empty; fill it in." if missing else ""


def _fault_of_terms(match: Match) -> str:
    if match.relation not in _RELATIONS:
        return f"{match.relation} is no mapping relation of SKOS; correct its predicate_id."
    if not match.justification.startswith(SEMAPV):
        return f"its mapping_justification is no term of semapv ({SEMAPV}); correct it."
    return ""


def _decided(graph: ResolvedGraph, decided: Iterable[Match]) -> Iterator[Match]:
    """Yield what people linked, under the IRIs that things have now."""
    survivors = dict(graph.redirects)
    names = {entity.iri: _label(entity) for entity in graph.entities}
    for match in decided:
        subject = survivors.get(match.subject, match.subject)
        if subject in names:
            yield replace(match, subject=subject, subject_label=names[subject])


def _sectors(graph: ResolvedGraph) -> Iterator[Match]:
    """Tell which concept each sector is, or which one is broader; one that no label fits has none.

    A sector keeps its IRI and the words of its documents.
    """
    sectors = Vocabulary(read_concepts("sectors"))
    for entity in graph.entities:
        names = (*entity.labels, *entity.alternatives)
        if entity.kind == CG.Sector and (match := sectors.match(names)):
            yield Match(
                subject=entity.iri,
                subject_label=_label(entity),
                relation=Iri(f"{_SKOS}{'exact' if match.is_same else 'broad'}Match"),
                object=match.concept,
                justification=Iri(f"{SEMAPV}LexicalMatching"),
                tool=_TOOL,
                comment=_SAME_NAME if match.is_same else _NARROWER_NAME,
                object_source=_SECTORS,
            )


def _places(graph: ResolvedGraph) -> Iterator[Match]:
    """Link the places that are surely those of the gazetteer to what the tables say of them."""
    places, tables = KnownPlaces(graph), _tables()
    for entity in graph.entities:
        if places.is_certain(entity):
            for row in tables.get(gazetteer_iri(entity.gazetteer), ()):
                yield replace(
                    row,
                    subject=entity.iri,
                    subject_label=_label(entity),
                    justification=Iri(f"{SEMAPV}MappingChaining"),
                    tool=_TOOL,
                    comment=_reason(entity, row),
                    subject_source="",
                )


def _reason(entity: ResolvedEntity, row: Match) -> str:
    reason = (
        f"By its name it is {entity.gazetteer} in the gazetteer, and no other place that the "
        "documents could mean."
    )
    return f"{reason} {row.comment}".strip()


def _label(entity: ResolvedEntity) -> str:
    """Choose the English name, or else the first by language."""
    return min(entity.labels, key=lambda label: (label.language != "en", label.language)).text


@cache
def _tables() -> Mapping[Iri, Collection[Match]]:
    """Read the shipped tables; returns their rows by the entry of the gazetteer they are about."""
    rows: defaultdict[Iri, list[Match]] = defaultdict(list)
    for match in read_shipped(LINKS):
        rows[match.subject].append(match)
    return rows
