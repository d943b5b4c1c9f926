from dataclasses import replace

import pytest

from clustergraph.model import Span
from clustergraph.vocab import CG
from given.mapped import scene_of

TEXT = "The Wood Agency of Lyon met."


def texts(found: object) -> list[str]:
    return [token.text for token in found]  # type: ignore[attr-defined]


def test_tokens_are_found_by_their_places_in_the_document() -> None:
    scene = scene_of(TEXT)
    agency = Span(TEXT.index("Wood"), TEXT.index(" of"))
    assert texts(scene.inside(agency)) == ["Wood", "Agency"]
    assert texts(scene.before(agency.start)) == ["The"]
    assert texts(scene.after(agency.end)) == ["of", "Lyon", "met", "."]
    assert scene.text(agency) == "Wood Agency"
    assert (scene.text_before(agency.start), scene.text_after(agency.end)) == (
        "The",
        "of Lyon met.",
    )


def test_a_token_that_a_span_cuts_is_not_inside_it() -> None:
    assert texts(scene_of(TEXT).inside(Span(0, TEXT.index("gency")))) == ["The", "Wood"]


def test_what_stands_between_two_places_has_no_blanks_round_it() -> None:
    scene = scene_of(TEXT)
    assert scene.gap(TEXT.index(" of"), TEXT.index("Lyon")) == "of"
    assert scene.gap(5, 5) == ""


def test_signs_do_not_keep_a_word_from_opening_the_sentence() -> None:
    scene = scene_of("“Alpha met us.”")
    assert scene.opens(1)
    assert not scene.opens(8)


@pytest.mark.parametrize(
    ("text", "is_shouted"),
    [("NEW TOYS FOR US", True), ("NEW TOYS FOR us", False), ("UNIDO AND FAO", False)],
)
def test_four_words_in_capitals_are_shouted(text: str, is_shouted: bool) -> None:
    assert scene_of(text).is_shouted is is_shouted


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "New Wood Makers Paint Big Toys\n\nIt rained there, and nobody came.\n", True),
        ("en", "New Wood makers paint big toys\n\nIt rained there, and nobody came.\n", False),
        ("en", "The Toys Came Here Yesterday.", False),
        ("de", "Neue Alpen Holz Häuser\n\nEs regnete dort, und so kam niemand.\n", False),
    ],
)
def test_a_heading_may_give_each_word_its_capital(language: str, text: str, expected: bool) -> None:
    assert scene_of(text, language).is_all_capitals is expected


def test_the_last_list_that_covers_a_name_tells_its_kind() -> None:
    whole = Span(0, len(TEXT) - 1)
    lists = ((whole, CG.Organisation), (Span(4, 15), CG.Cluster), (Span(0, 3), CG.Event))
    scene = replace(scene_of(TEXT), announced=lists)
    assert scene.announced_kind(Span(4, 15)) == CG.Cluster
    assert scene.announced_kind(Span(19, 23)) == CG.Organisation
    assert scene.ends_announced(Span(9, 15))
    assert not scene.ends_announced(Span(4, 8))
    assert scene_of(TEXT).announced_kind(Span(4, 15)) is None


def test_titles_and_names_are_known_by_their_places() -> None:
    scene = replace(scene_of(TEXT), positions=(Span(4, 8),)).without_names([Span(9, 15)])
    assert texts(t for t in scene.tokens if scene.is_position(t)) == ["Wood"]
    assert texts(t for t in scene.tokens if scene.is_named(t)) == ["Agency"]
