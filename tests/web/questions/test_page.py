"""Every question stands on one page with its answer, and can be taken along."""

import re
from urllib.request import urlopen

from starlette.testclient import TestClient

from clustergraph.operations.questions.questionnaire import federated_questions, questions
from given.read_pages import page


def test_every_question_is_shown_with_its_answer_or_that_there_is_none(site: TestClient) -> None:
    found = page(site, "/queries")
    asked = [question for group in questions().values() for question in group]
    assert all(question.question in found.text for question in asked)
    folds = [attrs for tag, attrs in found.tags if tag == "details"]
    shown = [question.name for question in [*asked, *federated_questions()]]
    assert [attrs["id"] for attrs in folds] == shown
    assert len([attrs for attrs in folds if "open" in attrs]) == len(questions())
    assert "Nothing in these documents answers this question." in found.text
    assert "no rows" in found.text


def test_a_question_that_answers_with_a_graph_shows_how_it_begins(served: str) -> None:
    with urlopen(f"{served}/queries") as answer:
        text = answer.read().decode()
    assert re.search(r"The answer is a graph of \d+ triples", text)
    assert "cg:issues" in text
    with urlopen(f"{served}/queries/everything-about-one.jsonld") as answer:
        assert answer.headers["content-type"] == "application/ld+json"


def test_what_asks_another_endpoint_is_shown_to_be_run_at_home(site: TestClient) -> None:
    found = page(site, "/queries")
    assert "asks another endpoint; run it at home" in found.text
    for question in federated_questions():
        assert question.endpoint in found.text
        assert f"clustergraph query {question.name} --allow-service" in found.text
        assert f"/queries/{question.name}" not in found.links()


def test_all_questions_are_there_for_tools(site: TestClient) -> None:
    assert "/queries.ttl" in page(site, "/queries").links()
    answer = site.get("/queries.ttl")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "a sh:SPARQLExecutable , sh:SPARQLSelectExecutable" in answer.text


def test_a_question_is_offered_in_the_query_form_and_as_data(site: TestClient) -> None:
    links = [link for link in page(site, "/queries").links() if link.startswith("/queries/")]
    assert len(links) == 3 * sum(map(len, questions().values()))
    accept = {"Accept": "text/html"}
    form, csv, json = (site.get(link, headers=accept, follow_redirects=True) for link in links[:3])
    assert "<textarea" in form.text
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert json.headers["content-type"] == "application/sparql-results+json"
