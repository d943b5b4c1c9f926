"""The fields of an index, and what each holds of a name; they are asked by ``searching.fields``.

Every field that names are compared by is kept by language too, so that a question in one language
meets the names of this language, and those that have none.
"""

from collections.abc import Iterator
from typing import Final

import tantivy
from tantivy import Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from clustergraph.names.comparing.keys import Keys
from clustergraph.names.files.ordering import MOST_ORDERS, order_field

__all__ = [
    "ANY_LANGUAGE",
    "FACETS",
    "FIRST_TIER",
    "FIRST_TIER_LENGTH",
    "LONGEST_BEGINNING",
    "NO_LANGUAGE",
    "PLACED_WORDS",
    "languages_of",
    "name_schema",
    "register_tokenizers",
    "terms_of",
    "with_company_form",
]

NO_LANGUAGE: Final = "und"
"""How the index spells an empty language (BCP 47: undetermined)."""
FIRST_TIER: Final = "first"
"""What marks the most prominent entities, so that a search may look at them alone."""
FIRST_TIER_LENGTH: Final = 1024
LONGEST_BEGINNING: Final = 20
"""How many letters of an unfinished word are compared."""
FACETS: Final = (
    *("cls", "country", "language"),
    *("sector", "programme", "year", "source_language"),
)
"""The fields by which what is found can be counted."""
ANY_LANGUAGE: Final = "_"
"""Can be no language tag."""
PLACED_WORDS: Final = 8
"""Of so many words from its beginning the index knows where in the name they stand."""
_TOKENIZERS: Final = {
    **dict.fromkeys(("exact", "folded", "bare", "same", "short"), "raw"),
    **dict.fromkeys(("sound", "form", "initials"), "raw"),
    **dict.fromkeys(("opening", "word", "heard", "stem"), "raw"),
    "start": "beginnings",
    "opened": "placed beginnings",
}


def name_schema() -> Schema:
    """Make the schema: what is compared, filtered by and ordered by; nothing is given back."""
    builder = SchemaBuilder()
    for compared, tokenizer in _TOKENIZERS.items():
        builder.add_json_field(compared, tokenizer_name=tokenizer, index_option="basic")
    for asked in ("iri", "place", "tier"):
        builder.add_text_field(asked, tokenizer_name="raw", index_option="basic")
    for counted in FACETS:
        builder.add_text_field(counted, fast=True, tokenizer_name="raw", index_option="basic")
    for ordering in ("rank", *map(order_field, range(MOST_ORDERS))):
        builder.add_integer_field(ordering, fast=True)
    return builder.build()


def register_tokenizers(index: tantivy.Index) -> None:
    """Teach an index the tokenizers that its schema names."""
    beginnings = Tokenizer.ngram(1, LONGEST_BEGINNING, prefix_only=True)
    index.register_tokenizer("beginnings", TextAnalyzerBuilder(beginnings).build())
    placed = Tokenizer.ngram(3, LONGEST_BEGINNING + 2, prefix_only=True)
    index.register_tokenizer("placed beginnings", TextAnalyzerBuilder(placed).build())


def terms_of(keys: Keys, *, is_short_form: bool = False) -> dict[str, list[str]]:
    """Return what each field holds of one name.

    A short form is only part of another name of the entity, and may be part of anybody's.
    """
    words = keys.folded.split()
    whole = {
        "exact": [keys.exact],
        "folded": [keys.folded],
        "bare": [keys.bare, with_company_form(keys)],
        "same": [keys.same, keys.joined],
    }
    return {
        **({"short": [keys.folded]} if is_short_form else whole),
        "sound": [keys.sound],
        "form": [keys.form],
        "initials": sorted(keys.initials),
        "opening": [" ".join(words[:count]) for count in range(1, min(len(words), PLACED_WORDS))],
        "word": words,
        "heard": list(keys.sounds),
        "stem": list(keys.stems),
        "start": words,
        "opened": [f"{place} {word}" for place, word in enumerate(words[:PLACED_WORDS])],
    }


def with_company_form(keys: Keys) -> str:
    """Return the term of a name with this kind of company form, or with none."""
    return f"{keys.bare}\t{keys.company}"


def languages_of(tag: str) -> Iterator[str]:
    """Yield under which languages a name is kept: ``en-GB`` is English too."""
    yield ANY_LANGUAGE
    yield from dict.fromkeys((tag or NO_LANGUAGE, tag.partition("-")[0] or NO_LANGUAGE))
