from itertools import pairwise

import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.mentions.read_sentence import ReadSentence, read_sentence
from given.mapped import gazetteer, stories_in


def read(text: str, language: str = "en") -> ReadSentence:
    sentence = stories_in(text, language)[0].sentences[0]
    return read_sentence(sentence, load_pack(language), gazetteer(), {})


def kinds(text: str, language: str = "en") -> dict[str, str | None]:
    return {m.names[0]: m.kind and m.kind.local for m in read(text, language).mentions}


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    found = read("Ann Lee of the Wood Agency opened the course in Lyon on 6 May 2015.")
    assert [m.names[0] for m in found.mentions] == ["Ann Lee", "Wood Agency", "course", "Lyon"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found.mentions))
    assert [found.scene.text(date.span) for date in found.dates] == ["6 May 2015"]


def test_what_lies_between_two_places_lies_there_wholly() -> None:
    found = read("The Wood Agency met Lyon.")
    agency, lyon = found.mentions
    assert found.between(0, agency.span.end) == (agency,)
    assert found.between(agency.span.start + 1, lyon.span.end) == (lyon,)


def test_a_year_of_money_is_no_date() -> None:
    found = read("Es erhält 2018 Euro.", "de")
    assert (len(found.amounts), found.dates) == (1, ())


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "We saw Zorvo, a Catalan cluster, today.", "Zorvo", "Cluster"),
        ("en", "Zorvo Cluster, a Danish project, ended.", "Zorvo Cluster", "Project"),
        ("en", "The cluster Zorvo, a Danish project, ended.", "Zorvo", "Cluster"),
        ("en", "He came from the United Kingdom.", "United Kingdom", "Country"),
        ("ro", "A venit din Alba Iulia.", "Alba Iulia", "City"),
        ("ro", "A venit CCI Constanța.", "CCI Constanța", None),
    ],
)
def test_a_name_is_settled_by_what_stands_beside_it(
    language: str, text: str, name: str, kind: str | None
) -> None:
    assert kinds(text, language)[name] == kind


@pytest.mark.parametrize("text", ["We met Mr Dr today.", "We met the Managing Director today."])
def test_titles_and_positions_are_no_names(text: str) -> None:
    assert kinds(text) == {}
