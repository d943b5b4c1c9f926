"""What the registry knows of a thing: by which addresses it went, and by which names."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from clustergraph.model import Iri, LangString
from clustergraph.resolving.forgetting.naming import Naming
from clustergraph.resolving.registry import Registry

__all__ = ["addresses_of", "naming_of"]

_PERSON: Final = "person"
_PART: Final = "part"
_NO_NAME: Final = re.compile(r"[0-9a-f]{16}@\d+|[a-z-]+:\S+")
"""In a key: a place in a document, or a key of the gazetteer."""
_UNKNOWN: Final = "und"


def addresses_of(iri: Iri, registry: Registry) -> frozenset[Iri]:
    """Return all addresses that lead to the thing, its own too, over any number of merges."""
    found, before = {iri}, 0
    while len(found) > before:
        before = len(found)
        found |= {redirect.old for redirect in registry.redirects if redirect.new in found}
    return frozenset(found)


def naming_of(
    addresses: Collection[Iri],
    registry: Registry,
    *,
    labels: Iterable[LangString] = (),
    others: Iterable[LangString] = (),
) -> Naming:
    """Return the names of the thing with these addresses: those given, and those in its keys.

    A key lasts when all documents are gone; that of a numbered part or an unnamed thing has none.
    """
    keys = [row.key.split("/") for row in registry.registrations if row.iri in addresses]
    names = {
        name for _, name, *rest in keys if not _NO_NAME.fullmatch(name) and _PART not in rest[:1]
    }
    return Naming.of(
        [*labels, *(LangString(name, _UNKNOWN) for name in sorted(names))],
        others,
        is_person=any(family == _PERSON for family, *_ in keys),
    )
