"""Where something that was forgotten is still named."""

import hashlib
from pathlib import Path

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri, LangString
from clustergraph.operations.forgetting.traces import holding_files, holding_versions
from clustergraph.operations.forgetting.wanted import Wanted
from clustergraph.resolving import Naming
from clustergraph.store.versions import Home
from given.handwritten import write_by_hand
from given.homes import publish

THING = Iri(f"{BASE}things/1")
"""What the versions of ``homes.publish`` tell of."""


def _wanted(iri: Iri, *documents: str) -> Wanted:
    naming = Naming.of([LangString("Anna Kowalska", "pl")], is_person=True)
    return Wanted(iri=iri, addresses={iri}, naming=naming, documents=set(documents))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with three versions of which the first two are not the current one."""
    for count in (3, 4, 5):
        publish(tmp_path, count)
    return Home(tmp_path)


def test_older_versions_that_tell_of_it_are_found_and_the_current_one_is_not(home: Home) -> None:
    first, second, _ = home.versions()
    assert holding_versions(home, _wanted(THING)) == [first, second]
    assert holding_versions(home, _wanted(Iri(f"{BASE}things/4"))) == [second]


def test_a_version_that_can_not_be_read_may_tell_of_it(home: Home) -> None:
    first, *_ = home.versions()
    (first.path / "version.json").unlink()
    assert holding_versions(home, _wanted(Iri(f"{BASE}id/nobody-aaaaaaaa"))) == [first]


def test_a_version_whose_texts_hold_the_name_tells_of_it(home: Home) -> None:
    first, *_ = home.versions()
    assert not holding_versions(home, _wanted(Iri(f"{BASE}id/anna-kowalska-aaaaaaaa")))
    (first.path / "texts").mkdir()
    (first.path / "texts" / "0123456789abcdef.txt").write_text("Anny Kowalskiej", encoding="utf-8")
    assert holding_versions(home, _wanted(Iri(f"{BASE}id/anna-kowalska-aaaaaaaa"))) == [first]


def test_a_version_in_which_somebody_wrote_of_it_tells_of_it(home: Home) -> None:
    named = write_by_hand(home, 'GRAPH our:ours { our:a our:says "Led by Anna Kowalska" . }')
    by = write_by_hand(home, "our:a our:says 1 .", by="Anna Kowalska")
    about = write_by_hand(home, f"our:a our:says <<( <{BASE}id/ak> our:b our:c )>> .")
    write_by_hand(home)
    publish(home.path, 6)
    assert set(holding_versions(home, _wanted(Iri(f"{BASE}id/nobody")))) >= {named, by, about}
    found = holding_versions(home, _wanted(Iri(f"{BASE}id/ak")))
    assert about in found
    assert home.versions()[0] not in found


def test_a_home_without_versions_holds_nothing(tmp_path: Path) -> None:
    assert holding_versions(Home(tmp_path / "none"), _wanted(THING)) == []


def test_lines_with_the_name_are_told_and_with_the_surname_where_a_document_mentions_it(
    tmp_path: Path,
) -> None:
    text = "News\nAnna Kowalska spoke.\nMs Kowalska left.\n"
    for name, content in (("a.txt", text), ("b.txt", f"{text}Again.\n"), ("c.pdf", "%PDF")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    ids = (hashlib.sha256(words.encode()).hexdigest()[:16] for words in (text, "%PDF"))
    other = tmp_path / "other" / "registry.tsv"
    other.parent.mkdir()
    other.write_text(f"{THING}\tKowalska\n", encoding="utf-8")
    found = holding_files(tmp_path, [other, tmp_path / "none"], _wanted(THING, *ids))
    assert {file.path.name: file.lines for file in found} == {
        "a.txt": (2, 3),
        "b.txt": (2,),
        "c.pdf": (),
        "registry.tsv": (1,),
    }
