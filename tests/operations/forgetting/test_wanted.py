from pathlib import Path

import pytest

from clustergraph.errors import NotForgettable
from clustergraph.iris import BASE
from clustergraph.model import document_id
from clustergraph.operations.forgetting.wanted import Place, current_version, wanted_at
from clustergraph.store.versions import Home

NEWS = b"The project Alpha began."


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A folder with one document, of which nothing was built yet."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_bytes(NEWS)
    return Place(
        documents=tmp_path / "news",
        registry=tmp_path / "registry.tsv",
        curation=tmp_path / "curation",
        home=Home(tmp_path / "home"),
    )


def test_a_document_is_wanted_by_the_address_of_its_bytes_before_any_build(place: Place) -> None:
    local = document_id(NEWS)
    wanted = wanted_at(f"http://127.0.0.1:8000/doc/{local}", place)
    assert wanted.iri == f"{BASE}doc/{local}"
    assert wanted.documents == {local}
    assert current_version(place.home) is None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("Alpha", "'Alpha' is no address; nothing is called so."),
        (f"{BASE}ev/0123456789abcdef", "is neither an entity nor a document"),
        (f"{BASE}id/alpha-aaaaaaaa", "Neither the registry nor the documents know"),
        (f"{BASE}doc/0123456789abcdef", "Neither the registry nor the documents know"),
    ],
)
def test_what_is_not_known_is_refused_in_a_sentence(place: Place, address: str, why: str) -> None:
    with pytest.raises(NotForgettable) as caught:
        wanted_at(address, place)
    assert why in str(caught.value)
