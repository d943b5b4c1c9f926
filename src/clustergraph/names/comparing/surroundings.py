"""Words that people write beside a name ("the", "Mr.", "city of"), and names that many things bear.

They are gathered in ``gathering`` and kept with the index, so that who searches reads neither
language packs nor the gazetteer. What they mean for a name is ``likeness``'s to say.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from clustergraph.model import Iri

__all__ = ["Surroundings"]


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
    def read(cls, path: Path) -> "Surroundings":
        """Read them from the file; there are none where there is no file.

        Raises:
            ValueError: when it is damaged.
        """
        if not path.is_file():
            return cls()
        try:
            return _read(path.read_bytes())
        except (KeyError, TypeError, AttributeError) as error:
            message = f"{path} does not hold the words beside names"
            raise ValueError(message) from error


@lru_cache(maxsize=2)
def _read(text: bytes) -> Surroundings:
    """Read what was written; most versions have the same, and to read it is most of opening one."""
    kept = json.loads(text)
    return Surroundings(
        small=frozenset(kept["small"]),
        places={word: frozenset(keys) for word, keys in _turned(kept["places"]).items()},
        forenames=frozenset(kept["forenames"]),
        beside={Iri(kind): frozenset(words) for kind, words in kept["beside"].items()},
    )


def _turned(table: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Turn places by words into words by places, and back."""
    turned: dict[str, list[str]] = defaultdict(list)
    for key in sorted(table):
        for value in table[key]:
            turned[value].append(key)
    return dict(sorted(turned.items()))
