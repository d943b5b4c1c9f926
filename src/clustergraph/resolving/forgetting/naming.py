"""How one thing is called, and where a text calls it so, in whatever form, order or script.

A word of a text is a form of a word of the name when it begins as that one does ("Nowackiego"),
or sounds so («Новацки»). Rather too much is found than too little. What is done about it is
decided elsewhere.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final, Self

from clustergraph.folding import fold
from clustergraph.model import LangString, Span
from clustergraph.resolving.grammar import is_given_name
from clustergraph.resolving.spelling import sound

__all__ = ["Naming"]

_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*")
"""Letters and figures, with marks and invisible signs that stand within a word."""
_WIDEST_GAP: Final = 4
"""Characters between two words of a name: a comma and a blank, a line's end, a mark of bold."""
_CHANGING_LETTERS: Final = 2
"""At the end of a word, by declension: Kowalska, Kowalskiej."""
_ADDED_LETTERS: Final = 4
_UNDECLINED_LETTERS: Final = 3
"""So short a word is only itself: what begins like it is mostly something else."""
_SHORTEST_JOINED: Final = 6
_ADDRESS_BEFORE: Final = frozenset("@./_-")
_ADDRESS_AFTER: Final = re.compile(r"@|[./_-]\w")
_CAPITALS_OF_A_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, where it stands, and whether it may be a name by the way it is written."""

    folded: str
    span: Span
    is_name_like: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A word of a name; ``is_sure`` where an initial or a beginning of two letters won't do."""

    folded: str
    is_sure: bool


