"""Which concept of a vocabulary a name speaks of: the same, or one that is broader.

Names are compared with the labels of their own language, as both fold. A name that is a label means
that concept. Else it means something narrower than the label that stands in it as whole words:
"wedding tourism" is tourism. In doubt nothing is said; what a match is good for is decided
elsewhere.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.folding import fold
from clustergraph.languages import LanguagePack, load_pack, pack_languages
from clustergraph.model import Concept, Iri, LangString

__all__ = ["ConceptMatch", "Vocabulary"]

_AND: Final = "and"
_OF: Final = "of"
_SIGNS: Final = str.maketrans(
    {**dict.fromkeys("&+,;/", f" {_AND} "), **dict.fromkeys("()[]:–—", f" {_OF} ")}
)
"""Signs that join or subordinate, as words, since no sign outlives the folding."""
_MARK: Final = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptMatch:
    """The concept that a name speaks of; where it is not the same, it is broader."""

    concept: Iri
    is_same: bool


class Vocabulary:
    """The concepts of a vocabulary, to be found by names in any language that has a pack."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._labels = {code: _Labels(load_pack(code), concepts) for code in pack_languages()}
        self._above = {concept.iri: concept.broader for concept in concepts}

    def match(self, names: Iterable[LangString]) -> ConceptMatch | None:
        """Return the concept of something that bears these names, the best name first.

        The first name that says anything decides.
        """
        return next(filter(None, map(self._match, names)), None)

    def _match(self, name: LangString) -> ConceptMatch | None:
        labels = self._labels.get(name.language)
        if labels is None:
            return None
        if same := labels.same(name.text):
            return ConceptMatch(concept=same, is_same=True)
        broader = self._over_all(labels.items(name.text))
        return ConceptMatch(concept=broader, is_same=False) if broader else None

    def _over_all(self, items: Sequence[Iri | None]) -> Iri | None:
        """Return the nearest concept that is, or is above, each item; None if one is unknown."""
        lines = [list(self._line(item)) if item else [] for item in items]
        first, *others = lines or [[]]
        return next((each for each in first if all(each in line for line in others)), None)

    def _line(self, concept: Iri) -> Iterator[Iri]:
        """Yield the concept and all above it, the nearest first."""
        line = [concept]
        for each in line:
            yield each
            line.extend(self._above[each])


class _Labels:
    """The labels of a vocabulary in one language, as they fold."""

    def __init__(self, pack: LanguagePack, concepts: Sequence[Concept]) -> None:
        self._joints = _joints(pack)
        self._head = 0 if pack.head_first else -1
        self._concepts = [concept.iri for concept in concepts]
        self._same: dict[str, int] = {}
        self._within: dict[str, int] = {}
        for number, concept in enumerate(concepts):
            self._same |= self._spelled(concept.names, pack.code, number)
            self._within |= self._spelled(concept.narrower_names, pack.code, number)
        self._within |= self._same
        longest_first = sorted(self._within, key=len, reverse=True)
        self._label = re.compile(rf"\b(?:{'|'.join(longest_first)})\b" if longest_first else "(?!)")

    def same(self, name: str) -> Iri | None:
        """Return the concept of which the name is a label."""
        number = self._same.get(self._spell(name))
        return None if number is None else self._concepts[number]

    def items(self, name: str) -> list[Iri | None]:
        """Return what each item of the name is, None where it holds no label; most have one item.

        What stands in brackets or after a preposition only counts where nothing was said before:
        "contract manufacturing (furniture)" is furniture, "packaging for food" is packaging.
        """
        marked = self._label.sub(lambda label: f"#{self._within[label[0]]}", self._spell(name))
        parts = re.split(rf"\b{_OF}\b", marked)
        said = next(filter(_MARK.search, parts), "")
        return [self._item(item) for item in re.split(rf"\b{_AND}\b", said) if item.strip()]

    def _item(self, words: str) -> Iri | None:
        """Return the concept of the last label or, where the noun comes first, of the first.

        A textile for cars is a textile, whatever else is said of it.
        """
        found = _MARK.findall(words)
        return self._concepts[int(found[self._head])] if found else None

    def _spelled(self, names: Iterable[LangString], code: str, number: int) -> dict[str, int]:
        return {self._spell(name.text): number for name in names if name.language == code}

    def _spell(self, name: str) -> str:
        """Fold a name; each word that joins becomes the same word, each that subordinates too."""
        words = fold(name.translate(_SIGNS)).split()
        return " ".join(self._joints.get(word, word) for word in words)


def _joints(pack: LanguagePack) -> Mapping[str, str]:
    """What the words that join the items of a list, and prepositions, are spelled as."""
    prepositions = pack.of_words | pack.place_prepositions | pack.topic_prepositions
    return {
        **{fold(word): _OF for word in prepositions | pack.origin_words},
        **{fold(word): _AND for word in pack.conjunctions},
    }
