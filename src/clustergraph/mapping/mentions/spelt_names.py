"""Names that the acronym behind them spells: «Comité de la paix et des arbres (CPA)».

However long such a name is, and however few of its words have a capital, the acronym in brackets
tells where it begins.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from clustergraph.languages import Body, Head
from clustergraph.mapping.mentions.mention import Mention, Sign, preferred
from clustergraph.mapping.mentions.naming import kind_of_edition, name_mention
from clustergraph.mapping.mentions.nouns import head_of
from clustergraph.mapping.mentions.nouns_beside import noun_before
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, span_of

__all__ = ["find_spelt"]

_ACRONYM = regex.compile(r"\p{Lu}[\p{Lu}&-]{2,9}")
_LONGEST = 18
"""Tokens of a name, with its small words."""
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 4
"""Of an acronym that may leave out one word."""
_JOINING = frozenset({",", "-", "–", "&", "’", "'"})


def find_spelt(scene: Scene) -> Iterator[Mention]:
    """Yield the names whose initials are the letters in brackets behind them."""
    for index, (opening, acronym) in enumerate(pairwise(scene.tokens)):
        if opening.text == "(" and _ACRONYM.fullmatch(acronym.text):
            start = _beginning(scene, index, acronym.text)
            head = _head(scene, start, index) if start is not None else None
            if start is not None and head is not None:
                yield _mention(scene, scene.tokens[start:index], acronym.text, head)


def _mention(scene: Scene, name: Sequence[Token], acronym: str, head: Head) -> Mention:
    """Return the name with its acronym; a well-known body's key comes with that."""
    kind = kind_of_edition(scene, name, head)
    mention = name_mention(scene, span_of(name), Sign.LONG_NAME, kind=kind, head=head.word)
    for body in scene.gazetteer.bodies(acronym, scene.pack.code):
        if body.kind == head.kind or _is_called(body, mention):
            known_as = preferred(body.names)
            return replace(mention, kind=body.kind, gazetteer=body.key, known_as=known_as)
    return mention


def _is_called(body: Body, mention: Mention) -> bool:
    """Tell whether the body bears one of the names, whatever letters are capitals."""
    names = {name.casefold() for name in mention.names}
    return any(name.text.casefold() in names and not name.text.isupper() for name in body.names)


def _beginning(scene: Scene, end: int, acronym: str) -> int | None:
    """Return the index where the name begins that the acronym behind ``end`` spells."""
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    words, spare = 0, int(len(letters) >= _FEWEST_LETTERS)
    for index in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        token = scene.tokens[index]
        if scene.is_named(token) or not (token.is_word or token.text in _JOINING):
            return None
        if _is_small(token, scene):
            continue
        is_spelt = _initial(token) == letters[-1]
        if not is_spelt and not (spare and words):
            return None
        words += 1
        if not is_spelt:
            spare -= 1
            continue
        letters.pop()
        if not letters:
            return index if token.is_capital and words >= _FEWEST_WORDS else None
    return None


def _initial(token: Token) -> str:
    return token.text[0].casefold()


def _is_small(token: Token, scene: Scene) -> bool:
    """Tell whether the word has no letter in an acronym."""
    pack = scene.pack
    small = pack.linkers | pack.function_words | pack.of_words | pack.articles | pack.elisions
    return not token.is_word or (not token.is_capital and token.lower in small)


def _head(scene: Scene, start: int, end: int) -> Head | None:
    tokens: Sequence[Token] = scene.tokens[start:end]
    beside = noun_before(scene, span_of(tokens))
    return head_of(tokens, scene.pack) or (beside.head if beside else None)
