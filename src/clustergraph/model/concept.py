"""What a vocabulary holds, as far as names are compared with it."""

from dataclasses import dataclass

from clustergraph.model.values import Iri, LangString

__all__ = ["Concept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept of a vocabulary.

    ``names`` mean the concept itself; ``narrower_names`` mean something narrower that is no concept
    of its own. ``broader`` are the concepts directly above it.
    """

    iri: Iri
    names: tuple[LangString, ...]
    narrower_names: tuple[LangString, ...] = ()
    broader: tuple[Iri, ...] = ()
