import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import ZoneKind
from clustergraph.reading.layout import find_title, find_zones


def kinds(text: str) -> dict[str, ZoneKind]:
    return {text[z.span.start : z.span.end]: z.kind for z in find_zones(text, "en")}


def test_each_line_is_told_by_its_shape() -> None:
    found = kinds(
        "The cluster opens\n\nVIENNA, July 19, 2013\n\nThe cluster opened its doors.\n\n"
        "What comes next\n\n• a visit\n\nhttp://example.org/a\nShare\n"
    )
    assert found == {
        "The cluster opens": ZoneKind.TITLE,
        "VIENNA, July 19, 2013": ZoneKind.DATELINE,
        "The cluster opened its doors.": ZoneKind.PARAGRAPH,
        "What comes next": ZoneKind.HEADING,
        "a visit": ZoneKind.BULLET,
        "http://example.org/a": ZoneKind.BOILERPLATE,
        "Share": ZoneKind.BOILERPLATE,
    }


def test_short_lines_between_two_titles_belong_to_other_articles() -> None:
    found = kinds("The title\n\nAnother article\n19.12.2016\n\nThe title\n\nThe text is here.\n")
    assert found["Another article"] is ZoneKind.TEASER
    assert found["19.12.2016"] is ZoneKind.TEASER
    assert found["The text is here."] is ZoneKind.PARAGRAPH


def test_a_menu_is_no_title() -> None:
    text = "Home | About | News | Contact\n\nThe cluster opens\n\nIt opened.\n"
    assert find_title(text, find_zones(text, "en")) == "The cluster opens"


def test_a_text_that_begins_with_a_paragraph_has_no_title() -> None:
    text = "The cluster opened its doors on Monday.\n"
    assert find_title(text, find_zones(text, "en")) == ""


def test_what_the_structure_of_a_file_tells_wins_over_shape() -> None:
    text = "Who comes?\nA first text.\n1. What they do\n4 May 2015\nAlpha Ltd\n"
    told = dict.fromkeys((0, 25, 41), ZoneKind.HEADING) | {52: ZoneKind.BULLET}
    zones = find_zones(text, "en", told)
    assert [(zone.kind, text[zone.span.start : zone.span.end]) for zone in zones] == [
        (ZoneKind.TITLE, "Who comes?"),
        (ZoneKind.PARAGRAPH, "A first text."),
        (ZoneKind.HEADING, "1. What they do"),
        (ZoneKind.DATELINE, "4 May 2015"),
        (ZoneKind.BULLET, "Alpha Ltd"),
    ]


@pytest.mark.parametrize("language", ["en", "und"])
@given(text=st.text(max_size=300))
def test_zones_are_sorted_do_not_overlap_and_cover_every_letter(language: str, text: str) -> None:
    zones = find_zones(text, language)
    spans = [zone.span for zone in zones]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    outside = set(range(len(text))) - {i for span in spans for i in range(span.start, span.end)}
    assert not any(text[i].isalpha() for i in outside)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("cs", "17. února 2014 se v Brně konala konference."),
        ("cs", "17. 2. 2014 se v Brně konala konference."),
        ("de", "18. März 2016 war der Tag des Workshops."),
    ],
)
def test_a_day_that_opens_a_paragraph_is_no_number_of_an_item(language: str, line: str) -> None:
    (zone,) = find_zones(line, language)
    assert (zone.kind, zone.span.start) == (ZoneKind.PARAGRAPH, 0)


def test_how_long_something_runs_is_no_date_of_the_news() -> None:
    text = "A project\n\nDuration: 01.01.2019 - 31.12.2021\n\nThe project is about wood."
    assert ZoneKind.DATELINE not in kinds(text).values()
