"""Find out in what two versions differ, for a curator: documents, things, statements, reviews.

Statements that only follow by the rules are left out. A thing that was merged keeps its statements:
they count as those of the one that replaced it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode, Triple

from clustergraph.iris import concept_iri
from clustergraph.operations.comparing.changes import (
    Difference,
    DocumentChange,
    EntityChange,
    Passing,
    Quote,
    ReviewChange,
    StatementChange,
)
from clustergraph.operations.comparing.differing import differing_quads
from clustergraph.operations.comparing.sides import Node, Passage, Side, Term
from clustergraph.operations.consult import value_of
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

__all__ = ["diff"]

Merged = Mapping[Node, Node]
"""By what IRIs of the older version were replaced."""
Passages = dict[Triple, list[Quote]]
Changed = tuple[tuple[Quote, ...], tuple[Quote, ...]]
"""Passages that are new, and those that are gone."""

_REPLACED_BY: Final = NamedNode(expand("dcterms:isReplacedBy"))
_REJECTED: Final = concept_iri("review-status", "rejected")


def diff(old: Version, new: Version) -> Difference:
    """Compare two versions; takes some five seconds for a million quads."""
    differing = differing_quads(old, new)
    before = Side(GraphStore.open(old.store_path), differing.gone)
    after = Side(GraphStore.open(new.store_path), differing.new)
    merged = _merged(after)
    return Difference(
        old=old.id,
        new=new.id,
        rest_differs=old.content_hash != new.content_hash,
        documents=tuple(_documents(before, after)),
        entities=tuple(_entities(before, after, merged)),
        statements=_known_first(_statements(before, after, merged)),
        reviews=tuple(_reviews(before, after)),
    )


def _merged(after: Side) -> Merged:
    found = (quad for quad in after.quads if quad.predicate == _REPLACED_BY)
    return {_node(quad.subject): _node(quad.object) for quad in found}


def _node(term: Term) -> Node:
    if not isinstance(term, NamedNode):
        message = f"the graph names all its things: {term}"
        raise TypeError(message)
    return term


# -- Documents -------------------------------------------------------------------------------------


def _documents(before: Side, after: Side) -> Iterator[DocumentChange]:
    """Tell documents by their files: one with other bytes is another document."""
    gone, new = before.documents_here_only(), after.documents_here_only()
    for file in sorted({*gone, *new}):
        if file not in gone:
            yield _document(Passing.NEW, after, file, new[file])
        elif file not in new:
            yield _document(Passing.GONE, before, file, gone[file])
        else:
            yield _document(Passing.CHANGED, after, file, new[file], ("text",))
    for document, details in sorted(_redescribed(before, after).items(), key=str):
        file = after.words(document, "dcterms:identifier")
        yield _document(Passing.CHANGED, after, file, document, sorted(details))


def _redescribed(before: Side, after: Side) -> dict[Node, set[str]]:
    """Find what is said otherwise of documents that both have."""
    details: dict[Node, set[str]] = defaultdict(set)
    for side, other in ((before, after), (after, before)):
        for document, predicate in side.said_of_documents():
            if other.has_document(document):
                details[document].add(after.label(predicate))
    return details


def _document(
    what: Passing, side: Side, file: str, document: Node, details: Iterable[str] = ()
) -> DocumentChange:
    return DocumentChange(
        what=what,
        iri=document.value,
        file=file,
        title=side.words(document, "dcterms:title"),
        language=side.words(document, "dcterms:language"),
        issued=side.words(document, "dcterms:issued"),
        details=tuple(details),
    )


# -- Things ----------------------------------------------------------------------------------------


def _entities(before: Side, after: Side, merged: Merged) -> Iterator[EntityChange]:
    found = [*_came_and_went(before, after, merged), *_changed(before, after)]
    yield from sorted(found, key=lambda change: (change.what, change.label, change.iri))


def _came_and_went(before: Side, after: Side, merged: Merged) -> Iterator[EntityChange]:
    for entity in before.typed - after.typed:
        if entity in merged:
            survivor = merged[entity]
            now, now_iri = after.label(survivor), survivor.value
            yield _entity(Passing.MERGED, before, entity, now=now, now_iri=now_iri)
        elif not after.has_entity(entity):
            yield _entity(Passing.GONE, before, entity)
    for entity in after.typed - before.typed:
        if not before.has_entity(entity):
            yield _entity(Passing.NEW, after, entity)


def _changed(before: Side, after: Side) -> Iterator[EntityChange]:
    for entity in before.typed & after.typed:
        now, now_iri = after.kind(entity), after.kind_iri(entity)
        if now_iri != before.kind_iri(entity):
            yield _entity(Passing.RETYPED, before, entity, now=now, now_iri=now_iri)
    for entity in (before.named | after.named) - before.typed - after.typed:
        if before.label(entity) != after.label(entity):
            yield _entity(Passing.RENAMED, before, entity, now=after.label(entity))


def _entity(
    what: Passing, side: Side, entity: Node, *, now: str = "", now_iri: str = ""
) -> EntityChange:
    return EntityChange(
        what=what,
        iri=entity.value,
        kind=side.kind(entity),
        kind_iri=side.kind_iri(entity),
        label=side.label(entity),
        now=now,
        now_iri=now_iri,
    )


# -- Statements ------------------------------------------------------------------------------------


def _statements(before: Side, after: Side, merged: Merged) -> Iterator[StatementChange]:
    moved = {_moved(statement, merged): statement for statement in before.statements}
    gone = {now: was for now, was in moved.items() if not after.states(now)}
    new = {it for it in after.statements.difference(moved) if not before.states(it)}
    added = _passages(after, before, {})
    removed = _passages(before, after, merged)
    for statement in sorted({*gone, *new, *added, *removed}, key=str):
        more, fewer = _without_shared(added.get(statement, ()), removed.get(statement, ()))
        if statement in new:
            yield _statement(Passing.NEW, statement, (after, before), (more, fewer))
        elif statement in gone:
            yield _statement(Passing.GONE, gone[statement], (before, after), (more, fewer))
        elif (more or fewer) and after.states(statement):
            yield _statement(Passing.CHANGED, statement, (after, before), (more, fewer))


def _known_first(changes: Iterable[StatementChange]) -> tuple[StatementChange, ...]:
    """Put what is said of things that both versions know before what is said of new ones."""
    return tuple(sorted(changes, key=lambda change: not change.is_of_known))


def _moved(statement: Triple, merged: Merged) -> Triple:
    """Say of the thing that replaced another what was said of that one."""
    subject, value = _node(statement.subject), statement.object
    now = merged.get(value, value) if isinstance(value, NamedNode) else value
    return Triple(merged.get(subject, subject), statement.predicate, now)


def _passages(side: Side, other: Side, merged: Merged) -> Passages:
    """Collect the passages that carry a statement on one side only, by statement."""
    found: Passages = defaultdict(list)
    for passage in side.passages_that_differ():
        elsewhere = other.passage(passage.node)
        if _carries(passage) and not (elsewhere and _carries(elsewhere)):
            found[_moved(passage.statement, merged)].append(passage.quote)
    return found


def _carries(passage: Passage) -> bool:
    return passage.status != _REJECTED


def _without_shared(added: Collection[Quote], removed: Collection[Quote]) -> Changed:
    """Leave out words that stand in the new text of a document as they stood in the old one."""
    shared = Counter(quote.text for quote in added) & Counter(quote.text for quote in removed)
    return _but(added, shared), _but(removed, shared)


def _but(quotes: Collection[Quote], shared: Mapping[str, int]) -> tuple[Quote, ...]:
    return tuple(sorted((it for it in quotes if it.text not in shared), key=lambda it: it.passage))


def _statement(
    what: Passing, statement: Triple, sides: tuple[Side, Side], passages: Changed
) -> StatementChange:
    """Describe a change on the first of two sides; the second is the one compared with."""
    (side, other), (added, removed) = sides, passages
    subject = _node(statement.subject)
    return StatementChange(
        what=what,
        subject_iri=subject.value,
        kind=side.kind(subject),
        subject=side.label(subject),
        predicate_iri=statement.predicate.value,
        predicate=side.label(statement.predicate),
        value=value_of(statement.object),
        object=side.label(statement.object),
        has_others=other.states_something(subject, statement.predicate),
        is_of_known=other.has_entity(subject),
        is_written=side.is_written(statement),
        passages_new=added,
        passages_gone=removed,
    )


# -- Reviews ---------------------------------------------------------------------------------------


def _reviews(before: Side, after: Side) -> Iterator[ReviewChange]:
    for passage in after.passages_that_differ():
        was = before.passage(passage.node)
        if was is not None and was.status != passage.status:
            yield ReviewChange(
                subject_iri=_node(passage.statement.subject).value,
                subject=after.label(passage.statement.subject),
                predicate=after.label(passage.statement.predicate),
                object=after.label(passage.statement.object),
                quote=passage.quote,
                before=before.label(NamedNode(was.status)),
                now=after.label(NamedNode(passage.status)),
                by=after.words(passage.node, "cg:reviewedBy"),
                note=after.words(passage.node, "cg:reviewNote"),
            )
