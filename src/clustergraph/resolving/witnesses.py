"""Which names leave open who is meant, and what has to stand beside them then: their witnesses.

"J. Novák" is known by a body that he is with, "Ministry of Economy" by its country; "the
Foundation" is known by nothing outside its document.
"""

from collections.abc import Iterable
from typing import Final

from clustergraph.model import EntityId, LangString
from clustergraph.resolving.grammar import grammar_of
from clustergraph.resolving.known import is_place
from clustergraph.resolving.people import is_whole
from clustergraph.resolving.said import Said
from clustergraph.resolving.spelling import Spelling, folded_name
from clustergraph.resolving.words import found_everywhere
from clustergraph.vocab import CG

__all__ = ["is_bare", "is_weak", "witnesses"]

_NAMED_BY_WORDS: Final = frozenset({"agent", "activity", "qualification"})
_LONGEST_PLACE: Final = 3
"""Words of the longest name of a place that is looked for within a name."""


def is_weak(name: Spelling, of_family: str) -> bool:
    """Tell whether a name alone leaves open who is meant."""
    if of_family == "person":
        return not is_whole(name)
    return is_bare(name, of_family) or (of_family == "agent" and _is_found_everywhere(name))


def is_bare(name: Spelling, of_family: str) -> bool:
    """Tell whether a name is only a noun of what it is ("the Foundation")."""
    if of_family not in _NAMED_BY_WORDS or len(name.words) != 1:
        return False
    return name.words[0] in grammar_of(name.language).nouns


def witnesses(name: Spelling, of_family: str, id_: EntityId, said: Said) -> frozenset[str]:
    """Return what stands beside a name in a document and tells who is meant."""
    if of_family == "person":
        bodies = said.others(id_, CG.affiliatedWith)
        return frozenset(_names(each for body in bodies for each in body.names))
    return frozenset() if is_bare(name, of_family) else said.settings(id_)


def _names(names: Iterable[LangString]) -> Iterable[str]:
    return (folded_name(name.text, "agent") for name in names)


def _is_found_everywhere(name: Spelling) -> bool:
    return " ".join(name.words).startswith(found_everywhere()) and not _says_a_place(name)


def _says_a_place(name: Spelling) -> bool:
    words = [word.strip('.,;:()„“”"«»') for word in name.text.split()]
    parts = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST_PLACE, len(words)) + 1)
    )
    return any(is_place(part, name.language) for part in parts)
