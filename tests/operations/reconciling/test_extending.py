"""A table is extended by what is known of its things."""

import pytest

from clustergraph.errors import Gone, NotFound
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.extending import Cell, Column, Content, Shown, extend
from clustergraph.operations.reconciling.schema import schema_of

_SCHOOL = "autumn-school-aaaaaaah"


def _cells(opened: OpenVersion, property_: str, **chosen: object) -> list[Cell]:
    column = Column(property=schema_of(opened).property(property_), **chosen)  # type: ignore[arg-type]
    (cells,) = extend(opened, [_SCHOOL], [column], language="pl").rows[_SCHOOL]
    return list(cells)


@pytest.mark.parametrize(
    ("property_", "cell"),
    [
        ("participantCount", Cell(Shown.WHOLE, "31")),
        ("startDate", Cell(Shown.DAY, "2018-10-01")),
        ("locatedIn", Cell(Shown.THING, "Kraków", "krakow-aaaaaaac", "pl")),
    ],
)
def test_a_value_goes_into_a_cell_as_what_it_is(
    opened: OpenVersion, property_: str, cell: Cell
) -> None:
    assert _cells(opened, property_) == [cell]


def test_a_concept_goes_into_a_cell_with_an_identifier_without_a_slash(
    opened: OpenVersion,
) -> None:
    cells = _cells(opened, "about")
    assert {cell.id for cell in cells} >= {"voc:training-topics:cluster-management"}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (Content.NAMES, "Kraków"),
        (Content.IRIS, "https://w3id.org/clustergraph/id/krakow-aaaaaaac"),
    ],
)
def test_what_of_a_thing_is_shown_can_be_chosen(
    opened: OpenVersion, content: Content, text: str
) -> None:
    (cell,) = _cells(opened, "locatedIn", content=content)
    assert (cell.shown, cell.text, cell.id) == (Shown.TEXT, text, "")


def test_the_words_that_say_it_and_their_document_can_be_chosen(opened: OpenVersion) -> None:
    (words,) = _cells(opened, "participantCount", content=Content.QUOTES)
    (document,) = _cells(opened, "participantCount", content=Content.DOCUMENTS)
    assert (words.text, words.language) == ("31 people came", "en")
    assert (document.shown, document.text) == (Shown.THING, "Autumn School opens")


def test_texts_are_kept_by_language_and_values_by_number(opened: OpenVersion) -> None:
    assert {cell.language for cell in _cells(opened, "topic")} == {"en", "pl"}
    assert [cell.text for cell in _cells(opened, "topic", language="pl")] == ["polityka klastrowa"]
    assert len(_cells(opened, "topic", limit=1)) == 1


def test_what_leads_nowhere_has_empty_cells_and_says_why(opened: OpenVersion) -> None:
    columns = [Column(property=schema_of(opened).property("topic"))]
    asked = ["nobody-aaaaaaaa", "gone-aaaaaaay", _SCHOOL, _SCHOOL]
    found = extend(opened, asked, columns, language="en")
    assert list(found.rows) == asked[:3]
    assert found.rows["nobody-aaaaaaaa"] == ([],)
    assert [type(found.faults[id_]) for id_ in asked[:2]] == [NotFound, Gone]
    assert _SCHOOL not in found.faults
