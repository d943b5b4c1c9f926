"""After something was forgotten, nothing that is published names it; everything else is there."""

import gzip
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from clustergraph.decisions import read_curation
from clustergraph.errors import BadDocuments, ForgettingPending, NotForgettable
from clustergraph.iris import document_iri, graph_iri
from clustergraph.model import HIDDEN, Iri
from clustergraph.names import NameIndex
from clustergraph.names.files.opening import SURROUNDINGS
from clustergraph.operations.forgetting.wanted import Place
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.vocab import CG
from given.forgetful import FORMS, WHY, Forgetful, build_at, forget_at, iri_like, place_for

ASSERTED = NamedNode(graph_iri("asserted"))
NEWS = "The project Alpha is funded by the Government of Finland. It was led by Anna Kowalska.\n"


@pytest.fixture(scope="module")
def version(forgetful: Forgetful) -> Version:
    return forgetful.forgotten.built.version


@pytest.fixture(scope="module")
def graph(version: Version) -> GraphStore:
    return GraphStore.open(version.store_path)


def _published(version: Version, graph: GraphStore) -> Iterator[str]:
    """Yield all that the version tells, in small letters.

    The words of the language packs and the gazetteer that stand beside the index of names come from
    no document; "Szófia" is one of them.
    """
    yield from (str(quad).lower() for quad in graph.quads())
    told = (path for path in version.path.rglob("*") if path.name != SURROUNDINGS)
    for path in sorted(path for path in told if path.is_file()):
        content = path.read_bytes()
        yield path.name.lower()
        yield (
            (gzip.decompress(content) if path.suffix == ".gz" else content)
            .decode(errors="replace")
            .lower()
        )


def _asserted(graph: GraphStore, predicate: Iri) -> set[tuple[str, str]]:
    quads = graph.quads(predicate=NamedNode(predicate), graph=ASSERTED)
    return {(Iri(str(q.subject)[1:-1]).local, Iri(str(q.object)[1:-1]).local) for q in quads}


# -- Nothing names it ------------------------------------------------------------------------------


def test_the_documents_named_it_before(forgetful: Forgetful) -> None:
    assert forgetful.built.is_new
    assert forgetful.iri.local.startswith("zofia-nowacka-")
    assert forgetful.forgotten.iri == forgetful.iri


@pytest.mark.parametrize("form", FORMS)
def test_no_byte_of_a_version_holds_a_form_of_the_name(
    version: Version, graph: GraphStore, form: str
) -> None:
    assert not [told[:200] for told in _published(version, graph) if form in told]


@pytest.mark.parametrize("form", ["Zofia Nowacka", "Nowackiej", "nowacka", "Зофия Новацка"])
def test_no_form_of_the_name_finds_a_person(version: Version, form: str) -> None:
    names = NameIndex.open(version.names_path)
    found = (*names.search(form).hits, *names.search(form, prefix=True).hits)
    assert not [hit for hit in found if hit.card.cls == CG.Person]


def test_all_forms_of_the_name_are_hidden_in_the_texts(version: Version, graph: GraphStore) -> None:
    texts = "".join(version.text(id_) for id_ in _documents(graph))
    assert len(re.findall(f"{HIDDEN}+", texts)) == 9
    assert f"Wystąpienie {HIDDEN * 9} trwało godzinę" in texts
    assert f"thanked {HIDDEN * 10} for the {HIDDEN * 13} Foundation" in texts
    assert f"Write to {HIDDEN * 9}@example.org" in texts
    assert f"беше водено от {HIDDEN * 13} и Иван Петров" in texts


# -- The rest is there -----------------------------------------------------------------------------


def test_the_facts_of_others_are_still_stated(graph: GraphStore) -> None:
    employed = {(who[:-9], whom[:-9]) for who, whom in _asserted(graph, CG.affiliatedWith)}
    assert employed == {
        ("jan-zielony", "fundacja-las"),
        ("john-marlow", "forest-foundation"),
        ("ivan-petrov", "fondatsiya-gora"),
    }


def test_what_is_called_after_it_gets_an_address_without_the_name(
    forgetful: Forgetful, version: Version, graph: GraphStore
) -> None:
    ((_, payer),) = _asserted(graph, CG.fundedBy)
    assert re.fullmatch("foundation-[a-z2-7]{8}", payer)
    named = iri_like(forgetful.place, "zofia-nowacka-foundation")
    withheld = version.withheld(named)
    assert withheld is not None
    assert withheld.replaced_by is not None
    assert withheld.replaced_by.local == payer


def test_every_quote_is_still_the_text_at_its_offsets(version: Version, graph: GraphStore) -> None:
    hidden = 0
    for quad in graph.quads(predicate=NamedNode(CG.quote)):
        (start,), (end,), (document,) = (
            [_text(q.object) for q in graph.quads(quad.subject, NamedNode(predicate))]
            for predicate in (CG.quoteStart, CG.quoteEnd, CG.inDocument)
        )
        text = version.text(Iri(document).local)
        assert _text(quad.object) == text[int(start) : int(end)]
        hidden += HIDDEN in _text(quad.object)
    assert hidden > 3


def test_a_document_keeps_the_checksum_of_its_bytes(
    forgetful: Forgetful, graph: GraphStore
) -> None:
    paths = forgetful.place.documents.glob("*.txt")
    assert {_text(q.object) for q in graph.quads(predicate=NamedNode(CG.sha256))} == {
        hashlib.sha256(path.read_bytes()).hexdigest() for path in paths
    }


