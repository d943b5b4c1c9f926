"""Links to terms: ours by their labels, those of others by their prefixed names."""

from collections.abc import Iterable

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Link

__all__ = ["foreign", "term_link", "term_links"]


def foreign(iri: Iri) -> Link:
    """Name a term of another vocabulary by its prefix: that tells more than its bare name."""
    return Link(text=shorten(iri), href=iri)


def term_links(things: Iterable[Thing], linker: Linker) -> tuple[Link, ...]:
    """Link to things, in their order."""
    return tuple(term_link(thing, linker) for thing in things)


def term_link(thing: Thing, linker: Linker) -> Link:
    """Link to a thing; a datatype or a class of others goes by its prefixed name."""
    name = shorten(thing.iri)
    is_others = ":" in name and not name.startswith(("http", "cg:", "id:", "doc:", "ev:"))
    return foreign(thing.iri) if is_others else linker.link(thing)
