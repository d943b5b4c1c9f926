"""What is known of languages and places: packs, base forms, dates, the gazetteer.

No name of a document is known.
"""

from clustergraph.languages.cue import Cue
from clustergraph.languages.dates import Date, DateMention, find_dates, refines
from clustergraph.languages.gazetteer import Body, Gazetteer, Place, load_gazetteer
from clustergraph.languages.morphology import (
    Reading,
    base_form,
    inflect,
    is_dictionary_word,
    is_listed_word,
    is_plural,
    readings,
)
from clustergraph.languages.pack import Head, LanguagePack
from clustergraph.languages.read_pack import load_pack, pack_languages
from clustergraph.languages.relative_days import find_relative_days

__all__ = [
    "Body",
    "Cue",
    "Date",
    "DateMention",
    "Gazetteer",
    "Head",
    "LanguagePack",
    "Place",
    "Reading",
    "base_form",
    "find_dates",
    "find_relative_days",
    "inflect",
    "is_dictionary_word",
    "is_listed_word",
    "is_plural",
    "load_gazetteer",
    "load_pack",
    "pack_languages",
    "readings",
    "refines",
]
