"""Runs of words with capitals: where they begin, how they go on, and which hold two names."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token

__all__ = ["find_runs"]

_NUMBER_IN_NAME = regex.compile(r"(?:19|20)\d\d|\d{1,3}")
_MOST_LINKERS = 3


def find_runs(scene: Scene) -> Iterator[tuple[Token, ...]]:
    """Yield the runs of the sentence, each of which makes one name."""
    position = 0
    while position < len(scene.tokens):
        end = _run_end(scene, position)
        for first, last in _cut(scene, position, end) if end > position else ():
            yield scene.tokens[first:last]
        position = max(end, position + 1)


# -- From beginning to end -----------------------------------------------------------------------


def _run_end(scene: Scene, start: int) -> int:
    """Return the index after the run that begins at ``start``; ``start`` when none does."""
    if not _can_begin(scene, start):
        return start
    end = start + 1
    while end < len(scene.tokens) and (step := _next_step(scene, end)):
        end += step
    return end


def _can_begin(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if not token.is_name_like or scene.pack.is_title(token.text) or scene.is_named(token):
        return False
    if scene.is_position(token) and not _says_of_what_kind(scene, index):
        return False
    if scene.opens(token.span.start):
        return token.lower not in scene.pack.function_words
    return token.is_acronym or token.lower not in scene.pack.articles


def _says_of_what_kind(scene: Scene, index: int) -> bool:
    """Tell whether a title of office belongs to the thing behind it: «Trainer Diploma»."""
    following = scene.tokens[index + 1 : index + 2]
    return any(token.is_capital and noun(token, scene.pack) for token in following)


def _next_step(scene: Scene, index: int) -> int:
    """Return how many tokens at ``index`` carry the run on: 0 ends it."""
    token, before = scene.tokens[index], scene.tokens[index - 1]
    if token.span.start > before.span.end + 1 or _bears_no_name(scene, token):
        return 0
    if token.is_name_like and not _ends_in_genitive(before):
        return 1
    if token.text == "." and scene.pack.is_company_form(before.text):
        return 1
    if token.text in {"&", "-", "–"}:
        return _if_followed(scene, index + 1, 1)
    if is_roman(token.text) or (
        _NUMBER_IN_NAME.fullmatch(token.text) and not _is_day(scene, index)
    ):
        return 1
    return _linker_step(scene, index)


def _bears_no_name(scene: Scene, token: Token) -> bool:
    is_other = scene.pack.is_title(token.text) or scene.is_position(token)
    return is_other or scene.is_named(token)


def _ends_in_genitive(token: Token) -> bool:
    return token.bare != token.text and len(token.text) > 2


def _linker_step(scene: Scene, index: int) -> int:
    """Step over the words that join the parts of a name: «of the», «and»."""
    length = 0
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


# -- Two names in one run ------------------------------------------------------------------------


def _cut(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "the A Agency and the B Institute" in two, but leave "Ministry of A and B" whole."""
    of = _of_after_person(scene, start, end) or _person_after_place(scene, start, end)
    if of:
        yield start, of
        yield from _cut(scene, _skip_linkers(scene, of, end), end)
        return
    at = next((i for i in range(start + 1, end - 1) if _joins_names(scene, start, i, end)), None)
    if at is None:
        yield start, end
        return
    yield from _cut(scene, start, at)
    yield from _cut(scene, _skip_linkers(scene, at + 1, end), end)


def _of_after_person(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "of" in «Ann Lee of World Bank», where a given name opens it."""
    if scene.tokens[start].text not in scene.pack.given_names:
        return None
    of_words = scene.pack.of_words
    return next((i for i in range(start + 2, end) if scene.tokens[i].lower in of_words), None)


def _person_after_place(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «Ruse Ivan Petrov» (the mayor of Ruse)."""
    if end - start < 3 or scene.tokens[start + 1].text not in scene.pack.given_names:
        return None
    return start + 1 if place_of(scene.tokens[start : start + 1], scene) else None


def _skip_linkers(scene: Scene, index: int, end: int) -> int:
    while index < end - 1 and scene.tokens[index].lower in scene.pack.linkers:
        index += 1
    return index


def _joins_names(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether the token is an "and" between two names rather than within one."""
    if scene.tokens[at].lower not in scene.pack.conjunctions & scene.pack.linkers:
        return False
    left = scene.tokens[start:at]
    right = scene.tokens[_skip_linkers(scene, at + 1, end) : end]
    if head_of(left, scene.pack) is None:
        return _is_second_name(right, scene) or place_of(left, scene) is not None
    return _is_complete(right, scene)


def _is_second_name(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words bear no noun and are no subject («DG Wood and Toy Policy»)."""
    return head_of(right, scene.pack) is None and right[-1].lower not in scene.pack.abstract


def _is_complete(right: Sequence[Token], scene: Scene) -> bool:
    if head_of(right, scene.pack) is not None or right[0].is_acronym:
        return True
    return place_of(right, scene) is not None
