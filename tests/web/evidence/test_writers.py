"""Words that somebody wrote down are told from those that a build read, and by whom."""

import shutil
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.passages import insert_of, passage_of
from given.read_pages import page, words
from given.written_home import update_home

BUILT = "id:4th-training-module-aaaaaaai cg:startDate '2018-02-19'^^xsd:date"
STATED = "id:4th-training-module-aaaaaaai cg:locatedIn id:bulgaria-aaaaaaaf"
FOREIGN = "https://example.org/words/1"
WHY = "/why?s=id:4th-training-module-aaaaaaai&p=cg:locatedIn&o=id:bulgaria-aaaaaaaf"
TALK = (
    '<https://example.org/talk> a cg:Document ; dcterms:title "A talk"@en ; dcterms:language "en" .'
)
ODD = """
ev:odd a cg:Evidence ; rdf:subject id:bulgaria-aaaaaaaf ; rdf:predicate cg:locatedIn ;
  rdf:object 1 ; cg:inDocument doc:71fb2550c3039bbf ; cg:quote "x" ; cg:quoteStart 1 ;
  cg:quoteEnd 999999999999 ; cg:modality "?" ; cg:reviewStatus 1 ; cg:confidence "very" ;
  cg:rule cg:x ; cg:reviewedBy cg:x ; cg:reviewedOn "never" .
ev:nowhere a cg:Evidence ; rdf:subject id:bulgaria-aaaaaaaf ; rdf:predicate cg:locatedIn ;
  rdf:object 1 ; cg:inDocument doc:71fb2550c3039bbf ; cg:quote "x" ; cg:quoteStart "here" ;
  cg:quoteEnd 2 .
"""
"""What nobody would write who lets it be checked."""


@pytest.fixture(scope="module")
def quoted_site(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("quoted")
    home = Home(folder / "home")
    shutil.copytree(small_home.path, home.path, symlinks=True)
    mine = passage_of(STATED, node=f"<{FOREIGN}>", document="<https://example.org/talk>")
    update_home(home, folder, insert_of(f"{STATED} . {TALK} {mine} {ODD}"))
    update_home(home, folder, insert_of(passage_of(BUILT.replace("'", '"')), graph=""), by="bob")
    with client_of(home) as client:
        yield client


def test_words_that_somebody_wrote_down_tell_who_did(quoted_site: TestClient) -> None:
    told = words(page(quoted_site, "/page/ev/by-maria"))
    assert "Maria" in told
    assert "People wrote this passage down: the default graph: bob, " in told
    found = quoted_site.get("/why.json?" + WHY.partition("?")[2]).json()
    (passage,) = found["ways"][0]["steps"][0]["evidence"]
    assert passage["written"] == ["https://example.org/notes"]


def test_words_of_a_build_tell_of_nobody(quoted_site: TestClient) -> None:
    assert "wrote" not in words(page(quoted_site, "/page/ev/0000000000000002"))


def test_a_statement_is_not_told_to_be_of_documents_too_where_only_people_wrote(
    quoted_site: TestClient,
) -> None:
    told = words(page(quoted_site, WHY))
    assert "People wrote it: ex" in told.replace("https://", "")
    assert "People wrote it too" not in told


def test_words_and_documents_of_other_addresses_are_linked_to_where_they_are(
    quoted_site: TestClient,
) -> None:
    text = quoted_site.get(WHY, headers={"Accept": "text/html"}).text
    assert 'href="https://example.org/talk"' in text
    assert "/page/https" not in text
    assert "This passage" not in text
    report = quoted_site.get(f"/report?statement={FOREIGN}", headers={"Accept": "text/html"})
    assert "A talk" in report.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/page/ev/odd", 200),
        ("/page/ev/nowhere", 404),
        ("/page/doc/71fb2550c3039bbf", 200),
        ("/page/bulgaria-aaaaaaaf", 200),
        ("/why.json?s=id:bulgaria-aaaaaaaf&p=cg:locatedIn&o=1", 404),
    ],
)
def test_odd_words_break_no_page(quoted_site: TestClient, path: str, status: int) -> None:
    answer = quoted_site.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == status
