"""Takes what people asked to be forgotten out of the one graph, and hides its names in the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from clustergraph.decisions import Curation
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.iris import document_iri
from clustergraph.model import DocumentGraph, Iri, ResolvedEntity, ResolvedGraph
from clustergraph.resolving.forgetting.hiding import Veil
from clustergraph.resolving.forgetting.naming import Naming
from clustergraph.resolving.forgetting.publishing import publish
from clustergraph.resolving.forgetting.registered import addresses_of, naming_of
from clustergraph.resolving.registry import Registry
from clustergraph.resolving.resolve import Resolved, resolve
from clustergraph.vocab import CG

__all__ = ["resolve_and_forget"]

Error = TypeVar("Error", bound=CurationError)

_NO_DECISIONS: Final = Curation()


def resolve_and_forget(
    graphs: Iterable[DocumentGraph],
    registry: Registry,
    *,
    today: date,
    curation: Curation = _NO_DECISIONS,
) -> Resolved:
    """Join the graphs of documents into one, without what people asked to be forgotten.

    All is joined first, so that what is forgotten is known again in documents that come later. The
    registry keeps all addresses. Decisions about what is forgotten are neither stale nor bad.
    Linear in the length of all texts where something is forgotten.
    """
    graphs = tuple(graphs)
    whole = resolve(graphs, registry, today=today, curation=curation)
    if not curation.forgotten:
        return whole
    reasons = {_current(row.iri, whole.graph): row.why for row in reversed(curation.forgotten)}
    kept = tuple(graph for graph in graphs if document_iri(graph.document.id) not in reasons)
    left = whole
    if len(kept) < len(graphs):
        left = resolve(kept, whole.registry, today=today, curation=curation)
    reasons |= _meant_too(left, reasons)
    namings = _namings(left, whole.graph, reasons)
    veil = Veil(left.graph, namings)
    return replace(
        left,
        graph=publish(left.graph, whole.graph, reasons, veil, _addresses(left, reasons)),
        stale=(*_about_others(whole.stale, curation, namings), *_unknown(curation, left.registry)),
        bad=tuple(_about_others(whole.bad, curation, namings)),
        cover=veil.cover_whole_names,
    )


def _current(iri: Iri, graph: ResolvedGraph) -> Iri:
    """Return the address that this one leads to by now."""
    return dict(graph.redirects).get(iri, iri)


def _meant_too(resolved: Resolved, reasons: Mapping[Iri, str]) -> dict[Iri, str]:
    """Return what else is most probably one with a forgotten thing, without being joined to it.

    That is people of whom documents tell no more than its surname and initials, where they name it
    in full too; and what bears a person's whole name without being read as a person, or the other
    way round: nothing of its name would be left.
    """
    entities = {entity.iri: entity for entity in resolved.graph.entities}
    namings = _namings(resolved, resolved.graph, reasons)
    return {
        other.iri: reasons[iri]
        for iri, naming in namings.items()
        for other in entities.values()
        if other.iri not in reasons
        and other.named
        and _is_probably(other, entities.get(iri), naming)
    }


def _is_probably(other: ResolvedEntity, one: ResolvedEntity | None, naming: Naming) -> bool:
    names = [name.text for name in (*other.labels, *other.alternatives)]
    if naming.is_of_person != (other.kind == CG.Person):
        return all(map(naming.is_all_of, names))
    is_beside = one is not None and _documents(other) <= _documents(one)
    return is_beside and all(map(naming.is_short_form, names))


def _documents(entity: ResolvedEntity) -> set[str]:
    return {place.document for place in entity.mentions}


def _namings(
    resolved: Resolved, graph: ResolvedGraph, reasons: Mapping[Iri, str]
) -> dict[Iri, Naming]:
    """Return how each forgotten thing is called; what has no name of its own has no namings."""
    entities = {entity.iri: entity for entity in graph.entities if entity.named}
    return {
        iri: naming_of(
            addresses_of(iri, resolved.registry),
            resolved.registry,
            labels=entities[iri].labels if iri in entities else (),
            others=entities[iri].alternatives if iri in entities else (),
        )
        for iri in reasons
    }


def _addresses(resolved: Resolved, reasons: Mapping[Iri, str]) -> dict[Iri, str]:
    """Return why nothing is said at any of the addresses that led to forgotten things."""
    return {
        address: reasons[iri]
        for iri in reasons
        for address in addresses_of(iri, resolved.registry)
        if _current(address, resolved.graph) == iri
    } | dict(reasons)


def _about_others(
    errors: Iterable[Error], curation: Curation, namings: Mapping[Iri, Naming]
) -> Iterator[Error]:
    """Yield what is wrong with decisions, but those that name a forgotten thing."""
    words = dict(_words(curation))
    for error in errors:
        told = (error.reason, *words.get(error.location, ()))
        if not any(naming.whole(text) for naming in namings.values() for text in told):
            yield error


def _unknown(curation: Curation, registry: Registry) -> Iterator[StaleDecision]:
    """Tell which rows leave nothing out; not by their addresses, which may hold a name."""
    for row in curation.forgotten:
        if row.iri not in registry.iris and row.iri != document_iri(row.iri.local):
            reason = "the registry does not know the address, so nothing is left out; correct it."
            yield StaleDecision(row.location, reason)


def _words(curation: Curation) -> Iterator[tuple[str, tuple[str, ...]]]:
    for statement in curation.statements:
        yield statement.location, (statement.subject, statement.object, statement.quote)
    for entity in curation.entities:
        yield entity.location, (entity.entity, *entity.names, entity.quote)
    for identity in curation.identities:
        yield identity.location, (identity.one, identity.other)
