"""A language pack: the words of one language, read from its folder.

No grammar is coded here and no name is known. ``pack.toml`` holds what is short; ``[words]`` and
``[patterns]`` there have a key for each set of words and each pattern of ``LanguagePack``.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import regex

from clustergraph.languages.cue import Cue, read_cues
from clustergraph.languages.word_lists import read_numbers, read_pairs, read_rows, read_words
from clustergraph.model import Iri
from clustergraph.vocab import CG

__all__ = ["Head", "LanguagePack", "load_pack", "pack_languages"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun that tells what its phrase speaks of.

    ``generic`` nouns such as "meeting" may name an activity by themselves; the others only type a
    proper name.
    """

    word: str
    kind: Iri
    generic: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguagePack:
    """All that is known of one language; there is one object a language.

    Words are lower case unless their case matters, and base forms where the language inflects.

    Attributes:
        code: of the language (BCP 47).
        head_first: whether a name begins with its noun («Fundacja Alfa», "Alpha Foundation").
        initiative: what an initiative without a name is called, with ``{sector}``, ``{place}``.
        abstract: nouns of which a phrase that ends with one is a subject and no body.
        article_endings: articles that are written as endings.
        articles: words that may stand before a name without changing it.
        at_least: words before a number that make it a lower bound.
        complements: words with which a name goes on in lower case («Фондация за развитие»).
        conjunctions: words that join the items of a list.
        date_joins: words between the two ends of a range of dates.
        definite: words that point to something said before.
        former: words before a position that is no longer held.
        function_words: words that are no part of a name and qualify no noun.
        funding_nouns: nouns of activities that pay for others, whoever owns them.
        indefinite: words that introduce something new.
        linkers: words within a name ("of the").
        name_particles: words within a person's name ("van").
        naming_words: words between a noun and its name ("called").
        of_words: words that say whose something is.
        ordinal_endings: what follows the figures of an ordinal.
        origin_words: words that say where somebody comes from.
        participants: nouns for people who are counted.
        place_prepositions: words that say where something is.
        topic_prepositions: words that say what something is about.
        unspecific: adjectives that with a noun make no name ("the European consortium").
        year_signs: what may follow the figures of a year.
        adjective: an adjective by its ending.
        aside: what interrupts a list ("for example").
        clause_end: where a clause with a verb of its own goes on.
        end_words: what stands before the date of an end.
        list_separator: words that part the items of a list without a comma.
        planned: what shows that something is yet to be.
        relative: words behind a comma that begin a relative clause.
        reported: what shows that the text only repeats what others say.
        saying: verbs behind what somebody says.
        sector_list: what announces a list of initiatives by sector.
        start_words: what stands before the date of a beginning.
        verbal: a word that its ending makes a form of a verb.
        abbreviations: words whose full stop ends no sentence, without it.
        boilerplate: whole lines that belong to the page and not to the text.
        cues: words that carry relations.
        demonyms: the gazetteer's key of the place that an adjective belongs to.
        given_names: given names.
        heads: nouns that tell what a name is, by form.
        months: the number of each form of a month's name.
        numbers: the number of each cardinal in words.
        ordinals: the number of each ordinal in words.
        organisation_forms: legal forms of companies.
        roles: positions, each as its words.
        seasons: forms of the names of the seasons.
        titles: courtesy and academic titles.
    """

    code: str
    head_first: bool
    initiative: str

    abstract: frozenset[str]
    article_endings: frozenset[str]
    articles: frozenset[str]
    at_least: frozenset[str]
    complements: frozenset[str]
    conjunctions: frozenset[str]
    date_joins: frozenset[str]
    definite: frozenset[str]
    former: frozenset[str]
    function_words: frozenset[str]
    funding_nouns: frozenset[str]
    indefinite: frozenset[str]
    linkers: frozenset[str]
    name_particles: frozenset[str]
    naming_words: frozenset[str]
    of_words: frozenset[str]
    ordinal_endings: frozenset[str]
    origin_words: frozenset[str]
    participants: frozenset[str]
    place_prepositions: frozenset[str]
    topic_prepositions: frozenset[str]
    unspecific: frozenset[str]
    year_signs: frozenset[str]

    adjective: "regex.Pattern[str]"
    aside: "regex.Pattern[str]"
    clause_end: "regex.Pattern[str]"
    end_words: "regex.Pattern[str]"
    list_separator: "regex.Pattern[str]"
    planned: "regex.Pattern[str]"
    relative: "regex.Pattern[str]"
    reported: "regex.Pattern[str]"
    saying: "regex.Pattern[str]"
    sector_list: "regex.Pattern[str]"
    start_words: "regex.Pattern[str]"
    verbal: "regex.Pattern[str]"

    abbreviations: frozenset[str]
    boilerplate: tuple["regex.Pattern[str]", ...]
    cues: tuple[Cue, ...]
    demonyms: Mapping[str, str]
    given_names: frozenset[str]
    heads: Mapping[str, Head]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    organisation_forms: frozenset[str]
    roles: frozenset[tuple[str, ...]]
    seasons: frozenset[str]
    titles: frozenset[str]

    def head(self, *forms: str) -> Head | None:
        """Return the noun that the first listed of a word's forms is; None where none is listed."""
        return next((self.heads[form] for form in forms if form in self.heads), None)

    def demonym(self, *forms: str) -> str:
        """Return the gazetteer's key of the place that one of the forms belongs to, or ""."""
        return next((self.demonyms[form] for form in forms if form in self.demonyms), "")

    def is_title(self, word: str) -> bool:
        """Tell whether it is a courtesy or academic title: "Mr", with its full stop or without."""
        return not self.titles.isdisjoint({word.lower(), f"{word.lower()}."})

    def is_company_form(self, word: str) -> bool:
        """Tell whether it says what kind of company a name is: "Ltd", with its stop or without."""
        return not self.organisation_forms.isdisjoint({word, f"{word}."})


