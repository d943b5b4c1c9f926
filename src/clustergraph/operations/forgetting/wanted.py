"""What is meant to be forgotten: from the address that somebody gives to all that tells of it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from clustergraph.errors import Gone, NotForgettable, NotFound, StoreError
from clustergraph.iris import BASE, document_iri
from clustergraph.model import Iri, LangString, document_id
from clustergraph.names import NameIndex
from clustergraph.operations.consult import consult
from clustergraph.operations.describing.describe import current_iri
from clustergraph.operations.identifying.addresses import pasted_iri
from clustergraph.reading import document_paths
from clustergraph.resolving import Naming, Registry, addresses_of, naming_of
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version

__all__ = ["Place", "Wanted", "current_version", "wanted_at"]

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
class Wanted:
    """What is looked for.

    ``addresses`` are all that lead to it, ``iri`` is the one that it has now. ``documents`` are the
    ids of those that mention it.
    """

    iri: Iri
    addresses: Collection[Iri]
    naming: Naming
    documents: Collection[str]


def wanted_at(address: str, place: Place) -> Wanted:
    """Return what an address leads to, with all addresses and names that it has.

    Args:
        address: its IRI, or the address of its page or data on any host.
        place: where the graph is made.

    Raises:
        NotForgettable: when it is no address, unknown, or that of something else.
    """
    registry = Registry.read(place.registry)
    iri = _meant(address, place, registry)
    addresses, version = addresses_of(iri, registry), current_version(place.home)
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


def current_version(home: Home) -> Version | None:
    """Return the current version; None where nothing was published yet."""
    try:
        return home.current()
    except StoreError:
        return None


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
    version = current_version(home)
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
    version = current_version(home)
    try:
        return current_iri(GraphStore.open(version.store_path), iri) if version else None
    except (Gone, NotFound):
        return None


def _document_at(path: Path) -> Iri:
    return document_iri(document_id(path.read_bytes()))
