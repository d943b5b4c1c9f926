"""A concept, and a vocabulary of them, as nodes of schema.org."""

from clustergraph.operations.describing.describe import Description
from clustergraph.rdf.prefixes import expand
from clustergraph.web.structured.node import Node, node, reference, shortened
from clustergraph.web.structured.types import schema_type

__all__ = ["concept_node"]

_IN_SCHEME = expand("skos:inScheme")
_NOTATION = expand("skos:notation")


def concept_node(description: Description, definition: str = "") -> Node:
    """Tell a concept with its definition, and which vocabulary it belongs to."""
    codes = [fact.value.text for fact in description.facts if fact.property.iri == _NOTATION]
    schemes = [
        reference(relation.other)
        for group in description.relations
        if group.property.iri == _IN_SCHEME
        for relation in group.relations
    ]
    names = dict.fromkeys(name.text for name in description.names)
    names.pop(description.thing.label.text, None)
    return node(
        schema_type(description.thing.kind),
        description.thing.iri,
        name=shortened(description.thing.label.text),
        alternateName=[shortened(name) for name in names],
        description=definition,
        termCode=next(iter(codes), ""),
        inDefinedTermSet=next(iter(schemes), None),
    )
