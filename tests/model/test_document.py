import pytest

from clustergraph.model import Document, Span
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
