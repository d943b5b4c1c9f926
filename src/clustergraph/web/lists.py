"""Addresses of the lists of all things of a class."""

from urllib.parse import urlencode

from clustergraph.operations.labels import Thing
from clustergraph.operations.look_up import KINDS
from clustergraph.web.visit import Visit

__all__ = ["list_of"]


def list_of(visit: Visit, kind: Thing) -> str:
    """Return the address of the list of all things of a class; empty where there is none."""
    if kind.iri not in KINDS.values():
        return ""
    language = visit.word("lang")
    parameters = {"type": kind.iri.local, **({"lang": language} if language else {})}
    return f"/search?{urlencode(parameters)}"
