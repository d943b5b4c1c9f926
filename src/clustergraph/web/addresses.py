"""How IRIs and the addresses of this service belong together: pure functions on paths, no request.

The data always holds canonical IRIs; a page links to the path of an IRI below the base, so that a
reader stays on the host that answered.
"""

from urllib.parse import quote

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES, expand, short_name

__all__ = [
    "anchor",
    "cite_path",
    "data_path",
    "following_path",
    "incoming_path",
    "iri_at",
    "iri_of",
    "linkset_path",
    "page_path",
    "path_of",
    "related_path",
    "split_extension",
    "term_named",
]

_NAMESPACE = f"{BASE}ns#"
_ENTITY = "id/"
_WEB = ("https://", "http://")


def path_of(iri: str) -> str:
    """Return where an IRI is answered on this host, or the IRI itself where it is not ours.

    Whatever else a IRI may say, only addresses of the web are followed: ``javascript:`` would run.

    >>> path_of("https://w3id.org/clustergraph/ns#Cluster"), path_of("https://schema.org/name")
    ('/ns/Cluster', 'https://schema.org/name')
    >>> path_of("javascript:alert(1)")
    ''
    """
    if iri.startswith(_NAMESPACE):
        return f"/ns/{iri.removeprefix(_NAMESPACE)}"
    if iri.startswith(BASE):
        return f"/{iri.removeprefix(BASE)}"
    return iri if iri.startswith(_WEB) else ""


def iri_at(place: str) -> Iri:
    """Return the IRI that ``/page/{place}`` and ``/data/{place}`` speak of.

    >>> iri_at("karaganda-aaaaaaah"), iri_at("voc/modality/fact")
    ('https://w3id.org/clustergraph/id/karaganda-aaaaaaah', 'https://w3id.org/clustergraph/voc/modality/fact')

    Raises:
        NotFound: when no IRI can hold the text.
    """
    return iri_of(f"{BASE}{place}" if "/" in place else f"{BASE}{_ENTITY}{place}")


def iri_of(text: str) -> Iri:
    """Return the text as an IRI.

    Raises:
        NotFound: when it can't be one, so that nothing can bear it.
    """
    try:
        return Iri(text)
    except ValueError:
        raise NotFound(text) from None


def page_path(iri: str) -> str:
    """Return the address of the page about a thing of ours."""
    return f"/page/{_place(iri)}"


def cite_path(iri: str, extension: str) -> str:
    """Return the address of the citation of a thing of ours, in the form with that extension."""
    return f"/cite/{_place(iri)}.{extension}"


def data_path(iri: str, extension: str = "") -> str:
    """Return the address of the data about a thing of ours, in the format with that extension."""
    return f"/data/{_place(iri)}{f'.{extension}' if extension else ''}"


def linkset_path(iri: str) -> str:
    """Return the address of all links of a thing of ours, as JSON."""
    return f"/linkset/{_place(iri)}.json"


def related_path(thing: str, property_: str) -> str:
    """Return where all stand to which a thing is related by a property.

    >>> related_path("https://w3id.org/clustergraph/id/x-1", "http://purl.org/dc/terms/source")
    '/page/x-1/related/dcterms:source'
    """
    return _list_path(thing, "related", property_)


def incoming_path(thing: str, property_: str) -> str:
    """Return where all stand that are related to a thing by a property."""
    return _list_path(thing, "incoming", property_)


def following_path(thing: str, property_: str) -> str:
    """Return where all stand to which a thing is related by a property, as follows by the rules."""
    return _list_path(thing, "following", property_)


def anchor(start: int, end: int) -> str:
    """Return the name of a quote's place on its document's page; it depends on nothing else."""
    return f"at-{start}-{end}"


def term_named(name: str) -> Iri:
    """Return the property or class of a name that ``short_name`` made.

    >>> term_named("partner"), term_named("skos:broader")
    ('https://w3id.org/clustergraph/ns#partner', 'http://www.w3.org/2004/02/skos/core#broader')

    Raises:
        NotFound: when nothing can be named so.
    """
    prefix, colon, _ = name.partition(":")
    try:
        if not colon:
            return expand(f"cg:{name}")
        return expand(name) if prefix in PREFIXES else iri_of(name)
    except ValueError:
        raise NotFound(name) from None


def split_extension(place: str) -> tuple[str, str]:
    """Part an address from the extension of its last part; empty where there is none.

    >>> split_extension("voc/modality/fact.ttl"), split_extension("karaganda-aaaaaaah")
    (('voc/modality/fact', 'ttl'), ('karaganda-aaaaaaah', ''))
    """
    name, dot, extension = place.rpartition(".")
    return (name, extension) if dot and "/" not in extension else (place, "")


def _place(iri: str) -> str:
    return iri.removeprefix(BASE).removeprefix(_ENTITY)


def _list_path(thing: str, way: str, property_: str) -> str:
    return f"{page_path(thing)}/{way}/{quote(short_name(property_), safe=':')}"
