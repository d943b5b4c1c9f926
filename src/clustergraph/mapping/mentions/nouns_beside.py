"""The nouns that tell what a name is from beside it: before it, behind it or joined to it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from clustergraph.languages import Head, LanguagePack
from clustergraph.mapping.kinds import ACTIVITIES
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, without_genitive
from clustergraph.model import Span

__all__ = [
    "NounBeside",
    "activity_further_back",
    "noun_after",
    "noun_apposed",
    "noun_before",
    "noun_further_back",
    "noun_joined",
]

_QUOTES = '"“„«'
_NOUNS_BEFORE = 2
"""How many tokens before a name the noun may stand that types it."""
_NOUNS_AFTER = 2
_MOST_INTRODUCING = 5
"""Tokens of «unter dem Titel „»."""
_FARTHEST_AFTER = 20
"""Characters."""
_LONGEST_COMPLEMENT = 6
_APPOSING = frozenset({",", "–", "—", "-"})
_LONGEST_APPOSITION = 6


class NounBeside(NamedTuple):
    """A noun that stands beside a name and types it."""

    span: Span
    head: Head


def noun_after(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that ends a name: «Blue Sky programme», «Silver hotel»."""
    if scene.pack.head_first or without_genitive(scene.text(span)) != scene.text(span):
        return None
    found = None
    for word in scene.after(span.end)[:_NOUNS_AFTER]:
        if not _may_be_noun(word, scene.pack.function_words):
            break
        head = noun(word, scene.pack)
        if head is not None and word.span.start <= span.end + _FARTHEST_AFTER:
            found = NounBeside(word.span, head)
    return found


