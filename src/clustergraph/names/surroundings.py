"""Words that people write beside a name ("the", "Mr.", "city of"), and names that many things bear.

They come from the language packs and the gazetteer, and are kept with the index, so that who
searches reads neither. What they mean for a name is ``likeness``'s to say.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from clustergraph.folding import fold
from clustergraph.languages import LanguagePack, load_gazetteer, load_pack, pack_languages
from clustergraph.model import Iri
from clustergraph.vocab import CG

__all__ = ["Surroundings", "known_surroundings"]

_SAYS_WHAT_IT_IS = (CG.Cluster, CG.Project, CG.Programme, CG.Country, CG.Region, CG.City)
"""Whose nouns add nothing to a name. A bank, a ministry and a parliament are not the same body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Folded words: ``small`` ones of any name, and ``beside`` the names of a leaf class.

    ``places`` has words that are the whole name of a place somewhere, with the keys of all that are
    called so; each of ``forenames`` is somebody's: no slip in that of another.
    """

    small: frozenset[str] = frozenset()
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    forenames: frozenset[str] = frozenset()
    beside: Mapping[Iri, frozenset[str]] = field(default_factory=dict)

    def add_nothing(self, word: str, kind: Iri) -> bool:
        """Tell whether a word beside the name of a thing says nothing of which thing it is."""
        return word in self.small or word in self.beside.get(kind, ())

    def name_another_place(self, asked: str, named: str) -> bool:
        """Tell whether what was asked for is the name of a place that is not called the other too.

        No place is another one in another language.
        """
        return not self.places.get(asked, frozenset()) <= self.places.get(named, frozenset())

    def write(self, path: Path) -> None:
        """Keep them in a file."""
        kept = {
            "small": sorted(self.small),
            "places": _turned(self.places),
            "forenames": sorted(self.forenames),
            "beside": {kind: sorted(words) for kind, words in sorted(self.beside.items())},
        }
        path.write_text(json.dumps(kept, separators=(",", ":")), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read them from the file; there are none where there is no file.

        Raises:
            ValueError: when it is damaged.
        """
        if not path.is_file():
            return cls()
        kept = json.loads(path.read_bytes())
        try:
            return cls(
                small=frozenset(kept["small"]),
                places={word: frozenset(keys) for word, keys in _turned(kept["places"]).items()},
                forenames=frozenset(kept["forenames"]),
                beside={Iri(kind): frozenset(words) for kind, words in kept["beside"].items()},
            )
        except (KeyError, TypeError, AttributeError) as error:
            message = f"{path} does not hold the words beside names"
            raise ValueError(message) from error


@cache
def known_surroundings() -> Surroundings:
    """Gather them from all language packs and the gazetteer; a second when those are not loaded."""
    small: set[str] = set()
    forenames: set[str] = set()
    beside: dict[Iri, set[str]] = defaultdict(set)
    for pack in map(load_pack, sorted(pack_languages())):
        small.update(_folded(_small_words(pack)))
        forenames.update(_folded(pack.given_names.candidates))
        beside[CG.Person].update(_folded(_callings(pack)))
        for head in pack.heads.values():
            if head.kind in _SAYS_WHAT_IT_IS:
                beside[head.kind].update(_folded([head.word]))
    words = {kind: frozenset(found) for kind, found in beside.items()}
    return Surroundings(
        small=frozenset(small), places=_places(), forenames=frozenset(forenames), beside=words
    )


def _places() -> dict[str, frozenset[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for name, places in load_gazetteer().places_by_name.items():
        if (folded := fold(name)).isalpha():
            keys[folded].update(places)
    return {name: frozenset(places) for name, places in keys.items()}


def _turned(table: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Turn places by words into words by places, and back."""
    turned: dict[str, list[str]] = defaultdict(list)
    for key in sorted(table):
        for value in table[key]:
            turned[value].append(key)
    return dict(sorted(turned.items()))


def _small_words(pack: LanguagePack) -> Iterator[str]:
    before = (pack.linkers, pack.of_words, pack.place_prepositions, pack.origin_words)
    for words in (pack.articles, *before):
        yield from (word for word in words if len(word) <= _LONGEST_SMALL_WORD)


def _callings(pack: LanguagePack) -> Iterator[str]:
    yield from pack.titles
    for role in pack.roles:
        yield " ".join(role)


_LONGEST_SMALL_WORD = 4
"""Packs count pronouns among the articles, and participles among the words before an origin."""


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from fold(phrase).split()
