"""The catalogues hold a translation of all that the sources say, and nothing else."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

import clustergraph.web
from clustergraph.locations import ONTOLOGY, QUERIES
from clustergraph.sparql.catalogue import catalogue as catalogue_of_queries
from clustergraph.web.wording import INTERFACE_LANGUAGES

ROOT = Path(__file__).parents[3]
SOURCES = Path(clustergraph.web.__file__).parent
CATALOGUES = SOURCES / "wording" / "catalogues"
TRANSLATED = [code for code in INTERFACE_LANGUAGES if code != "en"]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
RULE_VALUE = re.compile(r"\{\?(\w+)\}")
TAG = re.compile(r"</?[a-z]+[^>]*>")


@cache
def said() -> frozenset[tuple[str | None, object]]:
    """Return the context and words of each message, found as ``make words`` finds them."""
    flags = re.findall(r"-k (\S+)", (ROOT / "Makefile").read_text("utf-8"))
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]
    methods = [(each["pattern"], each["method"]) for each in mappings["mappings"]]
    options = {each["pattern"]: each for each in mappings["mappings"]}
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(flags)}
    merged = Catalog()
    for folder in (SOURCES, QUERIES, ONTOLOGY / "rules"):
        found = extract_from_dir(folder, methods, options, keywords=keywords)
        for _, _, words, _, context in found:
            merged.add(words, context=context)
    return frozenset((message.context, message.id) for message in merged if message.id)


@cache
def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as opened:
        return read_po(opened, locale=language)


def messages(language: str) -> Iterator[Message]:
    return (message for message in catalogue(language) if message.id)


def forms(message: Message) -> list[str]:
    """Return what a message is said as, one form or several."""
    string = message.string
    return [string] if isinstance(string, str) else [str(form or "") for form in string or ()]


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Pair each form with the English that it stands for."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
        return
    singular, plural = message.id
    for at, form in enumerate(forms(message)):
        yield (plural if at or PLACEHOLDER.search(form) else singular), form


def test_messages_are_found_in_templates_in_tables_and_in_calls() -> None:
    known = {words for _, words in said()}
    assert {"Skip to the content", "Where sources disagree", "%(said)s."} <= known
    assert ("%(num)s row", "%(num)s rows") in known
    assert {each.question for each in catalogue_of_queries().values() if each.number} <= known


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_what_the_sources_say_and_nothing_else(language: str) -> None:
    held = {(message.context, message.id) for message in messages(language)}
    assert held == said()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_in_all_its_forms(language: str) -> None:
    plurals = catalogue(language).num_plurals
    for message in messages(language):
        assert len(forms(message)) == (1 if isinstance(message.id, str) else plurals), message.id
        assert all(forms(message)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_values_and_marks_of_its_message(language: str) -> None:
    for message in messages(language):
        for english, translation in pairs(message):
            for part in (PLACEHOLDER, RULE_VALUE, TAG):
                assert sorted(part.findall(translation)) == sorted(part.findall(english)), english


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_begins_and_ends_as_its_message_does(language: str) -> None:
    for message in messages(language):
        for english, translation in pairs(message):
            assert translation == translation.strip(), english
            assert (english[-1] in ".:?…") == (translation[-1] in ".:?…"), english


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_can_be_filled(language: str) -> None:
    for message in messages(language):
        for _, translation in pairs(message):
            values = dict.fromkeys(PLACEHOLDER.findall(translation), "x")
            assert "%(" not in (translation % values if values else translation)


@pytest.mark.parametrize("language", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    for message in messages(language):
        for _, translation in pairs(message):
            assert not set(translation) & {"“", '"'} or language == "bg", translation
            assert translation.count("„") == translation.count("“" if language == "bg" else "”")
