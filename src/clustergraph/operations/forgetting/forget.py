"""Forget something at somebody's request: note it, build without it, and find what still names it.

What "forgotten" means for the graph is decided in ``resolving.forgetting``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clustergraph.decisions import FORGOTTEN_FILE, Forgetting, note_forgetting, read_curation
from clustergraph.errors import (
    ClusterGraphError,
    ForgettingPending,
    Gone,
    NotForgettable,
    NotFound,
    StoreError,
)
from clustergraph.iris import BASE, document_iri
from clustergraph.locations import ONTOLOGY, QUERIES
from clustergraph.model import Iri, LangString, document_id
from clustergraph.names import NameIndex
from clustergraph.operations.build import Built, build
from clustergraph.operations.consult import consult
from clustergraph.operations.describe import current_iri
from clustergraph.operations.forgetting.traces import (
    HoldingFile,
    Wanted,
    alike,
    holding_files,
    holding_versions,
)
from clustergraph.operations.identifying.addresses import pasted_iri
from clustergraph.operations.labels import Thing
from clustergraph.reading import document_paths
from clustergraph.resolving import Registry, addresses_of, naming_of
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version, clear_drafts

__all__ = ["Forgotten", "Place", "forget"]

_CANDIDATES_SHOWN = 5
_ENTITY, _DOCUMENT = f"{BASE}id/", f"{BASE}doc/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a graph is made: its documents, its registry, what people decided, its versions."""

    documents: Path
    registry: Path
    curation: Path
    home: Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was done, and what is left to its owner.

    ``held_by`` are kept versions that still tell of it, ``removed`` those that did. ``alike`` bears
    such a name and is told still. ``files`` name it.
    """

    iri: Iri
    built: Built
    held_by: tuple[Version, ...]
    removed: tuple[Version, ...]
    alike: tuple[Thing, ...]
    files: tuple[HoldingFile, ...]


def forget(
    address: str,
    place: Place,
    *,
    why: str,
    by: str,
    on: date,
    prune: bool = False,
    workers: int | None = None,
    advance: Callable[[], object] = lambda: None,
) -> Forgotten:
    """Keep an entity or a document out of this and every later build, and publish without it.

    The decision is noted before the build and stays noted when that fails; the current version then
    stays too. Asked again, it builds and prunes what was left.

    Args:
        address: its IRI, or the address of its page or data on any host.
        place: where the graph is made.
        why: the reason, told to everybody who asks for the address.
        by: who decides.
        on: the day of the decision.
        prune: whether to remove all older versions that tell of it.
        workers: processes that map.
        advance: called once a document.

    Raises:
        NotForgettable: when the address is none, unknown, or forgotten everywhere already, or the
            reason holds the name.
        ForgettingPending: when it is noted, but the build failed.
        OutputNotWritable: when the decision can't be noted.
    """
    registry = Registry.read(place.registry)
    wanted = _wanted(_meant(address, place, registry), place, registry)
    if wanted.naming.whole(why):
        raise NotForgettable("Everybody can read the reason, so it must not hold the name.")
    earlier = _noted(wanted, place)
    if earlier and not prune and _is_kept_out(wanted, place.home):
        raise NotForgettable(_forgotten_already(earlier))
    if not earlier:
        note_forgetting(place.curation, wanted.iri, by=by, on=on, why=why)
    built = _build(place, on, workers, advance)
    holding = holding_versions(place.home, wanted)
    if prune:
        _remove(holding, place.home)
    return Forgotten(
        iri=wanted.iri,
        built=built,
        held_by=() if prune else tuple(holding),
        removed=tuple(holding) if prune else (),
        alike=alike(built.version, wanted),
        files=tuple(holding_files(place.documents, _other_files(place), wanted)),
    )


# -- What is meant ---------------------------------------------------------------------------------


def _meant(address: str, place: Place, registry: Registry) -> Iri:
    iri = pasted_iri(address)
    if iri is None:
        raise NotForgettable(_not_an_address(address, place.home))
    if iri.startswith(_DOCUMENT):
        known = {*map(_document_at, document_paths(place.documents))}
    elif iri.startswith(_ENTITY):
        known = {*registry.iris}
        iri = _registered(iri, registry)
    else:
        message = (
            f"{iri} is neither an entity nor a document; a statement is taken back with "
            "`clustergraph review --reject`."
        )
        raise NotForgettable(message)
    survivor = _survivor(iri, place.home)
    if survivor is None and iri not in known:
        message = (
            f"Neither the registry nor the documents know {iri}; give the address of its page."
        )
        raise NotForgettable(message)
    return survivor or iri


def _not_an_address(text: str, home: Home) -> str:
    """Say which addresses a name may mean."""
    version = _current(home)
    names = NameIndex.open(version.names_path) if version else None
    hits = names.search(text, limit=_CANDIDATES_SHOWN).hits if names else ()
    cards = [hit.card for hit in hits]
    shown = "; ".join(f"{card.label().text} ({card.cls.local}) {card.iri}" for card in cards)
    cure = (
        f"give the address of the one that is meant: {shown}" if shown else "nothing is called so"
    )
    return f"{text!r} is no address; {cure}."


def _registered(iri: Iri, registry: Registry) -> Iri:
    """Return the registered address that one without a forgotten name stands for."""
    digits = iri.rpartition("-")[2]
    same = [known for known in registry.iris if known.rpartition("-")[2] == digits]
    return same[0] if iri not in registry.iris and len(same) == 1 else iri


def _survivor(iri: Iri, home: Home) -> Iri | None:
    """Return what the current version tells at the address, itself as a rule; None if nothing."""
    version = _current(home)
    try:
        return current_iri(GraphStore.open(version.store_path), iri) if version else None
    except (Gone, NotFound):
        return None


def _document_at(path: Path) -> Iri:
    return document_iri(document_id(path.read_bytes()))


def _current(home: Home) -> Version | None:
    try:
        return home.current()
    except StoreError:
        return None


def _wanted(iri: Iri, place: Place, registry: Registry) -> Wanted:
    addresses, version = addresses_of(iri, registry), _current(place.home)
    graph = GraphStore.open(version.store_path) if version else None
    rows = consult(graph, "names-of", entity=iri) if graph else []
    names = [row.text("name") for row in rows] if iri.startswith(_ENTITY) else []
    return Wanted(
        iri=iri,
        addresses=addresses,
        naming=naming_of(
            addresses,
            registry,
            others=(LangString(name.text, name.language or "und") for name in names),
        ),
        documents={row.mention.document for row in registry.registrations if row.iri in addresses}
        | {iri.local},
    )


# -- What was decided ------------------------------------------------------------------------------


def _noted(wanted: Wanted, place: Place) -> Forgetting | None:
    rows = read_curation(place.curation).forgotten
    return next((row for row in rows if row.iri in wanted.addresses), None)


def _is_kept_out(wanted: Wanted, home: Home) -> bool:
    version = _current(home)
    return version is not None and version.withheld(wanted.iri) is not None


def _forgotten_already(row: Forgetting) -> str:
    return (
        f"{row.iri} was forgotten on {row.on} ({row.location}); --prune removes it from older "
        "versions too, and a build without that row brings it back."
    )


# -- What follows ----------------------------------------------------------------------------------


def _build(place: Place, today: date, workers: int | None, advance: Callable[[], object]) -> Built:
    try:
        return build(
            place.documents,
            place.registry,
            place.home,
            today=today,
            curation_path=place.curation,
            workers=workers,
            advance=advance,
        )
    except ClusterGraphError as error:
        raise ForgettingPending(str(place.curation / FORGOTTEN_FILE), error) from error


def _remove(versions: list[Version], home: Home) -> None:
    for version in versions:
        home.remove(version)
    clear_drafts(home)


def _other_files(place: Place) -> list[Path]:
    """What else is kept and may name it: registry, decisions, evaluations in the home, examples.

    Examples of the ontology and of queries are served as they are.
    """
    folders = (place.curation, ONTOLOGY, QUERIES)
    kept = [place.registry, *(path for folder in folders for path in sorted(folder.rglob("*")))]
    in_home = (path for path in sorted(place.home.path.rglob("*")) if path.is_file())
    ours = (place.home.versions_path, place.home.path / "current")
    return kept + [path for path in in_home if not any(path.is_relative_to(each) for each in ours)]
