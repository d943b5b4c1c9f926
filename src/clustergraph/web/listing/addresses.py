"""Addresses of the lists of all things of a class."""

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.look_up import KINDS
from clustergraph.web.visit import Visit

__all__ = ["list_of", "list_path"]


def list_of(visit: Visit, kind: Thing) -> str:
    """Return the address of the list of all things of a class; empty where there is none."""
    return visit.reader.to(list_path(kind.iri)) if kind.iri in KINDS.values() else ""


def list_path(kind: Iri) -> str:
    """Return the path of the list of all things of a class that has one.

    >>> list_path(KINDS["Cluster"])
    '/browse/Cluster'
    """
    return f"/browse/{kind.local}"
