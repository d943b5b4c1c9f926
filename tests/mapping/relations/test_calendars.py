"""Calendars of meetings, a line each."""

import pytest

from given.mapped import facts_of, map_text

ENGLISH = """The Wood Agency leads the Timbra project. The Timbra project began in 2011.

1st forum – Linz, 21 and 22 February 2012
2nd forum – Milan, April 2012, tourism
- Kick-off meeting, Vienna, 3 March 2012
- Final conference in Graz, 5 June 2012
"""
GERMAN = """Die Holzagentur leitet das Projekt Timbra. Das Projekt Timbra begann 2011.

1. Workshop – Linz, 21. und 22. Februar 2012
2. Workshop: Mailand, April 2012
- Auftakttreffen, Wien, 3. März 2012
- Abschlusskonferenz in Graz, 5. Juni 2012
"""
CZECH = """Dřevařská agentura stojí v čele projektu Timbra. Projekt Timbra začal v roce 2011.

1. fórum – Linec, 21. a 22. 2. 2012, obor energetika
2. fórum – Milán, duben 2012
"""
LINES = [
    ("en", ENGLISH, "1st forum", "Linz", "2012-02-21"),
    ("en", ENGLISH, "2nd forum", "Milan", "2012-04"),
    ("en", ENGLISH, "Kick-off meeting", "Vienna", "2012-03-03"),
    ("en", ENGLISH, "Final conference", "Graz", "2012-06-05"),
    ("de", GERMAN, "1. Workshop", "Linz", "2012-02-21"),
    ("de", GERMAN, "2. Workshop", "Mailand", "2012-04"),
    ("de", GERMAN, "Auftakttreffen", "Wien", "2012-03-03"),
    ("de", GERMAN, "Abschlusskonferenz", "Graz", "2012-06-05"),
    ("cs", CZECH, "1. fórum", "Linec", "2012-02-21"),
    ("cs", CZECH, "2. fórum", "Milán", "2012-04"),
]


@pytest.mark.parametrize(("code", "text", "meeting", "place", "day"), LINES)
def test_each_line_is_a_meeting_with_its_place_and_date(
    code: str, text: str, meeting: str, place: str, day: str
) -> None:
    facts = facts_of(map_text(text, code))
    assert {of for told, said, of in facts if (told, said) == (meeting, "locatedIn")} == {place}
    assert {of for told, said, of in facts if (told, said) == (meeting, "startDate")} == {day}


@pytest.mark.parametrize(("code", "text", "meeting"), [line[:3] for line in LINES])
def test_the_calendar_is_that_of_the_project_told_of(code: str, text: str, meeting: str) -> None:
    wholes = {of for told, said, of in facts_of(map_text(text, code)) if said == "partOf"}
    assert len(wholes) == 1
    assert (meeting, "partOf", *wholes) in facts_of(map_text(text, code))


def test_a_number_before_any_other_noun_is_that_of_an_item() -> None:
    text = "Der Verband hat Ziele.\n\n1. Wissen teilen\n2. Betriebe der Region Tirol stärken\n"
    assert not any(said == "sequenceNumber" for _, said, _ in facts_of(map_text(text, "de")))


def test_a_sentence_that_goes_on_is_no_line_of_a_calendar() -> None:
    text = "The Wood Agency met.\n\n- The conference was opened by Graz on 5 June 2012\n"
    assert not any(said == "locatedIn" for _, said, _ in facts_of(map_text(text)))
