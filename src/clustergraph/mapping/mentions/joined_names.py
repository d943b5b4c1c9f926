"""Whether an "and" joins two names or stands within one: «Ministry of A and B»."""

from collections.abc import Sequence

import regex

from clustergraph.languages import LanguagePack, is_listed_word
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token

__all__ = ["joins_names", "skip_linkers"]

_INNER_CAPITAL = regex.compile(r"\p{Ll}\p{Lu}")
_SHORTEST_OWN_WORD = 4
"""Letters."""
_LONGEST_BEFORE_AND = 2
"""Words of a place's name before its "and"."""


def joins_names(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether the token is an "and" between two names rather than within one."""
    if scene.tokens[at].lower not in scene.pack.conjunctions & scene.pack.linkers:
        return False
    left = scene.tokens[start:at]
    right = scene.tokens[skip_linkers(scene, at + 1, end) : end]
    if scene.ends_announced(scene.tokens[end - 1].span):
        return True
    if _goes_on_within(scene, start, at, end):
        return False
    if _is_a_person(right, scene) or _are_whole(left, right, scene):
        return True
    if head_of(left, scene.pack) is not None:
        return _is_complete(right, scene)
    return _are_two(scene, left, at, right)


def _goes_on_within(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether what stands before the "and" shows that it is within one name."""
    if scene.tokens[at - 1].text == "-" or _closes_a_list(scene, start, at):
        return True  # «Industrie- und Handelskammer»
    return _is_within_place(scene, start, at, end) or _repeats_of(scene, start, at, end)


def _are_two(scene: Scene, left: Sequence[Token], at: int, right: Sequence[Token]) -> bool:
    """Tell whether an "and" joins two names of which the first bears no noun."""
    if len(left) == 1 and left[0].is_acronym and _is_definite(scene, at + 1):
        return True  # «UNIDO and the Toy Centre of the Union»
    is_sign = scene.tokens[at].text == "&"  # «Tyrol Wood & Toys» is one
    return not is_sign and (_is_second_name(right, scene) or place_of(left, scene) is not None)


def _is_definite(scene: Scene, index: int) -> bool:
    return scene.tokens[index].lower in scene.pack.definite & scene.pack.articles


def _repeats_of(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether a second "of" goes on with the name: «Bureau de Presse et | d’Action Locale»."""
    ofs = scene.pack.of_words if scene.pack.head_first else frozenset()
    words = [token.lower for token in scene.tokens[start : at + 2]]
    if not words or words[-1] not in ofs or ofs.isdisjoint(words[:-2]):
        return False
    index = skip_linkers(scene, at + 1, end)
    first = scene.tokens[index]
    if index == end - 1 and first.is_acronym:
        return False  # «Junta de Castilla y León y | del CTLU»
    head = noun(first, scene.pack)
    return head is None or head.kind not in BODIES or first.lower in scene.pack.abstract


def _is_within_place(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether it is the "and" of «(Junta de) Castilla y León»."""
    firsts = range(max(start, at - _LONGEST_BEFORE_AND), at)
    return any(
        place_of(scene.tokens[first:last], scene) is not None
        for first in firsts
        for last in range(at + 2, end + 1)
    )


def _closes_a_list(scene: Scene, start: int, at: int) -> bool:
    """Tell whether it is the first "and" behind the commas of «Ministry of A, B | and C»."""
    before = [token.lower for token in scene.tokens[start:at]]
    return "," in before and scene.pack.conjunctions.isdisjoint(before)


def _is_a_person(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether it is the name of somebody: «Toy Agency and | Tom Reed»."""
    if len(right) not in {2, 3} or not all(token.is_name_like for token in right):
        return False
    is_given = right[0].text in scene.pack.given_names
    return is_given and not any(noun(token, scene.pack) for token in right)


def _are_whole(left: Sequence[Token], right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether two names end with their noun, or are no words of the dictionary.

    «Wood Development Cluster and | Toyland», «the Dutch ZORVO and | ToyForest Cluster».
    """
    pack = scene.pack
    if pack.head_first or pack.capitalises_nouns or any(t.lower in pack.of_words for t in left):
        return False
    if len(left) > 1 and noun(left[-1], pack) and left[-1].lower not in pack.abstract:
        return not is_listed_word(right[0].lower, pack.code)
    if len(left) == 1 and left[0].is_acronym and _is_own_word(left[0], pack):
        return right[0].is_acronym or _is_own_word(right[0], pack)
    return _is_own_word(left[-1], pack) and _is_own_word(right[0], pack)


def _is_own_word(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word was made for a name: «ToyForest», ZORVO, but not ICT."""
    is_short = len(token.text) < _SHORTEST_OWN_WORD
    return not (is_short or is_listed_word(token.lower, pack.code))


def _is_second_name(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words bear no noun and are no subject («DG Wood and Toy Policy»).

    Where the noun stands first, words that begin with one are a name of their own.
    """
    if scene.pack.head_first and noun(right[0], scene.pack):
        return True
    return head_of(right, scene.pack) is None and right[-1].lower not in scene.pack.abstract


def _is_complete(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words are a name; not the last of «Ministerio de Ciencia y Clústeres».

    Nor is a noun in the genitive: «Ministerul Apelor și | Administrației».
    """
    if len(right) == 1 and scene.pack.head_first:
        is_genitive = right[0].lower in scene.pack.nominatives
        if is_genitive or is_plural_noun(right[0], scene.pack):
            return False
    if head_of(right, scene.pack) is not None or right[0].is_acronym:
        return True
    if _INNER_CAPITAL.search(right[0].text):
        return True  # «el Ministerio y | woodPulsa Perú»
    return place_of(right, scene) is not None


def skip_linkers(scene: Scene, index: int, end: int) -> int:
    """Return the index of the first word from there on that is no linker, or of the last word."""
    while index < end - 1 and scene.tokens[index].lower in scene.pack.linkers:
        index += 1
    return index
