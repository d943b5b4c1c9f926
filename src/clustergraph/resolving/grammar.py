"""What a language's pack tells of names, folded: its nouns, numbers, and words that tell nothing.

A language without a pack has none of them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from clustergraph.folding import fold
from clustergraph.languages import load_pack, pack_languages
from clustergraph.resolving.words import respelled, turning

__all__ = ["Grammar", "grammar_of", "is_given_name"]

_NUMBERED: Final = re.compile(r"(\d+)([a-z]+)")
_NO_WORDS: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words of a language that names are made of, folded.

    ``articles`` and ``joints`` ("and") tell nothing; what follows an ``of`` may stand before the
    rest without it. ``pointing`` words, not folded, speak of something said before. ``nouns`` say
    what a thing is. ``demonym`` gives the place that an adjective belongs to, or nothing;
    ``is_given_name`` is asked of folded words.
    """

    articles: frozenset[str] = _NO_WORDS
    joints: frozenset[str] = _NO_WORDS
    of: str = ""
    pointing: frozenset[str] = _NO_WORDS
    nouns: frozenset[str] = _NO_WORDS
    ordinals: Mapping[str, str]
    ordinal_endings: frozenset[str] = _NO_WORDS
    respelled: Mapping[str, str]
    demonym: Callable[[str], str] = lambda _: ""
    is_adjective: Callable[[str], bool] = lambda _: False
    is_given_name: Callable[[str], bool] = lambda _: False

    def telling(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the words that tell something, each in the one way it is compared in."""
        start = 1 if len(words) > 1 and words[0] in self.articles else 0
        last = len(words) - 1
        return tuple(
            self._one_way(word)
            for position, word in enumerate(words)
            if position >= start
            and not (word in self.joints and start < position < last)
            and not (word in self.ordinal_endings and words[position - 1].isdigit())
        )

    def _one_way(self, word: str) -> str:
        """Spell a word in the way in which its spellings are compared; ordinals in figures."""
        numbered = _NUMBERED.fullmatch(word)
        if numbered and numbered[2] in self.ordinal_endings:
            return numbered[1]
        cuts = (cut for cut in range(len(word)) if word[cut:] in self.respelled)
        cut = next(cuts, len(word))
        return self.ordinals.get(word) or word[:cut] + self.respelled.get(word[cut:], "")

    def inverted(self, words: Sequence[str]) -> tuple[str, ...]:
        """Put what follows the only "of" to the front; empty where there is no such word.

        >>> grammar_of("en").inverted(("university", "of", "the", "aegean"))
        ('aegean', 'university')
        """
        if words.count(self.of) != 1 or self.of in {words[0], words[-1]}:
            return ()
        at = words.index(self.of)
        return (*self._without_article(words[at + 1 :]), *words[:at])

    def _without_article(self, words: Sequence[str]) -> Iterator[str]:
        yield from words[1:] if len(words) > 1 and words[0] in self.articles else words


@cache
def grammar_of(language: str) -> Grammar:
    """Read the grammar of a language from its pack."""
    if language not in pack_languages():
        return Grammar(ordinals={}, respelled={})
    pack = load_pack(language)
    return Grammar(
        articles=_folded(pack.articles & (pack.definite | pack.indefinite)),
        joints=_folded(pack.conjunctions),
        of=turning().get(language, ""),
        pointing=pack.definite,
        nouns=_folded(pack.heads),
        ordinals={fold(word): str(number) for word, number in pack.ordinals.items()},
        ordinal_endings=_folded(pack.ordinal_endings),
        respelled=respelled().get(language, {}),
        demonym=pack.demonym,
        is_adjective=lambda word: pack.adjective.fullmatch(word) is not None,
        is_given_name=lambda word: (
            not pack.given_names.isdisjoint(_spelled(language).get(word, ()))
        ),
    )


def is_given_name(word: str, language: str) -> bool:
    """Tell whether a folded word is a given name in the language, or in English."""
    return any(grammar_of(code).is_given_name(word) for code in (language, "en"))


@cache
def _spelled(language: str) -> Mapping[str, Sequence[str]]:
    """Return what may be given names by how they fold.

    Which of them are words of the language takes seconds to ask of all, and of few matters.
    """
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in load_pack(language).given_names.candidates:
        names[fold(name)].append(name)
    return names


def _folded(words: Collection[str]) -> frozenset[str]:
    return frozenset(map(fold, words)) - {""}
