"""English names in texts of other languages: «La Northern Toy Authority», «klastr Blue Sky».

Half of all projects, and many bodies, bear such a name; its noun is the English one, at its end.
"""

from collections.abc import Sequence
from functools import lru_cache

from clustergraph.languages import LanguagePack, base_form, is_listed_word, load_pack
from clustergraph.mapping.text.tokens import Token

__all__ = ["ENGLISH", "in_english", "is_english"]

ENGLISH = "en"
_REMEMBERED = 100_000
_FEWEST_WORDS = 2


def is_english(words: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether more of the words are of English alone than of the language alone."""
    if len(words) < _FEWEST_WORDS:
        return False
    return sum(_weight(word.lower, word.is_acronym, pack) for word in words) > 0


def in_english(words: Sequence[Token]) -> list[Token]:
    """Return the words with their English base forms."""
    return [Token(word.span, word.text, base_form(word.text, ENGLISH)) for word in words]


@lru_cache(maxsize=_REMEMBERED)
def _weight(lower: str, is_acronym: bool, pack: LanguagePack) -> int:
    """Return 1 for a word of English alone, -1 for one of the language alone, else 0."""
    if is_acronym:
        return 0
    english = lower in load_pack(ENGLISH).heads or is_listed_word(lower, ENGLISH)
    own = lower in pack.heads or is_listed_word(lower, pack.code)
    return english - own
