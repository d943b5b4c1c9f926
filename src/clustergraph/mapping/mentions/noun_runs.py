"""Runs of capitals where every noun has one: which of them are names (German).

A name has a word that is no common noun, or the noun of a body with more beside it; «Vertreter der
Agentur», «Erfolg» and «Clusterkonferenz» are none.
"""

from collections.abc import Iterator, Sequence

from clustergraph.languages import is_dictionary_word
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, without_gender

__all__ = ["goes_on_among_nouns", "names_among_nouns", "never_in_a_name"]

_MOST_LINKERS, _MOST_ADJECTIVES = 2, 2


def never_in_a_name(token: Token, scene: Scene) -> bool:
    """Tell whether the word ends a run: a noun of the pack's list, of men and women, or a month."""
    if token.lower in scene.pack.common_nouns:
        return True
    if token.lower in scene.pack.months and token.text not in scene.pack.given_names:
        return True  # unlike «Jan»
    return without_gender(token.lower) != token.lower


def goes_on_among_nouns(scene: Scene, start: int, index: int) -> int:
    """Return by how many tokens the run goes on over words in lower case, 0 for none.

    «Bundesministerium | für Bildung | und Forschung» does, «Vertreter | der Agentur» does not.
    """
    run = scene.tokens[start:index]
    if not any(_is_named_by_fields(token, scene) for token in run):
        return 0
    at = index
    while at - index < _MOST_LINKERS and _at(scene, at).lower in scene.pack.linkers:
        at += 1
    linkers = scene.tokens[index:at]
    while linkers and at < len(scene.tokens) - 1 and _is_adjective(_at(scene, at), scene):
        at += 1
    if not linkers or at - index > _MOST_LINKERS + _MOST_ADJECTIVES:
        return 0
    return at - index + 1 if _may_follow(linkers, _at(scene, at), run, scene) else 0


def names_among_nouns(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the names of a run stand; without the noun before them, if that stands apart."""
    start = _person(scene, start, end)
    if _only_describes(scene.tokens[start:end], scene):
        return
    while end - start > 1 and _stands_apart(scene.tokens[start], scene):
        rest = scene.tokens[start + 1 : end]
        if place_of(_without_number(rest), scene) or not any(token.is_word for token in rest):
            break  # «Holz-Initiative Linz», «Jahrestagung 2018»
        start += 1
    if end - start == 2 and _is_of_a_town(scene.tokens[start], scene):
        start += bool(noun(scene.tokens[start + 1], scene.pack))
    if _is_name(scene.tokens[start:end], scene):
        yield start, end


def _is_common_noun(token: Token, scene: Scene) -> bool:
    """Tell whether the word is a noun of the dictionary, or put together of such."""
    pack = scene.pack
    is_headed = noun(token, pack) is not None  # «Fraunhofer-Institut»
    last = token.text if is_headed else token.text.rpartition("-")[2] or token.text
    if last[1:] != last[1:].lower() or token.text in pack.given_names:
        return False  # an acronym, or «ecoPlus»
    return token.lower in pack.common_nouns or is_dictionary_word(token.text, pack.code)


def _without_number(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens without the year of «(Holzwoche) Tirol 2019»."""
    return tokens[:-1] if len(tokens) > 1 and tokens[-1].text.isdecimal() else tokens


def _at(scene: Scene, index: int) -> Token:
    return scene.tokens[min(index, len(scene.tokens) - 1)]


def _is_named_by_fields(token: Token, scene: Scene) -> bool:
    head = noun(token, scene.pack)
    return head is not None and head.word in scene.pack.departments


def _is_adjective(token: Token, scene: Scene) -> bool:
    is_lower = token.is_word and not token.is_capital
    return is_lower and scene.pack.adjective.fullmatch(token.lower) is not None


def _may_follow(linkers: Sequence[Token], token: Token, run: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the word belongs to the name that the linkers join it to."""
    pack = scene.pack
    first, head = linkers[0].lower, noun(token, pack)
    is_field = head is not None and head.kind in GATHERINGS and first in pack.complements
    if not token.is_name_like or never_in_a_name(token, scene) or (head and not is_field):
        return False
    if first in pack.complements:
        return True
    if first in pack.conjunctions:
        return _is_common_noun(token, scene) and any(t.lower in pack.complements for t in run)
    return _is_common_noun(token, scene)


def _person(scene: Scene, start: int, end: int) -> int:
    """Return the index of the given name in «Gastgeber Thomas Huber», else the start."""
    for index in range(start + 1, end - 1):
        if scene.tokens[index].text in scene.pack.given_names:
            before = scene.tokens[start:index]
            is_other = all(_is_common_noun(t, scene) and not noun(t, scene.pack) for t in before)
            return index if is_other else start
    return start


def _only_describes(tokens: Sequence[Token], scene: Scene) -> bool:
    """Tell whether it is such as «Luftfahrt- und Raumfahrtcluster», unlike a chamber's name."""
    is_short = len(tokens) > 1 and tokens[1].text == "-"
    return (
        is_short
        and noun(tokens[-1], scene.pack) is not None
        and not any(_is_named_by_fields(token, scene) for token in tokens)
    )


def _stands_apart(token: Token, scene: Scene) -> bool:
    head = noun(token, scene.pack)
    return head is not None and head.apart


def _is_of_a_town(token: Token, scene: Scene) -> bool:
    """Tell whether it is such as «Wiener», which has a capital in any case."""
    pack = scene.pack
    is_inflected = pack.adjective.fullmatch(token.lower) is not None
    return token.lower in pack.demonyms and token.lower.endswith("er") and not is_inflected


def _is_name(tokens: Sequence[Token], scene: Scene) -> bool:
    heads = [noun(token, scene.pack) for token in tokens]
    if any(heads):
        return True  # a noun alone is a matter of whom the document has named
    if any(place_of(tokens[:end], scene) for end in range(1, len(tokens) + 1)):
        return True
    return not all(_is_common_noun(token, scene) for token in tokens)
