"""The graph as it is published: without what is forgotten, and without its names in the rest.

An address that spells such a name is replaced; what was to be found at each address that nothing
is said of any more is told beside the graph, never in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from clustergraph.iris import readdressed_iri
from clustergraph.model import (
    Iri,
    LangString,
    ResolvedEntity,
    ResolvedGraph,
    Statement,
    StatementEvidence,
    UnsurePair,
    Withheld,
)
from clustergraph.resolving.forgetting.hiding import Veil

__all__ = ["publish"]

Reasons = Mapping[Iri, str]


def publish(
    graph: ResolvedGraph,
    whole: ResolvedGraph,
    reasons: Reasons,
    veil: Veil,
    addresses: Reasons,
) -> ResolvedGraph:
    """Return the graph without what is forgotten.

    Args:
        graph: what the documents say that are not forgotten themselves.
        whole: what all documents say.
        reasons: the forgotten things, each with why.
        veil: hides how they are called.
        addresses: all addresses that lead to them.
    """
    return _Publication(graph, whole, reasons, veil, addresses).graph


class _Publication:
    def __init__(
        self,
        graph: ResolvedGraph,
        whole: ResolvedGraph,
        reasons: Reasons,
        veil: Veil,
        addresses: Reasons,
    ) -> None:
        self._from = graph
        self._whole = whole
        self._reasons = reasons
        self._veil = veil
        self._addresses = addresses
        self._documents = {each.id: each for each in graph.documents}
        self._covered = {id_: veil.cover_document(each) for id_, each in self._documents.items()}
        self._left = [each for each in graph.entities if each.iri not in reasons]
        self._lost = dict(self._losses())
        self._renamed = dict(self._renamings())

    @property
    def graph(self) -> ResolvedGraph:
        entities = (self._entity(each) for each in self._left)
        statements = [self._statement(each) for each in self._from.statements if self._holds(each)]
        return ResolvedGraph(
            documents=tuple(self._covered.values()),
            entities=tuple(sorted(entities, key=lambda entity: entity.iri)),
            statements=tuple(sorted(statements, key=lambda each: (each.subject, each.predicate))),
            redirects=tuple(sorted(self._redirects())),
            gone=tuple(iri for iri in self._from.gone if self._may_be_told(iri)),
            unsure=tuple(self._unsure()),
            withheld=tuple(self._withheld()),
        )

    # -- What is left -----------------------------------------------------------------------------

    def _entity(self, entity: ResolvedEntity) -> ResolvedEntity:
        def covered(name: LangString) -> LangString:
            return replace(name, text=self._veil.cover_entity(entity, name.text))

        labels = tuple(map(covered, entity.labels))
        others = {*map(covered, entity.alternatives)} - {*labels}
        return replace(
            entity,
            iri=self._renamed.get(entity.iri, entity.iri),
            labels=labels,
            alternatives=tuple(sorted(others)),
        )

    def _holds(self, statement: Statement) -> bool:
        return statement.subject not in self._reasons and statement.object not in self._reasons

    def _statement(self, statement: Statement) -> Statement:
        value, documents = statement.object, {each.document for each in statement.evidence}
        if isinstance(value, LangString):
            value = self._veil.cover_literal(value, documents)
        elif isinstance(value, Iri):
            value = self._renamed.get(value, value)
        return replace(
            statement,
            subject=self._renamed.get(statement.subject, statement.subject),
            object=value,
            evidence=tuple(map(self._passage, statement.evidence)),
        )

    def _passage(self, passage: StatementEvidence) -> StatementEvidence:
        document, covered = self._documents[passage.document], self._covered[passage.document]
        evidence = self._veil.cover_evidence(passage.evidence, document, covered.text)
        return replace(passage, evidence=evidence)

    def _redirects(self) -> Iterator[tuple[Iri, Iri]]:
        for old, new in self._from.redirects:
            if new not in self._reasons and self._may_be_told(old):
                yield old, self._renamed.get(new, new)

    def _unsure(self) -> Iterator[UnsurePair]:
        for pair in self._from.unsure:
            if pair.one not in self._reasons and pair.other not in self._reasons:
                one, other = (self._renamed.get(iri, iri) for iri in (pair.one, pair.other))
                yield replace(pair, one=min(one, other), other=max(one, other))

    # -- What is not told -------------------------------------------------------------------------

    def _renamings(self) -> Iterator[tuple[Iri, Iri]]:
        for entity in self._left:
            words = _readable(entity.iri)
            covered = self._veil.cover_entity(entity, words)
            if covered != words:
                yield entity.iri, readdressed_iri(entity.iri, covered)

    def _may_be_told(self, iri: Iri) -> bool:
        words = _readable(iri)
        is_known = iri in self._addresses or iri in self._lost
        return not is_known and self._veil.cover_whole_names(words) == words

    def _losses(self) -> Iterator[tuple[Iri, str]]:
        """Yield what only forgotten documents spoke of."""
        left = {each.iri for each in self._from.entities} | {old for old, _ in self._from.redirects}
        for entity in self._whole.entities:
            if entity.iri not in left:
                yield entity.iri, self._reason_of(entity.mentions[0].document)

    def _reason_of(self, document: str) -> str:
        found = (why for iri, why in self._reasons.items() if iri.local == document)
        return next(found, "")

    def _withheld(self) -> list[Withheld]:
        """Tell of each address: why it is empty, or what has replaced it."""
        moved = [*self._renamed.items(), *self._hidden_redirects()]
        told = {old: Withheld(iri=old, replaced_by=new) for old, new in moved}
        gone = (iri for iri in self._from.gone if not self._may_be_told(iri))
        empty = {**dict.fromkeys(gone, ""), **self._lost, **self._passages(), **self._addresses}
        for iri, why in empty.items():
            told[iri] = Withheld(iri=iri, why=self._veil.cover_whole_names(why))
        return [told[iri] for iri in sorted(told)]

    def _hidden_redirects(self) -> Iterator[tuple[Iri, Iri]]:
        for old, new in self._from.redirects:
            if new not in self._reasons and not self._may_be_told(old):
                yield old, self._renamed.get(new, new)

    def _passages(self) -> dict[Iri, str]:
        """The passages that are not told any more."""
        kept = {each.iri for s in self._from.statements if self._holds(s) for each in s.evidence}
        return {
            passage.iri: self._reasons.get(statement.subject)
            or (self._reasons.get(statement.object) if isinstance(statement.object, Iri) else None)
            or self._reason_of(passage.document)
            for statement in self._whole.statements
            for passage in statement.evidence
            if passage.iri not in kept
        }


def _readable(iri: Iri) -> str:
    """Return the part of an address that people can read."""
    return iri.local.rpartition("-")[0]