def noun_joined(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that a hyphen joins to a name in quotes: «das „Alpha“-Programm»."""
    following = scene.after(span.end)[:2]
    if len(following) < 2 or following[0].text != "-" or following[0].span.start != span.end:
        return None
    head = noun(following[1], scene.pack)
    return NounBeside(following[1].span, head) if head else None


def _may_be_noun(token: Token, function_words: Collection[str]) -> bool:
    return token.is_word and not token.is_capital and token.lower not in function_words


def noun_before(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun that introduces a name: «projektu „…”», «the firm Alpha», «клъстер БОР»."""
    before = scene.before(span.start)[::-1]
    said = _introducing(before, scene.pack)
    unsaid = before[said : max(_NOUNS_BEFORE + 1, said + _NOUNS_BEFORE)]
    if said and unsaid and unsaid[0].text == ",":
        unsaid = unsaid[1:]  # «el proyecto, denominado “Alfa”»
    token = next((token for token in unsaid if not _describes(token, scene.pack)), None)
    head = noun(token, scene.pack) if token is not None else None
    if token is None or head is None:
        return None
    is_common = not token.is_capital or scene.pack.head_first or scene.opens(token.span.start)
    return _outer(NounBeside(token.span, head), scene) if is_common else None


def _outer(beside: NounBeside, scene: Scene) -> NounBeside:
    """Return the noun that says what it is: «programa | de capacitación “Alfa”» is a programme."""
    before = scene.before(beside.span.start)[-2:]
    if beside.head.kind not in ACTIVITIES or len(before) < len(("programa", "de")):
        return beside
    outer = noun(before[0], scene.pack) if before[1].lower in scene.pack.plain_of else None
    if outer is None or outer.kind not in ACTIVITIES:
        return beside
    return NounBeside(before[0].span.hull(beside.span), outer)


def _introducing(before: Sequence[Token], pack: LanguagePack) -> int:
    """Return how many tokens, read backwards, lead to the name: «dal titolo “», "under the name".

    Articles and prepositions do so before "title" and "name" alone.
    """
    links = pack.function_words - pack.conjunctions - pack.copulas
    count, is_named = 0, False
    for token in before[:_MOST_INTRODUCING]:
        introduces = _introduces(token, pack)
        if not introduces and not (is_named and token.lower in links):
            break
        is_named = is_named or token.lower in pack.naming_words
        count += 1
    return count


def _introduces(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it stands right before a name: quotes, "called"."""
    if token.text in _QUOTES or token.text in {".", "#"} or token.is_code:
        return True
    return token.lower in pack.naming_words


def _describes(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it is an adjective between noun and name: «projet européen „Alfa“»."""
    if not pack.head_first or token.is_capital or token.lower in pack.function_words:
        return False
    is_adjective = pack.adjective.fullmatch(token.lower) is not None
    return is_adjective and noun(token, pack) is None


def noun_apposed(scene: Scene, span: Span) -> Head | None:
    """Return what a name is said to be: «Alpha, a Catalan cluster», «„Alpha“ is a project»."""
    opening, *following = scene.after(span.end)[: _LONGEST_APPOSITION + 1] or (None,)
    if opening is None or not (opening.text in _APPOSING or opening.lower in scene.pack.copulas):
        return None
    if _begins_relative_clause(following, scene):
        following = following[2:]
    for index, word in enumerate(following):
        head = noun(word, scene.pack) if not word.is_capital else None
        if head is not None and not head.plural and not _qualifies(following[index + 1 :], scene):
            is_other = _is_where(scene, span) or _opens_a_clause(scene, span, following)
            return None if head.kind in ACTIVITIES and is_other else head
        if not _may_stand_before_noun(word, index, scene):
            return None
    return None


def _opens_a_clause(scene: Scene, span: Span, following: Sequence[Token]) -> bool:
    """Tell whether the noun is what the name belongs to: «organised by Alpha, the meeting …».

    A name in quotes is what the definite noun behind it says.
    """
    pack, before = scene.pack, scene.token_before(span.start)
    is_definite = following[0].lower in pack.articles - pack.indefinite
    if before is None or not is_definite or scene.text(span)[:1] in _QUOTES:
        return False
    return before.lower in pack.function_words - pack.articles


def _is_where(scene: Scene, span: Span) -> bool:
    """Tell whether the name says where something is: «la Zorvia, conferința …»."""
    before = scene.token_before(span.start)
    return before is not None and before.lower in scene.pack.place_prepositions


def _begins_relative_clause(words: Sequence[Token], scene: Scene) -> bool:
    """Tell whether it is the "which is" of «Alpha, which is the agency of …»."""
    if len(words) < 2 or words[1].lower not in scene.pack.copulas:
        return False
    return scene.pack.relative.fullmatch(words[0].lower) is not None


def _qualifies(following: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the noun only qualifies the next word: «a company director»."""
    if scene.pack.head_first or not following:
        return False
    return _may_be_noun(following[0], scene.pack.function_words)


def _may_stand_before_noun(word: Token, index: int, scene: Scene) -> bool:
    pack = scene.pack
    if word.lower in pack.articles | pack.indefinite:
        return index <= 1
    if scene.is_position(word) or word.lower in pack.function_words or not word.is_word:
        return False
    if pack.head_first:
        return pack.adjective.fullmatch(word.lower) is not None
    return not word.is_capital or word.lower in pack.demonyms


def noun_further_back(scene: Scene, span: Span) -> NounBeside | None:
    """Return the noun of a name whose complement stands between: «програмата за растеж „Алфа“»."""
    pack = scene.pack
    following = ""
    for token in reversed(scene.before(span.start)[-_LONGEST_COMPLEMENT:]):
        head = noun(token, pack)
        if head is not None:
            is_joined = following in pack.complements | pack.plain_of
            return NounBeside(token.span, head) if is_joined else None
        if not _may_be_noun(token, pack.function_words - pack.complements - pack.plain_of):
            return None
        following = token.lower
    return None


def activity_further_back(scene: Scene, span: Span) -> NounBeside | None:
    """Return the activity's noun that genitives part from the name.

    «программы поддержки женщин «…»», «проекта Минэкономики России «…»»; a body in between that may
    bear the name itself («проекта Ассоциации пекарей «…»») leaves it open. None where the language
    shows no genitives by their endings.
    """
    if not scene.pack.goes_on_in_genitive:
        return None
    for token in reversed(scene.before(span.start)[-_LONGEST_COMPLEMENT:]):
        head = noun(token, scene.pack)
        if head is not None and head.kind in ACTIVITIES:
            return NounBeside(token.span, head)
        if not _may_be_of_an_activity(token, head, scene.pack):
            return None
    return None


def _may_be_of_an_activity(token: Token, head: Head | None, pack: LanguagePack) -> bool:
    """Tell whether the word may say whose or what an activity is: fields, places, ministries."""
    if head is not None:
        return token.lower in pack.departments
    if token.is_capital or token.text in _QUOTES or token.text == "-":
        return True
    is_word = token.is_word and token.lower not in pack.function_words
    return is_word and pack.genitive.fullmatch(token.lower) is not None
