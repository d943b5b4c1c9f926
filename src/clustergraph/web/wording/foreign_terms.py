"""What terms of other vocabularies are called in the interface: the graph holds no names of theirs.

Classes and properties of our own are called as the ontology calls them, see ``Labels``.
"""

from typing import Final

from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.web.wording.wording import Wording, message

__all__ = ["foreign_name"]

_NAMES: Final = {
    expand("dcterms:license"): message("licence"),
    expand("rdf:type"): message("class"),
    expand("skos:altLabel"): message("other name"),
    expand("skos:note"): message("note"),
    expand("skos:prefLabel"): message("name"),
    expand("owl:versionInfo"): message("version"),
    expand("skos:example"): message("example"),
    expand("skos:notation"): message("notation"),
    expand("skos:exactMatch"): message("exact match"),
    expand("skos:closeMatch"): message("close match"),
    expand("skos:broadMatch"): message("broader match"),
    expand("skos:narrowMatch"): message("narrower match"),
    expand("skos:relatedMatch"): message("related match"),
}


def foreign_name(iri: Iri, wording: Wording) -> str:
    """Name a term of another vocabulary; empty where none is known.

    >>> from clustergraph.web.wording import wording_in
    >>> foreign_name(expand("skos:notation"), wording_in("pl"))
    'oznaczenie'
    """
    name = _NAMES.get(iri)
    return wording.gettext(name) if name else ""
