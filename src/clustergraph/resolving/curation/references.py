"""How a decision names an entity of a document: by a name, a class and a name, or its local id."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from clustergraph.errors import CurationError, StaleDecision
from clustergraph.model import Entity, MentionPlace
from clustergraph.resolving.curation.draft import Draft
from clustergraph.resolving.registry import Registry

__all__ = ["LocalIds", "entity_named"]

_CLASS_FROM_NAME: Final = ": "
_CANDIDATES_SHOWN: Final = 3


class LocalIds:
    """Which mentions each local id (``barcelona-xy34…``) was registered for.

    One that is published without a forgotten name is known by its digits.
    """

    def __init__(self, registry: Registry) -> None:
        self._mentions: dict[str, set[MentionPlace]] = defaultdict(set)
        self._with_digits: dict[str, set[str]] = defaultdict(set)
        for row in registry.registrations:
            self._mentions[row.iri.local].add(row.mention)
            self._with_digits[row.iri.local.rpartition("-")[2]].add(row.iri.local)

    def __contains__(self, reference: str) -> bool:
        """Tell whether the reference is a local id."""
        return self._registered(reference) in self._mentions

    def places(self, local: str) -> frozenset[MentionPlace]:
        """Return where the thing of that local id is mentioned."""
        return frozenset(self._mentions.get(self._registered(local), ()))

    def _registered(self, local: str) -> str:
        _, hyphen, digits = local.rpartition("-")
        same = self._with_digits.get(digits, set()) if hyphen else set()
        return next(iter(same)) if local not in self._mentions and len(same) == 1 else local


def entity_named(reference: str, draft: Draft, ids: LocalIds, location: str) -> Entity:
    """Return the one entity of the document that the reference names.

    Raises:
        StaleDecision: when there is none.
        CurationError: when there are several.
    """
    found = _found(reference, draft, ids)
    if not found:
        reason = f"{draft.document.name} speaks of nothing called {reference!r} (any more)."
        raise StaleDecision(location, reason)
    if len(found) > 1:
        shown = "; ".join(_described(entity) for entity in found[:_CANDIDATES_SHOWN])
        reason = (
            f"{reference!r} names {len(found)} things ({shown}); "
            "put the class and a colon before the name, or give the local id."
        )
        raise CurationError(location, reason)
    return found[0]


def _found(reference: str, draft: Draft, ids: LocalIds) -> list[Entity]:
    entities = draft.entities.values()
    if reference in ids:
        return _registered(draft, ids.places(reference))
    if by_name := _called(reference, entities):
        return by_name
    kind, parted, name = reference.partition(_CLASS_FROM_NAME)
    of_class = [entity for entity in entities if entity.kind.local == kind]
    return _called(name, of_class) if parted else []


def _called(name: str, entities: Iterable[Entity]) -> list[Entity]:
    """Those with that label, or else those that bear the name besides."""
    entities = list(entities)
    labelled = [entity for entity in entities if entity.names[0].text == name]
    return labelled or [e for e in entities if name in {other.text for other in e.names}]


def _registered(draft: Draft, places: frozenset[MentionPlace]) -> list[Entity]:
    """The one that shares the most mentions with what was registered, the first of several."""

    def shared(entity: Entity) -> int:
        return sum(MentionPlace(draft.document.id, span) in places for span in entity.mentions)

    best = max(draft.entities.values(), key=shared, default=None)
    return [best] if best and shared(best) else []


def _described(entity: Entity) -> str:
    return f"{entity.kind.local}: {entity.names[0].text}"
