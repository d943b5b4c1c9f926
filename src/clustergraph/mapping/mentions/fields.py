"""Bodies that are named by a list of fields: «Ministry of Economic Affairs, Labour and Housing»."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from clustergraph.languages import LanguagePack
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token

__all__ = ["end_of_repeated_fields", "step_in_list_of_fields"]

_LONGEST = 12
"""Tokens of such a list."""


def step_in_list_of_fields(scene: Scene, start: int, index: int) -> int:
    """Return how many tokens the comma at ``index`` and the field behind it have, 0 for none.

    The run before it begins at ``start``.
    """
    pack, run = scene.pack, scene.tokens[start:index]
    if scene.tokens[index].text != "," or not any(_has_fields(token, pack) for token in run):
        return 0
    if place_of(run[-1:], scene):
        return 0  # «Chamber of Commerce of Lyon, Zorvo and Zarla» are several
    steps = _fields(scene, index + 1)
    if not steps or place_of(scene.tokens[index + 1 : index + 1 + steps], scene):
        return 0
    return steps + 1


def end_of_repeated_fields(scene: Scene, start: int, end: int) -> int:
    """Return the index after «, de l’Énergie et des Mines» behind «ministère de l’Industrie».

    Each field has an "of" of its own there, and an "and" before the last; else it is ``end``.
    """
    pack = scene.pack
    if not pack.head_first or not any(_has_fields(t, pack) for t in scene.tokens[start:end]):
        return end
    index = end + _adjectives(scene.tokens[end : end + _LONGEST], pack)
    while step := _repeated_field(scene, index):
        is_last = scene.tokens[index].text != ","
        index += step
        if is_last:
            return index
    return end


def _repeated_field(scene: Scene, index: int) -> int:
    """Return how many tokens «, de l’Énergie» or «et des Mines» has there, 0 where none is."""
    pack, tokens = scene.pack, scene.tokens[index : index + _LONGEST]
    joins = bool(tokens) and (tokens[0].text == "," or tokens[0].lower in pack.conjunctions)
    if not joins or len(tokens) < 2 or tokens[1].lower not in pack.of_words:
        return 0
    links = pack.of_words | pack.articles | pack.elisions
    field = list(dropwhile(lambda token: token.lower in links, tokens[1:]))
    if not field or not _names_a_field(field[0], scene):
        return 0
    return len(tokens) - len(field) + 1 + _adjectives(field[1:], pack)


def _adjectives(tokens: Sequence[Token], pack: LanguagePack) -> int:
    """Return how many adjectives in lower case begin the tokens."""
    common = takewhile(lambda t: not t.is_capital and t.lower not in pack.function_words, tokens)
    return len([*takewhile(lambda t: pack.adjective.fullmatch(t.lower), common)])


def _names_a_field(token: Token, scene: Scene) -> bool:
    """Tell whether it is no body and no place: «et de la Fondation», «et de la France»."""
    head = noun(token, scene.pack)
    is_body = head is not None and head.kind in BODIES and token.lower not in scene.pack.abstract
    return token.is_name_like and not is_body and place_of([token], scene) is None


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
    """Tell whether it may stand in a list of fields: no noun of one body, no function word."""
    pack = scene.pack
    if token.lower in pack.conjunctions | pack.of_words | pack.elisions or token.text == ",":
        return True
    is_adjective = pack.adjective.fullmatch(token.lower) is not None
    is_one = noun(token, pack) is not None and not is_plural_noun(token, pack)  # unlike «Schools»
    is_name = token.is_name_like and not token.is_acronym and not is_one
    return is_name or (is_adjective and token.lower not in pack.function_words)
