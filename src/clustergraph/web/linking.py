"""Links to things, written in the reader's language and kept on this host."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from clustergraph.iris import is_document
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Label, Labels, Thing
from clustergraph.rdf.prefixes import short_name, shorten
from clustergraph.vocab import CG
from clustergraph.web.addresses import (
    anchor,
    following_path,
    incoming_path,
    page_path,
    path_of,
    related_path,
)
from clustergraph.web.pieces import Link, Property, Value
from clustergraph.web.wording.foreign_terms import foreign_name
from clustergraph.web.wording.reader import Reader

__all__ = ["Linker", "brief", "capitalised", "property_of", "words"]

_LONGEST_NAME = 160
"""How many characters of a name stand where it only leads to a thing."""


class Linker:
    """Makes the links of one page; what is ours is read in the same language there."""

    def __init__(self, labels: Labels, reader: Reader) -> None:
        self.labels = labels
        self.reader = reader
        self.language = reader.language
        self.wording = reader.wording

    def link(self, thing: Thing) -> Link:
        """Link to a thing; a document's title is in its own language and never falls back."""
        foreign = "" if thing.label.language else foreign_name(thing.iri, self.wording)
        return Link(
            text=foreign or thing.label.text or thing.iri,
            href=self.address(path_of(thing.iri)),
            language=thing.label.language,
            fell_back=thing.label.fell_back and thing.kind != CG.Document,
        )

    def to(self, iri: Iri) -> Link:
        """Link to what the IRI stands for."""
        return self.link(self.labels.thing(iri))

    def titled(self, thing: Thing) -> Link:
        """Link to a property or class, written as a heading is."""
        return capitalised(self.link(thing))

    def address(self, path: str, **parameters: str | int) -> str:
        """Return an address of ours with parameters and the reader's language, others as is."""
        return self.reader.to(path, **parameters)

    def why(self, subject: Iri, predicate: Iri, value: Iri | Text) -> str:
        """Return the address of the page that tells why a statement holds."""
        said = shorten(value) if isinstance(value, Iri) else value.text
        parts = {"s": shorten(subject), "p": shorten(predicate), "o": said}
        return f"/why?{urlencode(parts | self.reader.kept, safe=':')}"

    def all_related(self, thing: Iri, property_: Iri) -> str:
        """Return the address of the list of all to which a thing is related in one way."""
        return self.address(related_path(thing, property_))

    def all_incoming(self, thing: Iri, property_: Iri, kind: Iri | None = None) -> str:
        """Return the address of the list of all, of one class or any, that point to a thing."""
        named = {"class": short_name(kind)} if kind else {}
        return self.address(incoming_path(thing, property_), **named)

    def all_following(self, thing: Iri, property_: Iri) -> str:
        """Return the address of the list of all that follows for a thing in one way."""
        return self.address(following_path(thing, property_))

    def place(self, document: Iri, start: int, end: int) -> Link:
        """Link to the place of a quote on the page of its document, where that is one of ours."""
        if not is_document(document):
            return self.to(document)
        href = f"{self.address(page_path(document), at=start)}#{anchor(start, end)}"
        return replace(self.to(document), href=href)


def capitalised(link: Link) -> Link:
    """Write a label as the beginning of a line."""
    return replace(link, text=link.text[:1].upper() + link.text[1:])


def words(text: Text | Label) -> Link:
    """Show a text, or a label that leads nowhere."""
    fell_back = isinstance(text, Label) and text.fell_back
    return Link(text=text.text, language=text.language, fell_back=fell_back)


def property_of(name: str, links: Iterable[Link]) -> Property:
    """List links under a name."""
    return Property(name=Link(text=name), values=tuple(Value(link=link) for link in links))


def brief(name: str) -> str:
    """Cut a very long name, for where the whole would be in the way."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"
