"""The parts of an index are read as one."""

from clustergraph.model import Iri
from clustergraph.names import NameIndex
from given.named_things import CITY


def test_facets_count_each_entity_once_for_a_value(names: NameIndex) -> None:
    facets = names.facets("karaganda", wanted=("cls", "country", "language"))
    assert facets == {
        "cls": [(CITY, 1)],
        "country": [],
        "language": [("bg", 1), ("en", 1), ("pl", 1)],
    }


def test_a_facet_counts_what_its_filter_finds(names: NameIndex) -> None:
    for text in ("green", "cluster", ""):
        for cls, count in names.facets(text)["cls"]:
            kinds = [Iri(cls)]
            found = names.search(text, kinds=kinds) if text else names.of_kinds(kinds)
            assert found.total == count
