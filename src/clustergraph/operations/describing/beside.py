"""What stands beside a thing in the list of its class: the way from page to page."""

from dataclasses import dataclass

from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.labels import Thing, thing_of

__all__ = ["Beside", "beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The things before and after one; None where it is the first, or the last."""

    previous: Thing | None
    next: Thing | None


def beside(names: NameIndex, iri: Iri, language: str) -> Beside:
    """Find what readers of a language see before and after a thing, in the order of its list."""
    before, after = names.beside(iri, language)
    return Beside(
        previous=thing_of(before, language) if before else None,
        next=thing_of(after, language) if after else None,
    )
