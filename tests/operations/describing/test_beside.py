"""What stands beside a thing in the list of its class."""

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.describing.beside import beside
from clustergraph.vocab import CG


@pytest.mark.parametrize("language", ["en", "pl", "bg", "fr"])
def test_the_way_from_thing_to_thing_is_the_list_of_the_class(
    small_names: NameIndex, language: str
) -> None:
    hits = small_names.in_order(language, [CG.Organisation], limit=100).hits
    listed = [hit.card.iri for hit in hits]
    assert len(listed) > 3
    for thing, before, after in zip(listed, [None, *listed[:-1]], [*listed[1:], None], strict=True):
        found = beside(small_names, thing, language)
        assert (found.previous and found.previous.iri) == before
        assert (found.next and found.next.iri) == after


def test_its_neighbours_are_called_as_the_reader_calls_them(small_names: NameIndex) -> None:
    found = beside(small_names, Iri(f"{BASE}id/bulgaria-aaaaaaaf"), "bg")
    assert found.previous is None
    assert found.next is not None
    assert (found.next.label.text, found.next.kind) == ("Казахстан", CG.Country)


def test_nothing_stands_beside_what_nobody_knows(small_names: NameIndex) -> None:
    found = beside(small_names, Iri(f"{BASE}id/nobody-aaaaaaaz"), "en")
    assert (found.previous, found.next) == (None, None)
