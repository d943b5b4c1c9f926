"""Read the addresses of what is ours, wherever they were copied from; no graph is asked."""

import re
from typing import Final

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import PREFIXES

__all__ = ["is_local_id", "is_prefixed", "pasted_iri"]

_LOCAL_ID: Final = re.compile(r"[a-z0-9-]+-[a-z2-7]{8}")
_OURS: Final = {prefix: iri for prefix, iri in PREFIXES.items() if iri.startswith(BASE)}
_OURS["voc"] = f"{BASE}voc/"
_PREFIXED: Final = re.compile(rf"({'|'.join(_OURS)}):([^\s/]+(?:/[^\s/]+)?)")
_HOST: Final = re.compile(r"https?://[^/]+")
_PAGE_OR_DATA: Final = re.compile(r"/(?:page|data)/(.+?)(?:\.[a-z]+)?")
_TERM: Final = re.compile(r"/ns[#/]([A-Za-z]\w*)")
_ADDRESS: Final = re.compile(r"/((?:id|doc|ev|voc)/[^/]+|voc/[^/]+/[^/]+)")


def pasted_iri(text: str) -> Iri | None:
    """Read an address: a canonical IRI, one on another host, of a page or of data, or a local id.

    A prefix of ours may stand for the beginning.

    >>> pasted_iri("http://127.0.0.1:8000/page/karaganda-aaaaaaah?lang=pl")
    'https://w3id.org/clustergraph/id/karaganda-aaaaaaah'
    >>> pasted_iri("id:karaganda-aaaaaaah"), pasted_iri("cg:Cluster")
    ('https://w3id.org/clustergraph/id/karaganda-aaaaaaah', 'https://w3id.org/clustergraph/ns#Cluster')
    """
    text = text.strip().strip("<>")
    if match := _PREFIXED.fullmatch(text):
        return _iri(_OURS[match[1]] + match[2])
    if is_local_id(text):
        return _iri(f"{BASE}id/{text}")
    path = f"/{text.removeprefix(BASE)}" if text.startswith(BASE) else _HOST.sub("", text)
    if match := _TERM.fullmatch(path):
        return _iri(f"{BASE}ns#{match[1]}")
    path = re.split(r"[?#\s]", path)[0]
    if match := _PAGE_OR_DATA.fullmatch(path):
        path = f"/{match[1]}" if "/" in match[1] else f"/id/{match[1]}"
    match = _ADDRESS.fullmatch(path)
    return _iri(BASE + match[1]) if match else None


def is_local_id(text: str) -> bool:
    """Tell whether a text may be what follows ``/id/``; some words with a hyphen look so too."""
    return bool(_LOCAL_ID.fullmatch(text))


def is_prefixed(text: str) -> bool:
    """Tell whether a text is an IRI of ours that is written with its prefix."""
    return bool(_PREFIXED.fullmatch(text.strip().strip("<>")))


def _iri(text: str) -> Iri | None:
    try:
        return Iri(text)
    except ValueError:
        return None
