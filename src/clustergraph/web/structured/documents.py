"""A document and a passage of it as nodes of schema.org."""

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description
from clustergraph.operations.labels import Thing
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG
from clustergraph.web.structured.node import Node, node, reference, shortened
from clustergraph.web.structured.types import schema_type

__all__ = ["document_node", "passage_node"]


def document_node(description: Description) -> Node:
    """Tell a document: who published it, when, and in which language."""
    source = _said(description, expand("dcterms:source"))
    publisher = _said(description, expand("dcterms:publisher"))
    checksum = _said(description, CG.sha256)
    return node(
        schema_type(CG.Document),
        description.thing.iri,
        headline=shortened(description.thing.label.text),
        inLanguage=_said(description, expand("dcterms:language")),
        datePublished=_said(description, expand("dcterms:issued")),
        publisher=node("Organization", "", name=publisher) if publisher else None,
        url=source if source.startswith(("https://", "http://")) else "",
        encoding=node("MediaObject", "", sha256=checksum) if checksum else None,
    )


def passage_node(passage: Passage) -> Node:
    """Tell a quote: its words, the document it is from, and what it speaks of."""
    ends = (passage.subject, passage.object)
    return node(
        schema_type(CG.Evidence),
        passage.iri,
        text=passage.quote.text,
        inLanguage=passage.quote.language,
        isPartOf=reference(passage.document),
        about=[reference(end) for end in ends if isinstance(end, Thing)],
    )


def _said(description: Description, property_: Iri) -> str:
    said = (fact.value.text for fact in description.facts if fact.property.iri == property_)
    return next(said, "")
