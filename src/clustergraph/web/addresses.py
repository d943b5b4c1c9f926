"""How IRIs and the addresses of this service belong together: pure functions on paths, no request.

The data always holds canonical IRIs; a page links to the path of an IRI below the base, so that a
reader stays on the host that answered.
"""

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri

__all__ = ["cite_path", "data_path", "iri_at", "iri_of", "page_path", "path_of", "split_extension"]

_NAMESPACE = f"{BASE}ns#"
_ENTITY = "id/"


def path_of(iri: str) -> str:
    """Return where an IRI is answered on this host, or the IRI itself where it is not ours.

    >>> path_of("https://w3id.org/clustergraph/ns#Cluster"), path_of("https://schema.org/name")
    ('/ns/Cluster', 'https://schema.org/name')
    """
    if iri.startswith(_NAMESPACE):
        return f"/ns/{iri.removeprefix(_NAMESPACE)}"
    return f"/{iri.removeprefix(BASE)}" if iri.startswith(BASE) else iri


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


def split_extension(place: str) -> tuple[str, str]:
    """Part an address from the extension of its last part; empty where there is none.

    >>> split_extension("voc/modality/fact.ttl"), split_extension("karaganda-aaaaaaah")
    (('voc/modality/fact', 'ttl'), ('karaganda-aaaaaaah', ''))
    """
    name, dot, extension = place.rpartition(".")
    return (name, extension) if dot and "/" not in extension else (place, "")


def _place(iri: str) -> str:
    return iri.removeprefix(BASE).removeprefix(_ENTITY)
