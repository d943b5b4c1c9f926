"""The fields of an index are asked in one language or in all."""

from collections.abc import Callable

import pytest

from clustergraph.names import NameIndex
from clustergraph.names.files.schema import name_schema
from clustergraph.names.searching.fields import Fields
from given.named_things import CLUSTER, local


def test_a_name_without_language_is_found_in_every_language(names: NameIndex) -> None:
    assert local(names, "CGS", language="pl") == ["green-synergy"]
    listed = names.of_kinds([CLUSTER], language="pl").hits
    assert [hit.card.iri.local for hit in listed] == ["green-synergy"]


def test_a_language_keeps_its_regions(index: Callable[..., NameIndex]) -> None:
    names = index(("colour", "Colour", "en-GB", "prefLabel", CLUSTER, 2))
    assert [local(names, "colour", language=tag) for tag in ("en", "en-GB", "de")] == [
        ["colour"],
        ["colour"],
        [],
    ]


@pytest.mark.parametrize("tag", ["", "x.y", "all", "a b", "*", "\x00", "und"])
def test_what_is_no_language_keeps_only_names_without_one(names: NameIndex, tag: str) -> None:
    assert local(names, "CGS", language=tag) == ["green-synergy"]
    assert local(names, "Karaganda", language=tag) == []


def test_a_beginning_that_no_name_has_is_not_asked_for() -> None:
    fields = Fields(lambda *_: 0, name_schema(), None)
    assert fields.begins(["green", "sy"]) is None
    assert Fields(lambda *_: 1, name_schema(), None).begins(["green", "sy"]) is not None


def test_values_are_counted_in_all_languages_whichever_is_asked() -> None:
    counts = {("word._", "green"): 7}
    fields = Fields(lambda field, value: counts[field, value], name_schema(), "bg")
    assert fields.count("word", "green") == 7
