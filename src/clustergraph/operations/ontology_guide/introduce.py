"""Introduce the ontology: what it says of itself, and how its files arrange its terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clustergraph.locations import ONTOLOGY
from clustergraph.model import Iri
from clustergraph.operations.labels import Label, choose_text
from clustergraph.operations.ontology_guide.definitions import ONTOLOGY_IRI, Definitions, named
from clustergraph.rdf.handwritten import blocks_of
from clustergraph.rdf.prefixes import expand

__all__ = ["Ontology", "introduce", "themes"]

(_TITLE, _DESCRIPTION, _LICENCE, _CITATION, _CREATOR, _CREATED, _MODIFIED) = named(
    *(
        f"dcterms:{name}"
        for name in (
            *("title", "description", "license", "bibliographicCitation"),
            *("creator", "created", "modified"),
        )
    )
)
(_VERSION, _VERSION_IRI, _PRIOR) = named("owl:versionInfo", "owl:versionIRI", "owl:priorVersion")
(_PREFIX, _STATUS, _NAME) = named("vann:preferredNamespacePrefix", "bibo:status", "foaf:name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The ontology's own title and description, and the facts of its header.

    What it does not say is empty, or None.
    """

    title: Label
    description: Label | None
    version: str
    version_iri: Iri | None
    prior: Iri | None
    licence: Iri | None
    citation: str
    prefix: str
    creators: tuple[str, ...]
    status: str
    created: str
    modified: str


def introduce(definitions: Definitions, language: str) -> Ontology:
    """Return what the ontology says of itself, in the reader's language where it has it."""

    def first(property_: Iri) -> str:
        return next((text.text for text in definitions.texts(ONTOLOGY_IRI, property_)), "")

    def iri(property_: Iri) -> Iri | None:
        return next(iter(definitions.iris(ONTOLOGY_IRI, property_)), None)

    def chosen(property_: Iri) -> Label | None:
        return choose_text(definitions.texts(ONTOLOGY_IRI, property_), language)

    return Ontology(
        title=chosen(_TITLE) or Label(text="Ontology"),
        description=chosen(_DESCRIPTION),
        version=first(_VERSION),
        version_iri=iri(_VERSION_IRI),
        prior=iri(_PRIOR),
        licence=iri(_LICENCE),
        citation=first(_CITATION),
        prefix=first(_PREFIX),
        creators=tuple(_creators(definitions)),
        status=(iri(_STATUS) or "").rpartition("/")[2],
        created=first(_CREATED),
        modified=first(_MODIFIED),
    )


@cache
def themes(folder: Path = ONTOLOGY) -> dict[str, tuple[Iri, ...]]:
    """Return the sections of the hand-written files with the terms that each introduces, in order.

    The files are read once.
    """
    found: dict[str, list[Iri]] = {}
    for path in sorted(folder.glob("*.ttl")):
        for block in blocks_of(path):
            if block.gives_type and block.subject.startswith("cg:"):
                found.setdefault(block.section, []).append(expand(block.subject))
    return {section: tuple(terms) for section, terms in found.items()}


def _creators(definitions: Definitions) -> Iterator[str]:
    """Name the makers, whether they are given by their names or by their IRIs."""
    makers = definitions.iris(ONTOLOGY_IRI, _CREATOR)
    named_makers = (text for maker in makers for text in definitions.texts(maker, _NAME))
    for text in (*definitions.texts(ONTOLOGY_IRI, _CREATOR), *named_makers):
        yield text.text
