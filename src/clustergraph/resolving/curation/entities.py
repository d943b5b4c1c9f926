"""Carries out decisions on the entities of a document: add, remove, change class or names."""

import re
from dataclasses import replace
from typing import Final

from clustergraph.decisions.decision import EntityDecision, EntityVerdict
from clustergraph.errors import CurationError
from clustergraph.model import Entity, LangString
from clustergraph.resolving.curation.draft import Draft
from clustergraph.resolving.curation.references import LocalIds, entity_named

__all__ = ["decide_entity"]

_WITH_LANGUAGE: Final = re.compile(r"(?P<text>.+)@(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)")


def decide_entity(decision: EntityDecision, draft: Draft, ids: LocalIds) -> None:
    """Carry out a decision on an entity.

    Raises:
        StaleDecision: when the document no longer speaks of the entity.
        CurationError: when the words are not in the document, or the name is not clear.
    """
    if decision.verdict is EntityVerdict.ADD:
        _add(decision, draft)
        return
    entity = entity_named(decision.entity, draft, ids, decision.location)
    if decision.verdict is EntityVerdict.REJECT:
        draft.drop(entity)
        return
    names = tuple(_name(name, draft) for name in decision.names)
    dropped = {_name(name, draft) for name in decision.dropped_names}
    kept = (name for name in entity.names if name not in {*names, *dropped})
    draft.put(replace(entity, kind=decision.kind or entity.kind, names=(*names, *kept)))


def _add(decision: EntityDecision, draft: Draft) -> None:
    """Add an entity; where the mappers know it by now, it gets the names and the mention."""
    places = draft.occurrences(decision.quote)
    if not places:
        reason = f"{draft.document.name} does not hold the words {decision.quote!r}; copy them."
        raise CurationError(decision.location, reason)
    if decision.kind is None:
        raise CurationError(decision.location, "an added entity needs a class.")
    names = tuple(_name(name, draft) for name in (decision.entity, *decision.names))
    known = _known(decision, names[0], draft)
    if known is None:
        added = Entity(
            id=draft.new_id(),
            kind=decision.kind,
            names=names,
            named=decision.named,
            mentions=(places[0],),
        )
        draft.put(added)
        return
    further = tuple(name for name in names if name not in known.names)
    draft.put(replace(known, names=(*known.names, *further)))
    draft.mention(draft.entities[known.id], places[0])


def _known(decision: EntityDecision, label: LangString, draft: Draft) -> Entity | None:
    return next(
        (
            entity
            for entity in draft.entities.values()
            if (entity.kind, entity.named) == (decision.kind, decision.named)
            and label in entity.names
        ),
        None,
    )


def _name(text: str, draft: Draft) -> LangString:
    """Read a name: in the document's language, unless it ends in ``@`` and another."""
    if tagged := _WITH_LANGUAGE.fullmatch(text):
        return LangString(tagged["text"].strip(), tagged["language"])
    return LangString(text, draft.document.language)