def test_what_is_told_of_a_document_names_nobody(forgetful: Forgetful, graph: GraphStore) -> None:
    content = (forgetful.place.documents / "zofia-nowacka.txt").read_bytes()
    node = NamedNode(document_iri(hashlib.sha256(content).hexdigest()[:16]))
    told = {
        quad.predicate.value.rpartition("/")[2]: _text(quad.object)
        for quad in graph.quads(node)
        if "purl.org" in quad.predicate.value
    }
    assert told["identifier"] == f"{HIDDEN * 13}.txt"
    assert told["title"] == f"Rozmowa z {HIDDEN * 13}"
    assert told["source"] == "https://example.org/"
    assert told["publisher"] == f"Gazeta {HIDDEN * 15}"


def test_the_report_names_nobody_and_calls_nothing_stale(version: Version) -> None:
    assert version.report["stale"] == []
    assert not [iri for iri in version.report["gone"] if "nowack" in iri]


def test_what_was_written_of_others_stays(graph: GraphStore) -> None:
    subject, says, knows = (NamedNode(f"https://example.org/{it}") for it in ("a", "says", "knows"))
    said = {str(quad.object) for quad in graph.quads(subject, says)}
    assert {text.replace(HIDDEN, "") for text in said} == {'" called."', '""@pl'}
    assert [str(quad.object) for quad in graph.quads(subject, knows)] == ["<https://example.org/b>"]


# -- What the command tells ------------------------------------------------------------------------


def test_older_versions_that_tell_of_it_are_named_and_pruned(forgetful: Forgetful) -> None:
    told = {forgetful.built.version, forgetful.written}
    assert {*forgetful.forgotten.held_by} == told
    assert not forgetful.forgotten.removed
    assert {*forgetful.pruned.removed} == told
    assert forgetful.place.home.versions() == [forgetful.forgotten.built.version]


def test_pruning_afterwards_notes_and_publishes_nothing_new(forgetful: Forgetful) -> None:
    assert not forgetful.pruned.built.is_new
    (row,) = read_curation(forgetful.place.curation).forgotten
    assert (row.iri, row.by, row.why) == (forgetful.iri, "Ada", WHY)


def test_the_files_that_hold_the_name_are_told_with_their_lines(forgetful: Forgetful) -> None:
    files = {file.path.name: file.lines for file in forgetful.forgotten.files}
    assert files["training.txt"] == (3,)
    assert files["zofia-nowacka.toml"] == (1, 2, 3)
    assert {"zofia-nowacka.txt", "obuchenie.txt", "forgotten.tsv"} <= files.keys()
    assert "documents.registry.tsv" in files


def test_what_is_forgotten_everywhere_is_not_forgotten_again(forgetful: Forgetful) -> None:
    with pytest.raises(NotForgettable, match=r"was forgotten on 2026-11-22 .*forgotten\.tsv:2"):
        forget_at(forgetful.place, forgetful.iri)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("John Marlow", r"is no address; give .*John Marlow \(Person\) https://w3id.org/"),
        ("Somebody Else", "'Somebody Else' is no address; nothing is called so"),
        ("nobody-aaaaaaaa", "Neither the registry nor the documents know https://w3id.org/"),
        ("https://w3id.org/clustergraph/doc/0123456789abcdef", "Neither the registry nor"),
        ("https://w3id.org/clustergraph/ev/0123456789abcdef", "is neither an entity nor"),
    ],
)
def test_what_can_not_be_forgotten_is_said_in_one_sentence(
    forgetful: Forgetful, address: str, said: str
) -> None:
    before = (forgetful.place.curation / "forgotten.tsv").read_bytes()
    with pytest.raises(NotForgettable, match=said):
        forget_at(forgetful.place, address)
    assert (forgetful.place.curation / "forgotten.tsv").read_bytes() == before


def test_a_reason_that_holds_the_name_is_refused(forgetful: Forgetful) -> None:
    with pytest.raises(NotForgettable, match="must not hold the name"):
        forget_at(forgetful.place, forgetful.iri, why="Zofii Nowackiej asked.", prune=True)


# -- A build that fails ----------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_for(tmp_path, {"news.txt": NEWS})


def test_a_build_that_fails_leaves_the_decision_noted_and_the_current_version_as_it_was(
    place: Place,
) -> None:
    before = build_at(place).version
    iri = iri_like(place, "anna-kowalska")
    (place.documents / "broken.pdf").write_bytes(b"no PDF")
    with pytest.raises(ForgettingPending, match=r"forgotten\.tsv.*current version still") as error:
        forget_at(place, iri)
    assert isinstance(error.value.__cause__, BadDocuments)
    assert place.home.current() == before
    (place.documents / "broken.pdf").unlink()
    forgotten = forget_at(place, iri)
    assert forgotten.built.is_new
    assert len(read_curation(place.curation).forgotten) == 1


def _documents(graph: GraphStore) -> list[str]:
    quads = graph.quads(predicate=NamedNode(CG.sha256))
    return sorted(Iri(str(quad.subject)[1:-1]).local for quad in quads)


def _text(term: object) -> str:
    assert isinstance(term, Literal | NamedNode)
    return term.value
