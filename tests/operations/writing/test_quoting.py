"""Whoever writes a statement may write the words of a document with it, as they stand there."""

from collections.abc import Callable

import pytest

from clustergraph.errors import RulesBroken
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.proving.why import why
from clustergraph.operations.writing.order import Written
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from clustergraph.vocab import CG
from given.passages import BIRCH_CITY, PREFIXES, insert_of, passage_of

NAMED = 'id:birch-cluster-bbbbbbbb a cg:Cluster ; skos:prefLabel "Birch Cluster"@en .'
STATED = f"{NAMED} {BIRCH_CITY} ."
BUILT = "id:4th-training-module-aaaaaaai cg:locatedIn id:karaganda-aaaaaaah"
MINE = f"""<https://example.org/talk> a cg:Document ; dcterms:identifier "talk.txt" ;
    dcterms:language "en" ; cg:characterCount 900 ; cg:sha256 "{"0" * 64}" ."""
BIRCH = Iri(f"{BASE}id/birch-cluster-bbbbbbbb")
CITY = Iri(f"{BASE}id/karaganda-aaaaaaah")
Update = Callable[..., Written]


def broken(stopped: pytest.ExceptionInfo[RulesBroken]) -> dict[str, str]:
    return {row["shape"]: row["message"] for row in stopped.value.errors}


@pytest.mark.parametrize("graph", ["https://example.org/notes", ""], ids=["named", "default"])
def test_a_statement_is_written_with_the_words_that_say_so(
    built: Home, update: Update, graph: str
) -> None:
    update(built, insert_of(STATED + passage_of(BIRCH_CITY), graph=graph))
    store = GraphStore.open(built.current().store_path)
    ((step,),) = (way.steps for way in why(store, Labels(store), BIRCH, CG.locatedIn, CITY).ways)
    (passage,) = step.passages
    assert (passage.reviewed_by, passage.written, step.written) == ("Maria", (graph,), (graph,))


def test_words_are_added_to_what_documents_say(built: Home, update: Update) -> None:
    assert update(built, insert_of(passage_of(BUILT))).added > 0


def test_words_of_a_document_that_somebody_describes_are_taken_as_they_are(
    built: Home, update: Update
) -> None:
    told = passage_of(BIRCH_CITY, document="<https://example.org/talk>", start=800)
    assert update(built, insert_of(STATED + MINE + told)).added > 0


def test_words_for_what_nobody_states_are_refused(built: Home, update: Update) -> None:
    with pytest.raises(RulesBroken) as stopped:
        update(built, insert_of(NAMED + passage_of(BIRCH_CITY)))
    assert broken(stopped).keys() == {"asserted"}


def test_a_statement_does_not_go_while_there_are_words_for_it(built: Home, update: Update) -> None:
    update(built, insert_of(STATED + passage_of(BIRCH_CITY)))
    there = f"GRAPH <https://example.org/notes> {{ {BIRCH_CITY} }}"
    with pytest.raises(RulesBroken) as stopped:
        update(built, f"{PREFIXES} DELETE DATA {{ {there} }}")
    assert broken(stopped).keys() == {"asserted"}


def test_words_that_stand_elsewhere_are_refused_with_their_place(
    built: Home, update: Update
) -> None:
    with pytest.raises(RulesBroken) as stopped:
        update(built, insert_of(passage_of(BUILT, start=7)))
    assert "these begin at 0" in broken(stopped)["verbatim"]


def test_words_that_the_document_does_not_have_are_refused(built: Home, update: Update) -> None:
    with pytest.raises(RulesBroken) as stopped:
        update(built, insert_of(passage_of(BUILT, quote="Karaganda is a city")))
    assert "no such words" in broken(stopped)["verbatim"]
    assert update(built, insert_of(passage_of(BUILT, quote="!")), is_checked=False).added > 0


def test_words_of_a_document_that_nobody_describes_are_refused(built: Home, update: Update) -> None:
    with pytest.raises(RulesBroken) as stopped:
        update(built, insert_of(passage_of(BUILT, document="<https://example.org/talk>")))
    assert broken(stopped).keys() == {"inDocument"}
