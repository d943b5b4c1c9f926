"""Gather the words that stand beside names, from all language packs and the gazetteer.

Only who builds an index comes here: who searches finds them kept with it, and loads no language.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from clustergraph.folding import fold
from clustergraph.languages import LanguagePack, load_gazetteer, load_pack, pack_languages
from clustergraph.model import Iri
from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.vocab import CG

__all__ = ["known_surroundings"]

_SAYS_WHAT_IT_IS = (CG.Cluster, CG.Project, CG.Programme, CG.Country, CG.Region, CG.City)
"""Whose nouns add nothing to a name. A bank, a ministry and a parliament are not the same body."""
_LONGEST_SMALL_WORD = 4
"""Packs count pronouns among the articles, and participles among the words before an origin."""


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


def _small_words(pack: LanguagePack) -> Iterator[str]:
    before = (pack.linkers, pack.of_words, pack.place_prepositions, pack.origin_words)
    for words in (pack.articles, *before):
        yield from (word for word in words if len(word) <= _LONGEST_SMALL_WORD)


def _callings(pack: LanguagePack) -> Iterator[str]:
    yield from pack.titles
    for role in pack.roles:
        yield " ".join(role)


def _folded(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from fold(phrase).split()
