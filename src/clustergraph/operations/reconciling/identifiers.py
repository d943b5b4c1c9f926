"""How the service names things, and what an identifier stands for, one of its own or any other.

Its own have no slash, so that every address can hold them; all others are known in ``identifying``.
"""

from clustergraph.errors import Gone, NotFound, Withdrawn
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import Identified, identify
from clustergraph.operations.identifying.standing import Status

__all__ = ["gone", "identified", "identifier_of", "iri_meant"]

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


def identified(opened: OpenVersion, text: str) -> Identified | None:
    """Find what an identifier means; None for what is none, such as a name."""
    return identify(opened, _address_of(text.strip()))


def iri_meant(opened: OpenVersion, id_: str) -> Iri:
    """Return what an identifier stands for now.

    Raises:
        Gone: when it is no longer here.
        NotFound: when it never was, or may mean several things.
    """
    meant = identified(opened, id_)
    if meant is not None and meant.iri is not None:
        return meant.iri
    if meant is not None and meant.status is Status.GONE:
        raise gone(opened, meant)
    raise NotFound(id_)


def gone(opened: OpenVersion, meant: Identified) -> Gone:
    """Make the error for something that is no longer here, the same as at its own address."""
    if meant.was is None:
        return Gone(meant.asked)
    withheld = opened.version.withheld(meant.was)
    return Withdrawn(meant.was, withheld.why) if withheld else Gone(meant.was)


def _address_of(identifier: str) -> str:
    """Return what ``identify`` understands of an identifier that this service gave.

    >>> _address_of("voc:label-levels:gold")
    'https://w3id.org/clustergraph/voc/label-levels/gold'
    >>> _address_of("karaganda-aaaaaaah")
    'karaganda-aaaaaaah'
    """
    if identifier.startswith("voc:"):
        return BASE + identifier.replace(":", "/")
    return identifier
