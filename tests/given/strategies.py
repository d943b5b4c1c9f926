"""Hypothesis strategies for what flows through the house: spans, documents, graphs of documents.

Names and figures come from small pools, so that things of several documents meet.
"""

import hashlib
import re
from collections.abc import Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from clustergraph.model import (
    Document,
    DocumentGraph,
    Entity,
    EntityId,
    Evidence,
    Fact,
    Iri,
    LangString,
    Modality,
    PartialDate,
    Span,
    Value,
)
from clustergraph.vocab import CG, SIGNATURES

__all__ = [
    "corpora",
    "document_graphs",
    "document_of",
    "documents",
    "entities_of",
    "readings",
    "spans_in",
    "unhurried",
]

unhurried = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For tests on whole graphs: a busy machine is no failure."""

WORDS = (
    "Klaster",
    "клъстер",
    "training",
    "in",
    "Almaty",
    "Łódź,",
    "„Зелена",
    "синергия“",
    "2018.",
    "\u00a0",
    "🎓",
    "the\r\n",
    "Foundation",
)
TEXTS = ("EFCE", "Klaster in Łódź")
LANGUAGES = ("en", "pl", "bg")
KINDS: Sequence[Iri] = (
    CG.Organisation,
    CG.Cluster,
    CG.Person,
    CG.Project,
    CG.Programme,
    CG.Training,
    CG.Event,
    CG.Country,
    CG.City,
    CG.Sector,
    CG.Qualification,
)
NAMES = (
    "European Foundation for Cluster Excellence",
    "EFCE",
    "Central Asia Invest V",
    "Central Asia Invest IV",
    "Kazakhstan Industrial Development Institute",
    "Kazakstan Industrial Development Institute",
    "Klaster Obróbki Metali",
    "Klastra Obróbki Metali",
    "Клъстер „Зелена синергия“",
    "Almaty",
    "the Foundation",
    "🎓",
)
GAZETTEER = ("", "", "", "country:KZ", "country:BG", "city:1526384")
DATES = tuple(map(PartialDate.parse, ("2018", "2018-02", "2018-02-19", "2019-09-30")))
PREDICATES: Sequence[Iri] = (
    CG.partOf,
    CG.organisedBy,
    CG.partner,
    CG.locatedIn,
    CG.affiliatedWith,
    CG.sector,
    CG.startDate,
    CG.participantCount,
    CG.sequenceNumber,
    CG.topic,
)


def document_of(text: str, *, language: str = "en", name: str = "document.txt") -> Document:
    """Make the document that holds this text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=sha256[:16], sha256=sha256, name=name, text=text, language=language)


def documents() -> st.SearchStrategy[Document]:
    """Short documents in several scripts, with line ends, odd blanks and astral characters."""
    return _of_texts(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(" ".join))


def _of_texts(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    return texts.map(
        lambda text: document_of(f"x {text}", language=LANGUAGES[len(text) % len(LANGUAGES)])
    )


def spans_in(document: Document) -> st.SearchStrategy[Span]:
    """Spans of a document's text from a word to the same or a later one."""
    words = [match.span() for match in re.finditer(r"\S+", document.text)]
    return st.sampled_from(
        [Span(start, end) for i, (start, _) in enumerate(words) for _, end in words[i : i + 3]]
    )


def entities_of(document: Document, id_: EntityId) -> st.SearchStrategy[Entity]:
    """Entities that the document may speak of."""
    names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2)
    mentions = st.lists(spans_in(document), min_size=1, max_size=2)
    return st.builds(
        Entity,
        id=st.just(id_),
        kind=st.sampled_from(KINDS),
        names=names.map(lambda all_: tuple(LangString(name, document.language) for name in all_)),
        named=st.sampled_from((True, True, True, False)),
        mentions=mentions.map(lambda spans: tuple(sorted(set(spans)))),
        gazetteer=st.sampled_from(GAZETTEER),
    )


@st.composite
def document_graphs(
    draw: st.DrawFn, of: st.SearchStrategy[Document] | None = None
) -> DocumentGraph:
    """Graphs of documents: up to five entities, and facts that the ontology allows."""
    document = draw(documents() if of is None else of)
    ids = [EntityId(f"e{number}") for number in range(draw(st.integers(0, 5)))]
    entities = tuple(draw(entities_of(document, id_)) for id_ in ids)
    facts = draw(_facts(document, entities))
    return DocumentGraph(document=document, entities=entities, facts=facts)


def corpora() -> st.SearchStrategy[list[DocumentGraph]]:
    """Graphs of up to three documents, no document twice."""
    return st.lists(document_graphs(), max_size=3).map(_each_once)


def readings() -> st.SearchStrategy[list[DocumentGraph]]:
    """Graphs of up to two documents, always the same ones: two readings speak of one text."""
    graphs = document_graphs(_of_texts(st.sampled_from(TEXTS)))
    return st.lists(graphs, min_size=1, max_size=3).map(_each_once)


def _each_once(graphs: list[DocumentGraph]) -> list[DocumentGraph]:
    return list({graph.document.id: graph for graph in graphs}.values())


def _facts(document: Document, entities: Sequence[Entity]) -> st.SearchStrategy[tuple[Fact, ...]]:
    """Up to five facts between these entities, or of one and a literal."""
    ends = [
        (entity.id, predicate, value)
        for predicate in PREDICATES
        for entity in entities
        if entity.kind in SIGNATURES[predicate].domain
        for value in _values(predicate, document, entities)
    ]
    if not ends:
        return st.just(())
    evidence = st.lists(_evidence(document), min_size=1, max_size=2).map(tuple)
    facts = st.builds(
        lambda end, evidence: Fact(
            subject=end[0], predicate=end[1], object=end[2], evidence=evidence
        ),
        st.sampled_from(ends),
        evidence,
    )
    return st.lists(facts, max_size=5).map(tuple)


def _values(predicate: Iri, document: Document, entities: Sequence[Entity]) -> Sequence[Value]:
    if predicate == CG.startDate:
        return DATES
    if predicate in {CG.participantCount, CG.sequenceNumber}:
        return 1, 2
    if predicate == CG.topic:
        return (LangString("cluster economics", document.language),)
    return [entity.id for entity in entities if entity.kind in SIGNATURES[predicate].range]


def _evidence(document: Document) -> st.SearchStrategy[Evidence]:
    return st.builds(
        lambda span, **rest: Evidence.of(document, span, **rest),
        span=spans_in(document),
        rule=st.sampled_from(("en.partOf.verb", "pl.fundedBy.noun")),
        confidence=st.sampled_from((0.5, 0.75, 0.97)),
        subject=st.none() | spans_in(document),
        object=st.none() | spans_in(document),
        role=st.sampled_from(("", "Director General")),
        modality=st.sampled_from(Modality),
    )
