"""How the service names things: without a slash, so that every address can hold the name.

What other identifiers lead to a thing is known in ``identifying``.
"""

from clustergraph.iris import BASE

__all__ = ["address_of", "identifier_of"]

_ENTITIES = f"{BASE}id/"


def identifier_of(iri: str) -> str:
    """Return an entity's local id; of other things of ours the path, with colons for its slashes.

    >>> identifier_of("https://w3id.org/clustergraph/id/karaganda-aaaaaaah")
    'karaganda-aaaaaaah'
    >>> identifier_of("https://w3id.org/clustergraph/voc/label-levels/gold")
    'voc:label-levels:gold'
    >>> identifier_of("https://example.org/1")
    'https://example.org/1'
    """
    if iri.startswith(_ENTITIES):
        return iri.removeprefix(_ENTITIES)
    return iri.removeprefix(BASE).replace("/", ":") if iri.startswith(BASE) else iri


def address_of(identifier: str) -> str:
    """Return what ``identify`` understands of an identifier that this service gave.

    >>> address_of("voc:label-levels:gold")
    'https://w3id.org/clustergraph/voc/label-levels/gold'
    >>> address_of("karaganda-aaaaaaah")
    'karaganda-aaaaaaah'
    """
    if identifier.startswith("voc:"):
        return BASE + identifier.replace(":", "/")
    return identifier
