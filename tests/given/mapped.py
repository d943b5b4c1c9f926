"""Small documents read by the whole mapping, and what it finds in them, for people to compare.

>>> graph = map_text("The Alpine Wood Agency organised a conference.")
>>> facts_of(graph)
{('conference', 'organisedBy', 'Alpine Wood Agency')}
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache

from clustergraph.languages import Gazetteer, load_gazetteer, load_pack
from clustergraph.mapping import map_document
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.read_sentence import read_sentence
from clustergraph.mapping.mentions.read_stories import certain_names
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.stories import Story, cut_into_stories
from clustergraph.model import Document, DocumentGraph, EntityId, Evidence, LangString, PartialDate
from clustergraph.reading.layout import find_zones

__all__ = [
    "Told",
    "affiliations_in",
    "dates_in",
    "document_in",
    "ends_of",
    "evidence_of",
    "facts_of",
    "gazetteer",
    "kinds_of",
    "map_text",
    "mentions_in",
    "named_in",
    "names_of",
    "scene_of",
    "stories_in",
]

Told = tuple[str, str, str]
"""A fact as people say it: label, relation, label or value."""


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, loaded once."""
    return load_gazetteer()


def document_in(language: str, text: str, *, published: str = "") -> Document:
    """Make the document that holds this text, cut into zones as a file is."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=sha256[:16],
        sha256=sha256,
        name="small.txt",
        text=text,
        language=language,
        published=PartialDate.parse(published) if published else None,
        zones=find_zones(text, language),
    )


def map_text(text: str, language: str = "en", *, published: str = "") -> DocumentGraph:
    """Map a text."""
    return map_document(document_in(language, text, published=published), gazetteer())


def stories_in(text: str, language: str = "en") -> tuple[Story, ...]:
    """Cut a text into stories."""
    return cut_into_stories(document_in(language, text), load_pack(language), gazetteer())


def scene_of(text: str, language: str = "en") -> Scene:
    """Return the first sentence of a text with what is needed to read it."""
    sentence = stories_in(text, language)[0].sentences[0]
    pack = load_pack(language)
    return Scene(sentence=sentence, pack=pack, gazetteer=gazetteer(), known={})


def mentions_in(text: str, language: str = "en") -> Sequence[Mention]:
    """Find what a text mentions, as the second reading does."""
    pack = load_pack(language)
    sentences = [s for story in stories_in(text, language) for s in story.sentences]
    known = certain_names([read_sentence(s, pack, gazetteer(), {}) for s in sentences])
    second = [read_sentence(s, pack, gazetteer(), known) for s in sentences]
    return [mention for read in second for mention in read.mentions]


def named_in(text: str, language: str = "en") -> Mapping[str, str | None]:
    """Find what a text mentions by name: each label with its class, None where none is known."""
    named = (mention for mention in mentions_in(text, language) if mention.named)
    return {m.names[0]: m.kind.local if m.kind else None for m in named}


def ends_of(relation: str, text: str, language: str = "en") -> set[tuple[str, str]]:
    """Map a text and return the ends of its facts of one relation."""
    return {(s, o) for s, p, o in facts_of(map_text(text, language)) if p == relation}


def dates_in(text: str, language: str = "en", *, published: str = "") -> set[Told]:
    """Map a text and return its facts of beginnings and ends."""
    facts = facts_of(map_text(text, language, published=published))
    return {fact for fact in facts if fact[1] in {"startDate", "endDate"}}


def affiliations_in(text: str, language: str = "en") -> set[tuple[str, str, str, bool]]:
    """Map a text and return who works for whom as what, and whether no longer."""
    return {
        (person, body, evidence.role, evidence.former)
        for (person, relation, body), evidence in evidence_of(map_text(text, language)).items()
        if relation == "affiliatedWith"
    }


def facts_of(graph: DocumentGraph) -> set[Told]:
    """Return the facts as labels and names of relations."""
    return set(evidence_of(graph))


def evidence_of(graph: DocumentGraph) -> Mapping[Told, Evidence]:
    """Return the first passage of each fact."""
    labels = {entity.id: entity.names[0].text for entity in graph.entities}
    return {
        (labels[fact.subject], fact.predicate.local, _told(fact.object, labels)): fact.evidence[0]
        for fact in graph.facts
    }


def kinds_of(graph: DocumentGraph) -> Mapping[str, str]:
    """Return the class of each entity by its label."""
    return {entity.names[0].text: entity.kind.local for entity in graph.entities}


def names_of(graph: DocumentGraph, label: str) -> set[str]:
    """Return all names of the entity with that label."""
    (entity,) = (entity for entity in graph.entities if entity.names[0].text == label)
    return {name.text for name in entity.names}


def _told(value: object, labels: Mapping[EntityId, str]) -> str:
    if isinstance(value, EntityId):
        return labels[value]
    return value.text if isinstance(value, LangString) else str(value)
