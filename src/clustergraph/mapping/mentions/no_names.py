"""Words with capitals that name nobody: adjectives, months, streets, subjects."""

from collections.abc import Sequence

from clustergraph.languages import is_listed_word
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns_beside import (
    noun_after,
)
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman
from clustergraph.mapping.text.tokens import Token

__all__ = ["is_abstract", "is_common", "names_nobody", "opens_a_region", "says_nothing"]


def says_nothing(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether the words are no name, whatever stands beside them."""
    if _only_describes(scene, tokens) or (len(tokens) == 1 and _only_qualifies(scene, tokens[0])):
        return True
    return scene.pack.head_first and all(t.lower in scene.pack.no_names for t in tokens)


def _only_qualifies(scene: Scene, token: Token) -> bool:
    """Tell whether it has a capital but is no name: «Several teams», «Danish clusters»."""
    if token.is_acronym or noun_after(scene, token.span) is None:
        return False
    is_common = token.lower in scene.pack.unspecific or token.lower in scene.pack.demonyms
    return is_common or scene.opens(token.span.start)


def opens_a_region(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is the adjective of a region that the gazetteer has: «Тверской | области»."""
    following = scene.token_after(tokens[-1].span.end)
    if len(tokens) > 1 or following is None or following.lower not in scene.pack.region_nouns:
        return False
    return place_of((*tokens, following), scene) is not None


def names_nobody(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is a number, an acronym of common words, or but an adjective."""
    pack = scene.pack
    if all(is_roman(t.text) or t.lower in pack.no_names | pack.linkers for t in tokens):
        return True
    return _is_of_a_street(scene, tokens) or _is_a_month(scene, tokens)


def _is_a_month(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is such as «Last November», unlike «Ann May»."""
    if len(tokens) != len(("last", "May")) or tokens[0].text in scene.pack.given_names:
        return False
    return tokens[1].lower in scene.pack.months


def _only_describes(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether nothing but adjectives stand before a common noun: «Evropského | manažera»."""
    words = [token for token in tokens if not is_roman(token.text)]
    following = scene.token_after(tokens[-1].span.end)
    if scene.pack.plain_of or following is None or scene.pack.capitalises_nouns:
        return False  # adjectives stand behind the noun, or make it a name
    is_noun = following.is_word and not following.is_name_like
    if not is_noun or following.lower in scene.pack.function_words | scene.pack.copulas:
        return False
    return all(scene.pack.adjective.fullmatch(word.lower) for word in words)


def _is_of_a_street(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is where a street is: «via Garibaldi», «ul. Polna 8»."""
    streets = scene.pack.streets
    before = [t for t in scene.before(tokens[0].span.start)[-2:] if t.text != "."]
    words = {before[-1].lower} if before else set()
    named = {token.lower for token in tokens if len(tokens) > 1 and token.is_word}
    return not streets.isdisjoint(words | named)


def is_abstract(scene: Scene, tokens: Sequence[Token]) -> bool:
    """Tell whether it is a subject: «Cluster Management», but not «Veneto Innovazione»."""
    pack = scene.pack
    if tokens[-1].lower not in pack.abstract:
        return False
    others = (t for t in tokens[:-1] if t.lower not in pack.abstract | pack.linkers)
    return not pack.head_first or all(pack.adjective.fullmatch(t.lower) for t in others)


def _describes_a_field(scene: Scene, token: Token) -> bool:
    """Tell whether it is the word of a subject: "Head of Division for | Timber trade"."""
    before, after = scene.token_before(token.span.start), scene.token_after(token.span.end)
    if scene.pack.head_first or before is None or after is None:
        return False
    is_of = before.lower in scene.pack.of_words
    is_field = after.is_word and not after.is_capital and is_plural_noun(after, scene.pack)
    return is_of and is_field and is_listed_word(token.lower, scene.pack.code)


def is_common(scene: Scene, token: Token) -> bool:
    """Tell whether the capital says little: the word opens the sentence, or is no name itself."""
    if token.is_made_up:
        return False
    if _describes_a_field(scene, token):
        return True
    if scene.opens(token.span.start) or token.lower in scene.pack.months:
        return True
    if token.lower in scene.pack.function_words:  # as where somebody begins to speak: «"It is …»
        return True
    return bool(scene.pack.demonym(token.lower, token.base))
