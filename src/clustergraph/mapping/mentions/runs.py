"""Runs of words with capitals: where they begin and how they go on."""

from collections.abc import Iterator

import regex

from clustergraph.languages import LanguagePack, readings
from clustergraph.mapping.mentions.cuts import cut_into_names
from clustergraph.mapping.mentions.fields import step_in_list_of_fields
from clustergraph.mapping.mentions.noun_runs import (
    goes_on_among_nouns,
    names_among_nouns,
    never_in_a_name,
)
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token

__all__ = ["find_runs"]

_NUMBER_IN_NAME = regex.compile(r"(?:19|20)\d\d|\d{1,3}|\d\.\d")
_JOINING_SIGNS = frozenset("&-–+")
_MOST_LINKERS = 3
_VERBS = frozenset({"aglt", "fin", "praet", "impt", "imps", "inf", "pcon", "pant", "bedzie"})
"""How the tags of a verb's forms begin."""


def find_runs(scene: Scene) -> Iterator[tuple[Token, ...]]:
    """Yield the runs of the sentence, each of which makes one name."""
    if scene.is_shouted:
        return
    position = 0
    while position < len(scene.tokens):
        end = _run_end(scene, position)
        for first, last in _names_in(scene, position, end) if end > position else ():
            yield scene.tokens[first:last]
        position = max(end, position + 1)


def _names_in(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in cut_into_names(scene, start, end):
        if scene.pack.capitalises_nouns:
            yield from names_among_nouns(scene, first, last)
        else:
            yield first, last


# -- From beginning to end -----------------------------------------------------------------------


def _run_end(scene: Scene, start: int) -> int:
    """Return the index after the run that begins at ``start``; ``start`` when none does."""
    if not _can_begin(scene, start):
        return start
    end = start + 1
    while end < len(scene.tokens) and (step := _step(scene, start, end)):
        end += step
    return end


def _step(scene: Scene, start: int, index: int) -> int:
    """Return how many tokens at ``index`` carry the run on that began at ``start``."""
    return (
        _next_step(scene, index)
        or (scene.pack.capitalises_nouns and goes_on_among_nouns(scene, start, index))
        or step_in_list_of_fields(scene, start, index)
    )


def _can_begin(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if not token.is_name_like or scene.pack.is_title(token.text) or scene.is_named(token):
        return False
    if scene.pack.capitalises_nouns and never_in_a_name(token, scene):
        return _if_cut_short(scene, index + 1) > 0
    if scene.is_position(token) and not _says_of_what_kind(scene, index):
        return False
    if scene.opens(token.span.start):
        return token.lower not in scene.pack.function_words and not _is_verb(token, scene.pack)
    return token.is_acronym or token.lower not in scene.pack.articles


def _is_verb(token: Token, pack: LanguagePack) -> bool:
    """Tell whether a word that opens the sentence is a verb: «Spotkaliśmy Klaster Leśny»."""
    known = readings(token.lower, pack.code)
    return bool(known) and all(reading.tags[0] in _VERBS for reading in known)


def _says_of_what_kind(scene: Scene, index: int) -> bool:
    """Tell whether a title of office belongs to the thing behind it: «Trainer Diploma»."""
    following = scene.tokens[index + 1 : index + 2]
    is_before_noun = any(t.is_capital and noun(t, scene.pack) for t in following)
    return is_before_noun and not scene.pack.head_first


def _next_step(scene: Scene, index: int) -> int:
    """Return how many tokens at ``index`` carry the run on: 0 ends it."""
    token, before = scene.tokens[index], scene.tokens[index - 1]
    if token.span.start > before.span.end + 1 or _bears_no_name(scene, token):
        return 0
    is_stop = token.text == "." and scene.pack.is_company_form(before.text)
    if is_stop or (token.is_name_like and not _ends_in_genitive(before)):
        return 1
    if token.text in _JOINING_SIGNS:
        return _sign_step(scene, index)
    if _is_number(scene, index):
        return 1
    return 0 if scene.pack.capitalises_nouns else _linker_step(scene, index)


def _is_number(scene: Scene, index: int) -> bool:
    text = scene.tokens[index].text
    if is_roman(text):
        return True
    return _NUMBER_IN_NAME.fullmatch(text) is not None and not _is_day(scene, index)


def _sign_step(scene: Scene, index: int) -> int:
    """Step over «&» or a dash, but not where the dash explains: "Lyon – A conference"."""
    if _follows_acronym(scene, index) or _opens_a_clause(scene, index):
        return 0
    return _if_followed(scene, index + 1, 1) or _if_cut_short(scene, index)


def _follows_acronym(scene: Scene, index: int) -> bool:
    """Tell whether it is a dash between blanks, and an acronym by itself stands before it.

    Then the name behind it explains it: «NTI – Northern Toy Institute».
    """
    before, token = scene.tokens[index - 1], scene.tokens[index]
    opens = index < 2 or not scene.tokens[index - 2].is_name_like
    is_dash = token.text in {"-", "–"} and token.span.start > before.span.end
    return is_dash and before.is_acronym and opens


def _opens_a_clause(scene: Scene, index: int) -> bool:
    before, token, *following = scene.tokens[index - 1 : index + 2]
    is_apart = token.span.start > before.span.end
    pack = scene.pack
    is_new = any(
        (t.lower in pack.function_words and not t.is_acronym) or (pack.head_first and noun(t, pack))
        for t in following
    )
    return is_apart and is_new


def _if_cut_short(scene: Scene, index: int) -> int:
    """Step over «- und» in «Industrie- und Handelskammer»."""
    hyphen, before = scene.tokens[min(index, len(scene.tokens) - 1)], scene.tokens[index - 1]
    following = scene.tokens[index + 1 : index + 2]
    is_short = hyphen.span.start == before.span.end and hyphen.text == "-"
    if not is_short or not any(t.lower in scene.pack.conjunctions for t in following):
        return 0
    return _if_followed(scene, index + 2, 2)


def _bears_no_name(scene: Scene, token: Token) -> bool:
    if scene.pack.capitalises_nouns and never_in_a_name(token, scene):
        return True
    is_other = scene.pack.is_title(token.text) or scene.is_position(token)
    return is_other or scene.is_named(token)


def _ends_in_genitive(token: Token) -> bool:
    return token.bare != token.text and len(token.text) > 2


def _linker_step(scene: Scene, index: int) -> int:
    """Step over the words that join the parts of a name: «of the», «and»."""
    length = 0
    if scene.pack.head_first and scene.tokens[index].lower in scene.pack.articles:
        return 0  # «en Vigo la III Jornada»
    for token in scene.tokens[index : index + _MOST_LINKERS]:
        if token.lower not in scene.pack.linkers:
            break
        length += 1
    return _if_followed(scene, index + length, length + 1) if length else 0


def _if_followed(scene: Scene, index: int, step: int) -> int:
    """Return the step if a word with a capital stands at the index."""
    following = scene.tokens[index : index + 1]
    goes_on = any(t.is_name_like and not _bears_no_name(scene, t) for t in following)
    return step if goes_on else 0


def _is_day(scene: Scene, index: int) -> bool:
    months = scene.pack.months
    neighbours = (scene.tokens[index - 1], *scene.tokens[index + 1 : index + 2])
    return any(token.lower in months for token in neighbours)