def pack_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in _FOLDER.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """Read the pack of a language.

    Raises:
        KeyError: when there is none.
    """
    folder = _FOLDER / code
    if not (folder / "pack.toml").is_file():
        raise KeyError(code)
    settings = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    fields: dict[str, Any] = {
        "code": code,
        "head_first": settings["head"] == "first",
        "initiative": settings["initiative"],
        **{name: frozenset(words) for name, words in settings["words"].items()},
        **{name: _compile(rf"\b(?:{words})\b") for name, words in settings["patterns"].items()},
        **_lists(folder),
    }
    return LanguagePack(**fields)


def _lists(folder: Path) -> dict[str, Any]:
    return {
        "abbreviations": frozenset(read_words(folder / "abbreviations.txt")),
        "boilerplate": tuple(map(_compile, read_words(folder / "boilerplate.txt"))),
        "cues": tuple(read_cues(folder / "relations.toml", folder.name)),
        "demonyms": read_pairs(folder / "demonyms.tsv"),
        "given_names": frozenset(read_words(folder / "given_names.txt")),
        "heads": {head.word: head for head in _heads(folder / "heads.tsv")},
        "months": read_numbers(folder / "months.tsv"),
        "numbers": read_numbers(folder / "numbers.tsv"),
        "ordinals": read_numbers(folder / "ordinals.tsv"),
        "organisation_forms": frozenset(read_words(folder / "organisation_forms.txt")),
        "roles": frozenset(tuple(role.split()) for role in read_pairs(folder / "roles.tsv")),
        "seasons": frozenset(form for form, *_ in read_rows(folder / "seasons.tsv", 3)),
        "titles": frozenset(read_words(folder / "titles.txt")),
    }


def _heads(path: Path) -> Iterator[Head]:
    for word, kind, flags in read_rows(path, 3):
        yield Head(
            word=word,
            kind=getattr(CG, kind),
            generic="generic" in flags,
            plural="plural" in flags,
        )


def _compile(pattern: str) -> "regex.Pattern[str]":
    return regex.compile(pattern, regex.IGNORECASE)
