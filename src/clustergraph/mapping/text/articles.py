"""Articles that are endings, as some languages have them."""

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token

__all__ = ["has_definite_ending"]


def has_definite_ending(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word bears a definite article as its ending."""
    return token.lower.endswith(tuple(pack.article_endings)) and token.lower != token.base
