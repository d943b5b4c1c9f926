"""Positions that people hold: «Director General», «кмет», «prezes zarządu»."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clustergraph.languages import LanguagePack, readings
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.duties import length_of_duty
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span

__all__ = ["Role", "find_roles", "is_role"]

_SHORTEST_FIRST_PART, _SHORTEST_LAST_PART = 3, 6
"""Letters of the parts of a compound."""
_REMEMBERED = 100_000
"""Words of which it is kept what they may begin."""


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
    return any((form, *rest) in pack.roles for form in _forms(tokens[0].text, tokens[0].base, pack))


def _last_parts(text: str, pack: LanguagePack) -> Iterator[str]:
    """Yield what a compound may end with: «Clustermanagerin», "Cluster-Manager"."""
    first, hyphen, last = text.lower().rpartition("-")
    if hyphen and first:
        yield last
    if not pack.capitalises_nouns or not text[0].isupper():
        return
    longest = len(last) - _SHORTEST_LAST_PART
    yield from (last[cut:] for cut in range(_SHORTEST_FIRST_PART, longest + 1))


def _forms(text: str, base: str, pack: LanguagePack) -> Iterator[str]:
    """Yield the forms under which the first word of a position may be listed."""
    yield text.lower()
    yield base
    yield from (reading.base.lower() for reading in readings(text.lower(), pack.code))
    yield from _last_parts(text, pack)


@lru_cache(maxsize=_REMEMBERED)
def _longest(text: str, base: str, pack: LanguagePack) -> int:
    """Return how many words the longest position has that begins with the word."""
    lengths = _lengths(pack)
    return max(lengths.get(form, 0) for form in _forms(text, base, pack))


@cache
def _lengths(pack: LanguagePack) -> Mapping[str, int]:
    """Return for each word that begins a position how many words the longest such has."""
    lengths: dict[str, int] = {}
    for first, *rest in pack.roles:
        lengths[first] = max(lengths.get(first, 0), 1 + len(rest))
    return lengths


def _role_length(scene: Scene, start: int) -> int:
    token = scene.tokens[start]
    longest = _longest(token.text, token.base, scene.pack)
    for length in range(min(longest, len(scene.tokens) - start), 0, -1):
        if is_role(scene.tokens[start : start + length], scene.pack):
            of_a_body = _is_of_a_body(scene, start) if length == 1 else _ends_a_name(scene, start)
            return 0 if of_a_body and not _is_whole(scene, start, length) else length
    return 0


def _ends_a_name(scene: Scene, start: int) -> bool:
    """Tell whether the first word ends a body's name: «Toy Cluster | director Ann Lee»."""
    token, before = scene.tokens[start], scene.tokens[start - 1] if start else None
    follows = before is not None and before.is_capital and not scene.opens(token.span.start)
    head = noun(token, scene.pack) if follows and token.is_capital else None
    is_body = head is not None and head.kind in BODIES
    return is_body and before is not None and before.lower not in scene.pack.articles


def _is_whole(scene: Scene, start: int, length: int) -> bool:
    """Tell whether all words of a position have capitals, as in a signature."""
    return length > 1 and scene.tokens[start + length - 1].is_capital


def _is_of_a_body(scene: Scene, index: int) -> bool:
    """Tell whether the word only says what body it is: «Consejo | Directivo»."""
    before, token = scene.tokens[index - 1] if index else None, scene.tokens[index]
    if before is None or not (scene.pack.head_first and before.is_capital and token.is_capital):
        return False
    head = noun(before, scene.pack)
    return head is not None and head.kind in BODIES


def _role(scene: Scene, start: int, length: int) -> Role:
    length += length_of_duty(scene, start, length)
    span = span_of(scene.tokens[start : start + length])
    before = scene.tokens[start - 1] if start else None
    former = before is not None and before.lower in scene.pack.former
    span = before.span.hull(span) if before is not None and former else span
    return Role(span=span, text=scene.phrase(span), former=former)
