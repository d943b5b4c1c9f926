"""How a sound ontology is updated so that one thing is broken."""

__all__ = ["FILE", "HEAD", "add", "change", "described", "drop"]

HEAD = "<https://example.org/aaaaaaaa>"
FILE = "file:aaaaaaaa.ttl"


def add(triples: str, file: str = FILE) -> str:
    """State triples in a file."""
    return f"INSERT DATA {{ GRAPH {file} {{ {triples} }} }}"


def drop(triple: str) -> str:
    """Take a triple back, whatever file states it."""
    return f"DELETE {{ GRAPH ?g {{ {triple} }} }} WHERE {{ GRAPH ?g {{ {triple} }} }}"


def change(subject: str, property_: str, *values: str) -> str:
    """Replace all that a property says of a subject."""
    dropped = drop(f"{subject} {property_} ?x")
    listed = ", ".join(values)
    return f"{dropped} ; {add(f'{subject} {property_} {listed}')}" if values else dropped


def described(term: str, rest: str) -> str:
    """Add a term that has all that a term of its sort must have but what is told."""
    label = 'rdfs:label "one"@en, "jeden"@pl, "едно"@bg'
    comment = 'rdfs:comment "One."@en, "Jeden."@pl, "Едно."@bg'
    home = f'skos:example "one" ; rdfs:isDefinedBy {HEAD}'
    return add(f"{term} {rest} ; {label} ; {comment} ; {home}")
