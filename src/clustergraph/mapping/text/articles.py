"""Articles: those that are endings, as some languages have them, and those before a name."""

from collections.abc import Sequence

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token

__all__ = ["has_definite_ending", "without_articles"]


def has_definite_ending(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word bears a definite article as its ending."""
    return token.lower.endswith(tuple(pack.article_endings)) and token.lower != token.base


def without_articles(tokens: Sequence[Token], pack: LanguagePack) -> Sequence[Token]:
    """Return the tokens before a name, without the articles that stand right before it."""
    end = len(tokens)
    while end and tokens[end - 1].lower in pack.articles | pack.elisions:
        end -= 1
    return tokens[:end]
