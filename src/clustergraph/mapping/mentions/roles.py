"""Positions that people hold: «Director General», «кмет», «prezes zarządu»."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from clustergraph.languages import LanguagePack, readings
from clustergraph.mapping.mentions.duties import length_of_duty
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span

__all__ = ["Role", "find_roles", "is_role"]

_SHORTEST_FIRST_PART, _SHORTEST_LAST_PART = 3, 6
"""Letters of the parts of a compound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A position as written; ``former`` where the text says that it is no longer held."""

    span: Span
    text: str
    former: bool = False


def find_roles(scene: Scene) -> tuple[Role, ...]:
    """Return the positions named in the sentence, the longest readings, in order."""
    found: list[Role] = []
    index = 0
    while index < len(scene.tokens):
        length = _role_length(scene, index)
        if length:
            found.append(_role(scene, index, length))
        index += max(length, 1)
    return tuple(found)


def is_role(tokens: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether the words are a position: as they are, or the first in a base form."""
    rest = tuple(token.lower for token in tokens[1:])
    return any((form, *rest) in pack.roles for form in _forms(tokens[0], pack))


def _last_parts(token: Token, pack: LanguagePack) -> Iterator[str]:
    """Yield what a compound may end with: «Clustermanagerin», «EU-Kommissar»."""
    if not pack.capitalises_nouns or not token.is_capital:
        return
    first, hyphen, last = token.lower.rpartition("-")
    if hyphen and first:
        yield last
    longest = len(last) - _SHORTEST_LAST_PART
    yield from (last[cut:] for cut in range(_SHORTEST_FIRST_PART, longest + 1))


def _forms(token: Token, pack: LanguagePack) -> Iterator[str]:
    yield token.lower
    yield token.base
    yield from (reading.base.lower() for reading in readings(token.lower, pack.code))
    yield from _last_parts(token, pack)


@cache
def _lengths(pack: LanguagePack) -> Mapping[str, int]:
    """Return for each word that begins a position how many words the longest such has."""
    lengths: dict[str, int] = {}
    for first, *rest in pack.roles:
        lengths[first] = max(lengths.get(first, 0), 1 + len(rest))
    return lengths


def _role_length(scene: Scene, start: int) -> int:
    lengths = _lengths(scene.pack)
    longest = max(lengths.get(form, 0) for form in _forms(scene.tokens[start], scene.pack))
    for length in range(min(longest, len(scene.tokens) - start), 0, -1):
        if is_role(scene.tokens[start : start + length], scene.pack):
            return length
    return 0


def _role(scene: Scene, start: int, length: int) -> Role:
    length += length_of_duty(scene, start, length)
    span = span_of(scene.tokens[start : start + length])
    before = scene.tokens[start - 1] if start else None
    former = before is not None and before.lower in scene.pack.former
    span = before.span.hull(span) if before is not None and former else span
    return Role(span=span, text=scene.phrase(span), former=former)