_Wording = tuple[_Wanted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The names of one thing.

    ``wordings`` are whole names, word by word; ``alone`` are words that may stand for it where it
    is known who is spoken of: a person's surname.
    """

    wordings: frozenset[_Wording]
    joined: frozenset[str]
    alone: frozenset[str]

    @classmethod
    def of(
        cls, labels: Iterable[LangString], others: Iterable[LangString] = (), *, is_person: bool
    ) -> Self:
        """Make it of all that a thing is called; of ``others`` only what is a name counts."""
        proper = [name for name in others if _is_proper(name.text)]
        told = [_Told(name, is_person=is_person) for name in (*labels, *proper)]
        wordings = {wording for each in told for wording in each.wordings}
        return cls(
            wordings=frozenset(wordings),
            joined=frozenset(filter(None, map(_joined, wordings))),
            alone=frozenset(surname for each in told for surname in each.surnames),
        )

    @property
    def is_of_person(self) -> bool:
        """Whether it is how a person is called."""
        return bool(self.alone)

    @property
    def spellings(self) -> list[str]:
        """What to look it up by in an index of names, folded."""
        whole = {" ".join(word.folded for word in wording) for wording in self.wordings}
        return sorted(whole | self.alone)

    def whole(self, text: str) -> list[Span]:
        """Return where the whole name stands."""
        return list(self._whole(_words(text)))

    def by_surname(self, text: str, *, spared: Collection[str] = ()) -> list[Span]:
        """Return where words stand, written as names are, that may stand for the whole name.

        ``spared`` are those of ``alone`` that may stand for something else here.
        """
        wanted = self.alone.difference(spared)
        return [
            word.span
            for word in (_words(text) if wanted else ())
            if word.is_name_like and any(_is_sure_form(word.folded, name) for name in wanted)
        ]

    def shared_with(self, text: str) -> frozenset[str]:
        """Return which of the words that may stand for it are in the text too."""
        words = [word.folded for word in _words(text)]
        return frozenset(
            name for name in self.alone if any(_is_sure_form(word, name) for word in words)
        )

    def is_all_of(self, text: str) -> bool:
        """Tell whether the text is a whole name of it and nothing else."""
        words = _words(text)
        hull = Span(words[0].span.start, words[-1].span.end) if words else None
        return hull is not None and hull in self.whole(text)

    def is_short_form(self, text: str) -> bool:
        """Tell whether the text is a word that may stand for the name, with initials or not."""
        full = [word for word in _words(text) if len(word.folded) > 1]
        return len(full) == 1 and bool(self.by_surname(text))

    def _whole(self, words: Sequence[_Word]) -> Iterator[Span]:
        for at, word in enumerate(words):
            if word.folded in self.joined:
                yield word.span
            for wording in self.wordings:
                found = words[at : at + len(wording)]
                if _says(found, wording) and _is_together(found):
                    yield Span(word.span.start, found[-1].span.end)


def _says(found: Sequence[_Word], wording: _Wording) -> bool:
    if len(found) != len(wording):
        return False
    if len(wording) == 1 and not found[0].is_name_like:
        return False
    return all(
        _is_sure_form(word.folded, wanted.folded)
        if wanted.is_sure
        else _is_form(word.folded, wanted.folded)
        for word, wanted in zip(found, wording, strict=True)
    )


def _is_together(found: Sequence[_Word]) -> bool:
    return all(after.span.start - word.span.end <= _WIDEST_GAP for word, after in pairwise(found))


@lru_cache(maxsize=16)
def _words(text: str) -> tuple[_Word, ...]:
    """Part a text into words; the last texts are kept, as each is searched for many names."""
    return tuple(
        _Word(
            folded=fold(match[0]).replace(" ", ""),
            span=Span(*match.span()),
            is_name_like=match[0][0].isupper() or _is_in_address(text, match),
        )
        for match in _WORD.finditer(text)
    )


def _is_in_address(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word is part of an e-mail, a web address or the name of a file."""
    before = text[word.start() - 1] if word.start() else ""
    return before in _ADDRESS_BEFORE or bool(_ADDRESS_AFTER.match(text, word.end()))


class _Told:
    """One name, parted into folded words."""

    def __init__(self, name: LangString, *, is_person: bool) -> None:
        self._words = [word.folded for word in _words(name.text) if word.folded]
        self._is_person = is_person
        self._language = name.language

    @property
    def surnames(self) -> list[str]:
        """The first and the last word of a person's name, but for what is a given name."""
        words = [word for word in self._words if len(word) > 1]
        if not self._is_person or not words:
            return []
        ends = dict.fromkeys((words[0], words[-1]))
        return [end for end in ends if not is_given_name(end, self._language)] or words[-1:]

    @property
    def wordings(self) -> Iterator[_Wording]:
        """The ways to write it; a person's in both orders, and without second names."""
        if not self._is_person:
            yield tuple(_Wanted(word, is_sure=True) for word in self._words)
            return
        for surname in self.surnames if len(self._words) > 1 else ():
            first, *between, last = self._words
            given = _Wanted(last if surname == first else first, is_sure=False)
            for inner in {tuple(between), ()}:
                before = (given, *(_Wanted(word, is_sure=False) for word in inner))
                yield (*before, _Wanted(surname, is_sure=True))
                yield (_Wanted(surname, is_sure=True), *before)


def _joined(wording: _Wording) -> str:
    """Write a name as one word, as handles and mailboxes do; empty where that is too short."""
    whole = "".join(word.folded for word in wording)
    return whole if len(whole) >= _SHORTEST_JOINED else ""


def _is_proper(text: str) -> bool:
    """Tell whether words are a name and no description ("the Foundation")."""
    words = [match[0] for match in _WORD.finditer(text)]
    capitals = sum(word[0].isupper() for word in words)
    is_acronym = len(words) == 1 and sum(map(str.isupper, text)) >= _CAPITALS_OF_A_NAME
    return capitals >= _CAPITALS_OF_A_NAME or is_acronym


@lru_cache(maxsize=100_000)
def _is_form(found: str, wanted: str) -> bool:
    """Tell whether the word may be the given name in some case, or either the other's initial."""
    if 1 in (len(found), len(wanted)):
        return found[:1] == wanted[:1]
    return _begins_alike(found, wanted) or _begins_alike(_heard(found), _heard(wanted))


@lru_cache(maxsize=100_000)
def _is_sure_form(found: str, wanted: str) -> bool:
    """Tell whether the word is the name in some case."""
    if len(wanted) <= _UNDECLINED_LETTERS or not wanted.isalpha():
        return found == wanted
    least = _UNDECLINED_LETTERS
    return _begins_alike(found, wanted, least) or _begins_alike(
        _heard(found), _heard(wanted), least
    )


def _heard(word: str) -> str:
    """Spell a word as every script does: «ц» is written ts, and c in Polish.

    >>> _heard("novatskiy") == _heard("nowacki")
    True
    """
    return sound(word).replace("ts", "c")


def _begins_alike(found: str, wanted: str, least: int = 2) -> bool:
    shared = sum(
        takewhile(bool, (ours == theirs for ours, theirs in zip(found, wanted, strict=False)))
    )
    is_short = len(found) <= len(wanted) + _ADDED_LETTERS
    return is_short and shared >= max(least, len(wanted) - _CHANGING_LETTERS)
