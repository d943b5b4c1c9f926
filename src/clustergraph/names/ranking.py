"""How well a name matches what was asked for: the steps of the ranking, each a query of the index.

The order of the steps is the ranking; inside one step the more prominent comes first. The schema
lives here too, because each of its indexed fields serves one step.
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from tantivy import Occur, Query, Schema, SchemaBuilder

from clustergraph.folding import fold, without_company_form

__all__ = ["MAXIMUM_LENGTH", "Match", "comparable", "name_schema", "steps"]

MAXIMUM_LENGTH = 300
"""Names and questions are compared by their beginning only, so that no length of text can hurt."""
_MAXIMUM_WORDS = 24
_LEAST_LETTERS_FOR_ONE_SLIP = 4
_LEAST_LETTERS_FOR_TWO_SLIPS = 8


class Match(StrEnum):
    """How a name matches, from the best to the weakest."""

    EXACT = "exact"
    FOLDED = "folded"
    COMPANY_FORM_ASIDE = "company form aside"
    PREFIX = "prefix"
    ALL_WORDS = "all words"
    FUZZY = "fuzzy"


def name_schema() -> Schema:
    """Make the schema: what is compared, filtered by, ordered by and given back."""
    builder = SchemaBuilder()
    for whole in ("exact", "folded", "bare", "language", "cls"):
        builder.add_text_field(whole, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("order", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("row", stored=True)
    return builder.build()


def comparable(text: str) -> str:
    """Cut to the length that is compared, compose (NFC), and replace lone surrogates."""
    text = text[:MAXIMUM_LENGTH].encode("utf-8", "replace").decode()
    return unicodedata.normalize("NFC", text).strip()


def steps(schema: Schema, text: str, *, prefix: bool) -> Iterator[tuple[Match, Query]]:
    """Yield each step with its query, best first; nothing for a text without a character.

    Args:
        schema: the one of ``name_schema``.
        text: what was asked for, any string.
        prefix: whether the last word may be unfinished, as it is while somebody types.
    """
    text = comparable(text)
    if text:
        yield Match.EXACT, Query.term_query(schema, "exact", text)
    folded = fold(text)
    if not folded:
        return
    yield Match.FOLDED, Query.term_query(schema, "folded", folded)
    yield Match.COMPANY_FORM_ASIDE, Query.term_query(schema, "bare", without_company_form(folded))
    yield Match.PREFIX, _begins(schema, "folded", folded)
    words = list(dict.fromkeys(folded.split()))[:_MAXIMUM_WORDS]
    for slips in (0, 1, 2):
        yield (
            Match.FUZZY if slips else Match.ALL_WORDS,
            _all_words(schema, words, slips=slips, prefix=prefix),
        )


def _all_words(schema: Schema, words: list[str], *, slips: int, prefix: bool) -> Query:
    last = len(words) - 1
    queries = [
        _word(schema, word, slips, prefix=prefix and at == last) for at, word in enumerate(words)
    ]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _word(schema: Schema, word: str, slips: int, *, prefix: bool) -> Query:
    slips = min(slips, _slips_allowed(word))
    if slips:
        return Query.fuzzy_term_query(schema, "words", word, distance=slips, prefix=prefix)
    return _begins(schema, "words", word) if prefix else Query.term_query(schema, "words", word)


def _begins(schema: Schema, field: str, folded: str) -> Query:
    """Match what begins so; folded text holds no character that a regular expression would read."""
    return Query.regex_query(schema, field, f"{folded}.*")


def _slips_allowed(word: str) -> int:
    return (len(word) >= _LEAST_LETTERS_FOR_ONE_SLIP) + (len(word) >= _LEAST_LETTERS_FOR_TWO_SLIPS)
