"""What a model is told when it calls the tools."""

from contextlib import ExitStack

import pytest

from given.conversations import Conversation, conversing_in_process
from given.scripted import Line, playing, problem

ID = "https://w3id.org/clustergraph/id/"
GREEN = f"{ID}green-synergy-aaaaaaaa"


def test_a_name_in_another_script_is_found(model: Conversation) -> None:
    found = model.told("search", text="Зелена синергия", kind="Cluster")
    assert [hit["iri"] for hit in found["results"]] == [GREEN]
    assert found["results"][0]["type"] == "Cluster"


def test_the_limit_and_the_filters_hold(model: Conversation) -> None:
    found = model.told("search", text="", kind="Country", limit=1)
    assert (len(found["results"]), found["total"]) == (1, 2)
    assert found["results"][0]["type"] == "Country"


def test_nothing_found_is_no_error_and_says_what_to_do(model: Conversation) -> None:
    found = model.told("search", text="qqqqqqqqqq")
    assert (found["results"], found["total"]) == ([], 0)
    assert "Try another name" in found["note"]


@pytest.mark.parametrize("thing", [GREEN, "green-synergy-aaaaaaaa", "Green Synergy Cluster"])
def test_a_thing_is_described_by_iri_and_by_name(model: Conversation, thing: str) -> None:
    told = model.told("describe", thing=thing)
    assert (told["iri"], told["label"], told["type"]) == (GREEN, "Green Synergy Cluster", "Cluster")
    assert "Клъстер „Зелена синергия“" in told["names"]


def test_statements_come_with_the_exact_words_that_say_them(model: Conversation) -> None:
    told = model.told("describe", thing="green-synergy-aaaaaaaa")
    quotes = [quote for each in told["statements"] for quote in each["quotes"]]
    assert quotes
    assert all(quote["words"] and "/doc/" in quote["document"] for quote in quotes)


def test_what_is_inferred_is_told_apart_and_has_no_quotes(model: Conversation) -> None:
    told = model.told("describe", thing=f"{ID}kazakhstan-sme-project-aaaaaaaj")
    assert told["inferred"]
    assert not any(each["quotes"] for each in told["inferred"])


@pytest.mark.parametrize("kind", ["Document", "Topic"])
def test_documents_and_concepts_are_described_like_all_else(model: Conversation, kind: str) -> None:
    (hit,) = model.told("search", text="", kind=kind, limit=1)["results"]
    told = model.told("describe", thing=hit["iri"])
    assert (told["label"], told["type"]) == (hit["label"], kind)


def test_an_unclear_name_is_answered_with_what_may_be_meant(model: Conversation) -> None:
    refused = model.refusal("describe", thing="cluster")
    assert "Give the IRI of one of these" in refused
    assert f"<{ID}" in refused


@pytest.mark.parametrize("thing", ["qqqqqqqqqq", "nobody-aaaaaaaa", f"{ID}nobody-aaaaaaaa", ""])
def test_what_is_not_there_is_said_and_not_left_empty(model: Conversation, thing: str) -> None:
    assert "here" in model.refusal("describe", thing=thing)


def test_a_query_gives_columns_and_rows(model: Conversation) -> None:
    told = model.told(
        "query",
        sparql="SELECT ?n ?l ?x { VALUES (?n ?l) { (7 'a'@en) (1.5 'b') } }",
        most_rows=1,
    )
    assert (told["columns"], told["rows"]) == (["n", "l", "x"], [[7, "a", None]])
    assert (told["total"], told["is_cut"]) == (2, True)


def test_yes_and_no_and_statements_are_told_as_such(model: Conversation) -> None:
    assert model.told("query", sparql="ASK { ?s ?p ?o }")["holds"] is True
    assert model.told("query", sparql="ASK { ?s ?p ?s FILTER(false) }")["holds"] is False
    told = model.told("query", sparql=f"CONSTRUCT {{ <{GREEN}> a ?c }} {{ <{GREEN}> a ?c }}")
    assert GREEN in told["turtle"]


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELEC", "not SPARQL"),
        ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "not SPARQL"),
        ("", "query"),
    ],
)
def test_a_query_that_is_not_answered_is_explained(
    model: Conversation, sparql: str, words: str
) -> None:
    assert words in model.refusal("query", sparql=sparql)


def test_a_wrong_class_is_told_with_those_there_are(model: Conversation) -> None:
    assert "Organisation" in model.refusal("search", text="a", kind="Company")


@pytest.mark.parametrize("arguments", [{}, {"text": "a", "limit": 0}, {"text": "a", "limit": "x"}])
def test_wrong_arguments_are_refused(model: Conversation, arguments: dict[str, object]) -> None:
    assert "search" in model.refusal("search", **arguments)


def test_the_conversation_goes_on_after_errors(model: Conversation) -> None:
    model.refusal("query", sparql="SELEC")
    assert model.told("search", text="Bulgaria")["results"]


def test_a_service_elsewhere_is_asked_and_its_faults_are_no_empty_results() -> None:
    with ExitStack() as stack:
        script = stack.enter_context(playing())
        with conversing_in_process(url=script.url) as model:
            script.says(Line(body=b'{"query": "a", "total": 0, "results": []}'))
            assert model.told("search", text="a")["total"] == 0
            script.says(problem(429, b'{"detail": "Too often."}', Retry_After="3600"))
            assert "Too often." in model.refusal("search", text="a")
            script.says(Line(body=b"<html>", headers={"Content-Type": "text/html"}))
            assert "no answer that can be used" in model.refusal("search", text="a")
            script.says(Line(body=b" " * 9_000_000))
            assert "add a LIMIT" in model.refusal("query", sparql="SELECT * { ?s ?p ?o }")
            stack.close()
            assert "gave no answer that can be used" in model.refusal("search", text="b")
