from dataclasses import replace

import pytest

from clustergraph.model import Document, Span, Zone, ZoneKind
from given.strategies import document_of


def test_a_document_gives_its_text_by_code_points() -> None:
    document = document_of("🎓 Klaster\r\nŁódź")
    assert document[Span(11, 15)] == "Łódź"


@pytest.mark.parametrize("text", ["", " \r\n\u00a0"])
def test_a_document_needs_text(text: str) -> None:
    with pytest.raises(ValueError, match="needs text"):
        document_of(text)


@pytest.mark.parametrize("id_", ["0" * 16, "ab"])
def test_a_documents_id_begins_its_hash(id_: str) -> None:
    with pytest.raises(ValueError, match="id"):
        Document(id=id_, sha256="ab" * 32, name="a.txt", text="a", language="en")


def test_a_part_is_the_zones_in_its_language_as_if_they_were_all() -> None:
    one = Zone(kind=ZoneKind.PARAGRAPH, span=Span(0, 3))
    two = Zone(kind=ZoneKind.PARAGRAPH, span=Span(4, 7), language="pl")
    document = replace(document_of("one dwa"), zones=(one, two))
    english, polish = document.part_in("en"), document.part_in("pl")
    assert (english.language, english.zones) == ("en", (one,))
    assert (polish.language, polish.zones) == ("pl", (replace(two, language=""),))
    assert document.languages == ("en", "pl")
    assert polish.text == english.text == document.text
    assert document.part_in("de").zones == ()
