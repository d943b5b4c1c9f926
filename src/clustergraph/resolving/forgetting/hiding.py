"""Which words of which document name what is forgotten, and how they are hidden.

Each character becomes a block, so that every offset into the text still holds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from clustergraph.model import (
    HIDDEN,
    Document,
    Evidence,
    Iri,
    LangString,
    ResolvedEntity,
    ResolvedGraph,
    Span,
)
from clustergraph.resolving.forgetting.naming import Naming
from clustergraph.vocab import CG

__all__ = ["Veil", "hidden"]

_KEPT: Final = frozenset("\r\n")


def hidden(text: str, spans: Iterable[Span]) -> str:
    """Return the text with a block for each character at the spans, but for ends of lines.

    >>> hidden("Anna Nowak spoke.", [Span(0, 10)])
    '██████████ spoke.'
    """
    characters = list(text)
    for span in spans:
        for at in range(span.start, span.end):
            characters[at] = text[at] if text[at] in _KEPT else HIDDEN
    return "".join(characters)


class Veil:
    """Hides the names of what is forgotten in the documents of one graph, and in other words.

    A whole name is hidden wherever it stands, but where it names somebody else; a surname only in a
    document that speaks of its bearer, and not within the name of something else.

    Attributes:
        namings: what is forgotten, and how it is called.
    """

    def __init__(self, graph: ResolvedGraph, namings: Mapping[Iri, Naming]) -> None:
        self.namings = namings
        self._mentioned: dict[str, dict[Iri, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for entity in graph.entities:
            for place in entity.mentions:
                self._mentioned[place.document][entity.iri].append(place.span)
        self._others = {each.iri: each for each in graph.entities if each.iri not in namings}
        self._namesakes = {
            each.iri: found for each in self._others.values() if (found := self._of_one_name(each))
        }
        self._shared = self._shared_words()
        self._speaking = {
            iri: {each.id for each in graph.documents if self._is_spoken_of(iri, each)}
            for iri in namings
        }

    def spans(self, document: Document) -> list[Span]:
        """Return what is to be hidden in a document's text, sorted."""
        return sorted(
            span for iri in self.namings for span in self._spans(iri, document.id, document.text)
        )

    def cover(self, text: str, documents: Collection[str], *, spared: Collection[Iri] = ()) -> str:
        """Hide the names in words that stand in, or speak of, these documents.

        ``spared`` are forgotten things whose names these words may hold.
        """
        spans = [
            span
            for iri in self.namings
            if iri not in spared
            for span in self._named(iri, documents, text)
        ]
        return hidden(text, spans)

    def cover_whole_names(self, text: str, *, spared: Collection[Iri] = ()) -> str:
        """Hide the whole names in words that belong to no document."""
        namings = (naming for iri, naming in self.namings.items() if iri not in spared)
        return hidden(text, (span for naming in namings for span in naming.whole(text)))

    def cover_entity(self, entity: ResolvedEntity, text: str) -> str:
        """Hide the names of what is forgotten in a name of something else, or in its address."""
        spared = self._namesakes.get(entity.iri, ())
        if entity.named:
            return self.cover_whole_names(text, spared=spared)
        return self.cover(text, {place.document for place in entity.mentions}, spared=spared)

    def cover_document(self, document: Document) -> Document:
        """Hide the names in a document's text and in what is told of it."""
        text = hidden(document.text, self.spans(document))
        here = [document.id]
        return replace(
            document,
            text=text,
            name=self.cover(document.name, here),
            title=self.cover(_as_in(text, document.title, document.text.find(document.title)), here)
            if document.title
            else "",
            publisher=self.cover(document.publisher, here),
            source=self._source(document),
        )

    def cover_evidence(self, evidence: Evidence, document: Document, text: str) -> Evidence:
        """Quote a passage from the text in which names are hidden already."""
        here, span = [document.id], evidence.span
        at = document.text.find(evidence.role, span.start, span.end)
        review = evidence.review
        return replace(
            evidence,
            quote=text[span.start : span.end],
            role=self.cover(_as_in(text, evidence.role, at), here) if evidence.role else "",
            review=review
            and replace(
                review, by=self.cover_whole_names(review.by), note=self.cover(review.note, here)
            ),
        )

    def cover_literal(self, literal: LangString, documents: Collection[str]) -> LangString:
        """Hide the names in words that are stated of something."""
        return replace(literal, text=self.cover(literal.text, documents))

    # -- What names what --------------------------------------------------------------------------

    def _of_one_name(self, entity: ResolvedEntity) -> frozenset[Iri]:
        """Return which of the forgotten it shares its whole name with, without being it."""
        names = [name.text for name in (*entity.labels, *entity.alternatives)] * entity.named
        is_person = entity.kind == CG.Person
        return frozenset(
            iri
            for iri, naming in self.namings.items()
            if naming.is_of_person == is_person and any(map(naming.is_all_of, names))
        )

    def _shared_words(self) -> dict[Iri, dict[Iri, frozenset[str]]]:
        """Return, by forgotten thing, who else bears a word that may stand for it."""
        return {
            iri: {
                other.iri: shared
                for other in self._others.values()
                if other.named
                and (shared := naming.shared_with(" ".join(name.text for name in other.labels)))
            }
            for iri, naming in self.namings.items()
        }

    def _named(self, iri: Iri, documents: Collection[str], text: str) -> Iterator[Span]:
        naming = self.namings[iri]
        if not documents or not all(self._means_another(iri, each) for each in documents):
            yield from naming.whole(text)
        spared = {word for document in documents for word in self._open_words(iri, document)}
        yield from naming.by_surname(text, spared=spared)

    def _spans(self, iri: Iri, document: str, text: str) -> Iterator[Span]:
        """Yield its mentions, and its names but where they are mentions of others."""
        here = self._mentioned[document]
        yield from here.get(iri, ())
        naming = self.namings[iri]
        people, named = self._bearers(iri, document)
        if not self._means_another(iri, document):
            yield from _outside(people, naming.whole(text))
        spared = self._open_words(iri, document)
        yield from _outside(named, naming.by_surname(text, spared=spared))

    def _bearers(self, iri: Iri, document: str) -> tuple[list[Span], list[Span]]:
        """Return where a document speaks of others whose names are theirs: people, all named."""
        here = [
            (self._others[other], spans)
            for other, spans in self._mentioned[document].items()
            if other in self._others
        ]
        is_person = self.namings[iri].is_of_person
        people = [
            span
            for other, spans in here
            for span in spans
            if iri in self._namesakes.get(other.iri, ()) or (is_person and other.kind == CG.Person)
        ]
        return people, [span for other, spans in here if other.named for span in spans]

    def _means_another(self, iri: Iri, document: str) -> bool:
        """Tell whether its name, where a document has it, is that of somebody else."""
        here = self._mentioned[document]
        return iri not in here and any(iri in self._namesakes.get(each, ()) for each in here)

    def _is_spoken_of(self, iri: Iri, document: Document) -> bool:
        """Tell whether a document mentions it, or has its whole name where mappers saw none."""
        if iri in self._mentioned[document.id]:
            return True
        is_named = bool(self.namings[iri].whole(document.text))
        return is_named and not self._means_another(iri, document.id)

    def _open_words(self, iri: Iri, document: str) -> frozenset[str]:
        """Return which words may stand for somebody else in a document."""
        if document not in self._speaking[iri]:
            return self.namings[iri].alone
        people = (
            words
            for other, words in self._shared[iri].items()
            if other in self._mentioned[document] and self._others[other].kind == CG.Person
        )
        return frozenset().union(*people)

    def _source(self, document: Document) -> str:
        """Keep of an address that holds a name only the site, as blocks would lead nowhere."""
        if self.cover(document.source, [document.id]) == document.source:
            return document.source
        parts = urlsplit(document.source)
        site = f"{parts.scheme}://{parts.netloc}/" if parts.netloc else document.source
        return self.cover(site, [document.id])


def _outside(others: Collection[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans that lie in none of the others."""
    yield from (span for span in spans if not any(other.covers(span) for other in others))


def _as_in(text: str, words: str, at: int) -> str:
    """Return the words as they stand at that offset of a text; as they are where it is below 0."""
    return text[at : at + len(words)] if at >= 0 else words
