"""An index is written as a whole."""

from dataclasses import replace
from pathlib import Path

from clustergraph.model import Iri
from clustergraph.names import Card, Name, NameIndex
from clustergraph.names.writing.storing import build_names
from given.named_things import CLUSTER


def test_an_empty_index_answers_with_nothing(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    assert NameIndex.open(tmp_path).search("a").hits == ()


def test_the_stamp_changes_with_what_the_index_holds_and_with_nothing_else(tmp_path: Path) -> None:
    iri = Iri("https://w3id.org/clustergraph/id/one")
    one = Card(iri=iri, cls=CLUSTER, prominence=1, names=(Name("One", "en"),))
    renamed = replace(one, names=(Name("Won", "en"),))
    stamps = [
        build_names(tmp_path / f"{at}", cards)
        for at, cards in enumerate(([one], [one], [renamed], [replace(one, prominence=2)], []))
    ]
    assert stamps[0] == stamps[1]
    assert len(set(stamps)) == 4
