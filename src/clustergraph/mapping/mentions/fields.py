"""Bodies that are named by a list of fields: «Ministry of Economic Affairs, Labour and Housing»."""

from itertools import takewhile

from clustergraph.languages import LanguagePack
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token

__all__ = ["step_in_list_of_fields"]

_LONGEST = 12
"""Tokens of such a list."""


def step_in_list_of_fields(scene: Scene, start: int, index: int) -> int:
    """Return how many tokens the comma at ``index`` and the field behind it have, 0 for none.

    The run before it begins at ``start``.
    """
    pack, run = scene.pack, scene.tokens[start:index]
    if scene.tokens[index].text != "," or not any(_has_fields(token, pack) for token in run):
        return 0
    steps = _fields(scene, index + 1)
    if not steps or place_of(scene.tokens[index + 1 : index + 1 + steps], scene):
        return 0
    return steps + 1


def _has_fields(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it is a noun such as "ministry", by itself or as the end of a compound."""
    head = noun(token, pack)
    return token.lower in pack.departments or (head is not None and head.word in pack.departments)


def _fields(scene: Scene, index: int) -> int:
    """Return how many tokens the next field of such a list has, if an "and" is still to come."""
    tokens = scene.tokens[index : index + _LONGEST]
    fields = list(takewhile(lambda token: _may_be_field(token, scene), tokens))
    conjunctions = [i for i, t in enumerate(fields) if t.lower in scene.pack.conjunctions]
    if not conjunctions or conjunctions[0] == 0 or conjunctions[0] + 1 == len(fields):
        return 0
    if not any(token.is_name_like for token in fields[: conjunctions[0]]):
        return 0
    ends = (i for i, token in enumerate(fields) if i and not token.is_word)
    return min(conjunctions[0], next(ends, len(fields)))


def _may_be_field(token: Token, scene: Scene) -> bool:
    """Tell whether it may stand in a list of fields: no noun of a body, no function word."""
    pack = scene.pack
    if token.lower in pack.conjunctions | pack.of_words | pack.elisions or token.text == ",":
        return True
    is_adjective = pack.adjective.fullmatch(token.lower) is not None
    is_name = token.is_name_like and not token.is_acronym and noun(token, pack) is None
    return is_name or (is_adjective and token.lower not in pack.function_words)
