"""What of a name is compared: its keys, from the exact text to its rough sound.

Each key is a field of the index. A question is made of the same keys, so that it and a name meet
where they agree.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from clustergraph.folding import company_form, fold, without_company_form
from clustergraph.names.card import Name
from clustergraph.names.comparing.spelling import initials, sound, stem

__all__ = ["Keys", "comparable", "gist", "is_short_form", "keys_of"]

_MAXIMUM_LENGTH: Final = 300
"""Names and questions are compared by their beginning only, so that no length of text can hurt."""
_REMEMBERED: Final = 10_000
_SHORT: Final = 3
"""Words up to here are left out of the gist."""
_SINGLE_LETTERS: Final = re.compile(r"\b[a-z0-9](?: [a-z0-9]\b)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What a text is compared by; all but ``exact`` and ``initials`` are of the folded text.

    ``bare`` is without company forms, ``company`` the kind that these make it; ``words`` are those
    of the bare text, single letters in a row as one, ``sounds`` and ``stems`` what they sound like
    and what is left without their endings.
    """

    exact: str
    folded: str
    bare: str
    company: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    stems: tuple[str, ...]
    initials: frozenset[str]

    @property
    def same(self) -> str:
        """All words in one order, those of the company form too."""
        return " ".join(sorted(_with_letters_joined(self.folded).split()))

    @property
    def joined(self) -> str:
        """All words without the spaces between."""
        return self.folded.replace(" ", "")

    @property
    def sound(self) -> str:
        """The words as they sound, in one order."""
        return " ".join(sorted(self.sounds))

    @property
    def form(self) -> str:
        """The words without their endings, in one order."""
        return " ".join(sorted(self.stems))


def comparable(text: str) -> str:
    """Cut to the length that is compared, compose (NFC), and replace lone surrogates."""
    text = text[:_MAXIMUM_LENGTH].encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", text).strip()


@lru_cache(maxsize=_REMEMBERED)
def gist(text: str) -> str:
    """Return the longer words of a name without their endings, in one order; all if all are short.

    >>> gist("the clusters of Bulgaria") == gist("Cluster, Bulgarii")
    True
    """
    keys = keys_of(text)
    long = zip(keys.words, keys.stems, strict=True)
    return " ".join(sorted(stem for word, stem in long if len(word) > _SHORT)) or keys.form


@lru_cache(maxsize=_REMEMBERED)
def keys_of(text: str) -> Keys:
    """Return the keys of a name, or of a question."""
    exact = comparable(text)
    folded = fold(exact)
    bare = without_company_form(folded)
    words = tuple(_with_letters_joined(bare).split())
    sounds = tuple(sound(word) for word in words)
    return Keys(
        exact=exact,
        folded=folded,
        bare=bare,
        company=company_form(folded),
        words=words,
        sounds=sounds,
        stems=tuple(stem(word) for word in sounds),
        initials=initials(exact),
    )


def is_short_form(name: Name, names: Iterable[Name]) -> bool:
    """Tell whether a name is only part of another, such as "the Foundation" in its own news."""
    if not name.is_alternative:
        return False
    words = frozenset(keys_of(name.text).folded.split())
    return any(words < frozenset(keys_of(other.text).folded.split()) for other in names)


def _with_letters_joined(folded: str) -> str:
    """Write what is spelled letter by letter as one word, as in "E.F.C.E."."""
    return _SINGLE_LETTERS.sub(lambda letters: letters[0].replace(" ", ""), folded)
