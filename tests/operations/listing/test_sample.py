from pathlib import Path

from clustergraph.operations.dataset import Dataset
from clustergraph.operations.listing.sample import sample
from clustergraph.store.versions import Home
from given.homes import publish


def test_words_to_ask_about_are_of_what_the_version_holds(small_home: Home) -> None:
    opened = Dataset(small_home).current()
    words = sample(opened)
    found = opened.names.search(words["name"], limit=1).hits[0].card
    assert found.iri == words["iri"]
    assert found.iri.local == words["local"]
    assert found.cls.local == words["type"]
    assert words["name"].startswith(words["beginning"])
    assert words["version"] == opened.version.id
    assert words["place"] in {"Bulgaria", "Kazakhstan"}


def test_of_a_version_with_nothing_in_it_there_is_only_its_id(tmp_path: Path) -> None:
    version = publish(tmp_path)
    assert sample(Dataset(Home(tmp_path)).current()) == {"version": version.id}
