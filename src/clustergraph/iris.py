"""How IRIs are minted: slugs, hashes, the addresses of all that we name.

No IRI is made elsewhere.
"""

import base64
import hashlib
import re

from anyascii import anyascii

from clustergraph.base import BASE
from clustergraph.model import Iri

__all__ = [
    "BASE",
    "concept_iri",
    "coordinate_iri",
    "dataset_iri",
    "document_iri",
    "entity_iri",
    "evidence_iri",
    "gazetteer_iri",
    "graph_iri",
    "is_concept",
    "is_document",
    "is_entity",
    "is_for_engine",
    "is_note",
    "is_of_build",
    "is_passage",
    "link_iri",
    "node_iri",
    "queries_iri",
    "readdressed_iri",
    "run_iri",
    "skolem_iri",
    "slug",
    "write_iri",
]

_SLUG_LENGTH = 48
_HARD_SIGN = str.maketrans("ъЪ", "aA")
"""As Bulgaria's official romanisation has it; anyascii gives an apostrophe."""


def slug(name: str) -> str:
    """Make the readable part of an IRI: ASCII, lower case, hyphens, at most 48 characters.

    >>> slug("Клъстер „Зелена синергия“")
    'klaster-zelena-sinergiya'
    """
    latin = "".join(
        anyascii(char).replace("'", "") if char > "\x7f" else char
        for char in name.translate(_HARD_SIGN)
    )
    words = re.findall(r"[a-z0-9]+", latin.lower())
    text = "-".join(words) or "x"
    if len(text) <= _SLUG_LENGTH:
        return text
    return text[: _SLUG_LENGTH + 1].rsplit("-", 1)[0][:_SLUG_LENGTH]


def entity_iri(name: str, key: str) -> Iri:
    """Mint ``id/{slug}-{h8}``: the name's slug, and eight base32 digits of the key's SHA-256."""
    digest = hashlib.sha256(key.encode()).digest()
    return Iri(f"{BASE}id/{slug(name)}-{base64.b32encode(digest)[:8].decode().lower()}")


def dataset_iri(part: str = "", *, version: str = "") -> Iri:
    """Return ``dataset``, ``dataset/{version}``, or a part of one after a ``#``."""
    whole = f"{BASE}dataset/{version}" if version else f"{BASE}dataset"
    return Iri(f"{whole}#{part}" if part else whole)


def readdressed_iri(iri: Iri, name: str) -> Iri:
    """Give an entity's IRI another readable part; its digits, which tell it apart, stay."""
    return Iri(f"{BASE}id/{slug(name)}-{iri.rpartition('-')[2]}")


def is_entity(iri: str) -> bool:
    """Tell whether the IRI is that of something that documents speak of."""
    return iri.startswith(f"{BASE}id/")


def is_document(iri: str) -> bool:
    """Tell whether the IRI is that of a document."""
    return iri.startswith(f"{BASE}doc/")


def is_concept(iri: str) -> bool:
    """Tell whether the IRI is that of a vocabulary or of a concept in one."""
    return iri.startswith(f"{BASE}voc/")


def is_passage(iri: str) -> bool:
    """Tell whether the IRI is that of a passage of a document."""
    return iri.startswith(f"{BASE}ev/")


def document_iri(id_: str) -> Iri:
    """Return the IRI of the document with that id."""
    return Iri(f"{BASE}doc/{id_}")


def evidence_iri(*key: str) -> Iri:
    """Mint ``ev/{sha16}`` from the parts of its key."""
    return Iri(f"{BASE}ev/{_sha16(*key)}")


def concept_iri(scheme: str, concept: str) -> Iri:
    """Return ``voc/{scheme}/{concept}``."""
    return Iri(f"{BASE}voc/{scheme}/{concept}")


def run_iri(*inputs: str) -> Iri:
    """Mint ``run/{sha16}`` for a run of the mappers from the hashes of its inputs."""
    return Iri(f"{BASE}run/{_sha16(*inputs)}")


def write_iri(id_: str) -> Iri:
    """Return ``write/{id}``, for what somebody wrote at once."""
    return Iri(f"{BASE}write/{id_}")


def gazetteer_iri(key: str) -> Iri:
    """Return ``gazetteer/{key}``, by which tables of links name an entry of the gazetteer.

    It stands in no graph.
    """
    return Iri(f"{BASE}gazetteer/{key}")


def link_iri(subject: Iri, relation: Iri, target: Iri) -> Iri:
    """Mint ``link/{sha16}`` for what justifies that a thing is linked to another's identifier."""
    return Iri(f"{BASE}link/{_sha16(subject, relation, target)}")


def coordinate_iri(place: Iri, property_: Iri) -> Iri:
    """Mint ``coordinate/{sha16}`` for what says where a place's latitude or longitude is from."""
    return Iri(f"{BASE}coordinate/{_sha16(place, property_)}")


def is_note(iri: str) -> bool:
    """Tell whether the IRI is that of what justifies a link or a coordinate."""
    return iri.startswith((f"{BASE}link/", f"{BASE}coordinate/"))


def queries_iri(name: str = "") -> Iri:
    """Return ``queries``, or ``queries/{name}`` for a question of the catalogue."""
    return Iri(f"{BASE}queries/{name}" if name else f"{BASE}queries")


def graph_iri(name: str) -> Iri:
    """Return ``graph/{name}``, such as ``graph/asserted`` or ``graph/doc/71fb…``."""
    return Iri(f"{BASE}graph/{name}")


def is_of_build(graph: str) -> bool:
    """Tell whether an IRI names a graph that only builds make, such as ``graph/asserted``."""
    return graph.startswith(graph_iri(""))


def is_for_engine(graph: str) -> bool:
    """Tell whether an IRI names a graph that has a meaning of its own on an engine.

    There the one tells which version it holds, and the other is the default graph.
    """
    return graph in (graph_iri("engine"), graph_iri("default"))


def skolem_iri(name: str) -> Iri:
    """Return the IRI that stands for a blank node of that name (RDF 1.1 Concepts, section 3.5)."""
    return Iri(f"{BASE}.well-known/genid/{name}")


def node_iri(*key: str) -> Iri:
    """Mint the IRI that stands for a blank node from what makes it that node and no other."""
    return skolem_iri(_sha16(*key))


def _sha16(*key: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a key in parts."""
    return hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:16]
