"""All that passages say of a statement goes from two documents to page, API, CSV, SPARQL and RDF.

The documents are built as any others; what a mapper could miss is added as people add it.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.cli.review import review_lines
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_curation, default_registry
from clustergraph.operations.consult import consult
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.describing.disagree import Side
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.review import to_review
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from clustergraph.vocab import CG
from given.clients import client_of

FIRST = """\
The project Alpha is funded by the Government of Finland. The Government of Finland pays for Alpha.

The project Alpha starts on 6 February 2018 in Karaganda, Kazakhstan. More than 90 people took part.

Anna Virtanen, former director of the Nordic Institute, spoke. Alpha belongs to Gamma.
"""
SECOND = """\
The project Alpha is funded by the Government of Finland.

The project Alpha began on 9 February 2018. The project Alpha was held in Karaganda, Kazakhstan.

In all 95 people took part, though some counted 80. It was the year 2018. Alpha belongs to Gamma.

Anna Virtanen, director of the Nordic Institute, spoke about Alpha and about the project Gamma.
"""
ADA = ("Ada", "2026-11-22", "")
BOB = ("Bob", "2026-11-21", "pledged, not paid")
FINLAND = "Government of Finland"
PAYS = "The Government of Finland pays for Alpha"
HELD = "The project Alpha was held in Karaganda"
DECISIONS = (
    ("add", "one.txt", "fundedBy", FINLAND, PAYS, "", ADA),
    ("add", "one.txt", "startDate", "2018-02-06", "starts on 6 February 2018", "planned", ADA),
    ("add", "two.txt", "startDate", "2018-02-09", "began on 9 February 2018", "", ADA),
    ("add", "two.txt", "startDate", "2018", "It was the year 2018", "", ADA),
    ("add", "one.txt", "locatedIn", "Karaganda", "starts on 6 February 2018", "planned", ADA),
    ("add", "two.txt", "locatedIn", "Karaganda", HELD, "", ADA),
    ("add", "one.txt", "participantCount", "90", "More than 90 people", "at-least", ADA),
    ("add", "two.txt", "participantCount", "95", "In all 95 people", "", ADA),
    ("add", "two.txt", "participantCount", "80", "some counted 80", "reported", ADA),
    ("dispute", "two.txt", "fundedBy", FINLAND, "funded by the Government of Finland", "", BOB),
)
"""What people said of Alpha: decision, document, property, value, words, qualifiers, who."""
HEADER = (
    *("decision", "document", "subject", "predicate", "object", "quote"),
    *("role", "qualifiers", "by", "on", "why"),
)
EVIDENCE = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?value ?document ?modality ?least ?status ?by ?on ?why WHERE {
  ?e rdf:predicate ?property ; rdf:object ?value ; cg:inDocument/dcterms:identifier ?document ;
    cg:modality ?m ; cg:reviewStatus ?s .
  OPTIONAL { ?e cg:atLeast ?least } OPTIONAL { ?e cg:reviewNote ?why }
  OPTIONAL { ?e cg:reviewedBy ?by ; cg:reviewedOn ?on }
  BIND (REPLACE(STR(?m), ".*/", "") AS ?modality) BIND (REPLACE(STR(?s), ".*/", "") AS ?status)
  FILTER (?property = cg:PROPERTY)
} ORDER BY ?value ?document ?status"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    documents = tmp_path_factory.mktemp("told") / "documents"
    curation = default_curation(documents)
    documents.mkdir()
    curation.mkdir()
    (documents / "one.txt").write_text(FIRST, encoding="utf-8")
    (documents / "two.txt").write_text(SECOND, encoding="utf-8")
    lines = ["\t".join(row) for row in (HEADER, *map(_row, DECISIONS))]
    (curation / "statements.tsv").write_text("\n".join(lines), encoding="utf-8")
    home = Home(documents.parent / "home")
    build(documents, default_registry(documents), home, today=date(2026, 11, 22), workers=1)
    return home


def _row(decision: tuple[str, str, str, str, str, str, tuple[str, str, str]]) -> tuple[str, ...]:
    verdict, document, property_, value, quote, qualifiers, who = decision
    return verdict, document, "Alpha", property_, value, quote, "", qualifiers, *who


@pytest.fixture(scope="module")
def graph(home: Home) -> GraphStore:
    return GraphStore.open(home.current().store_path)


@pytest.fixture(scope="module")
def told(home: Home) -> Iterator[TestClient]:
    """The service over what the two documents tell."""
    with client_of(home) as client:
        yield client


@pytest.fixture(scope="module")
def alpha(told: TestClient) -> Iri:
    return _find(told, "Alpha")


def _find(told: TestClient, name: str) -> Iri:
    results = told.get("/api/search", params={"q": name}).json()["results"]
    return Iri(next(each["iri"] for each in results if each["label"] == name))


def page(told: TestClient, iri: Iri) -> str:
    text = told.get(f"/page/{iri.local}", headers={"Accept": "text/html"}).text
    return " ".join("".join(_Text(text).words).split())


class _Text(HTMLParser):
    """The words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def answer(told: TestClient, iri: Iri) -> Any:
    parts = {"include": "relations,incoming,evidence,same_as"}
    return told.get(f"/api/entities/{iri.local}", params=parts).json()


def rows(told: TestClient, property_: Iri) -> list[dict[str, str]]:
    query = EVIDENCE.replace("PROPERTY", property_.local)
    text = told.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"}).text
    return list(csv.DictReader(io.StringIO(text)))


# -- Several passages ------------------------------------------------------------------------------


def test_each_passage_of_a_statement_is_a_node_of_its_own(told: TestClient) -> None:
    documents = [row["document"] for row in rows(told, CG.fundedBy)]
    assert sorted(documents) == ["one.txt", "one.txt", "two.txt"]


def test_a_page_counts_the_passages_of_a_statement_and_their_documents(
    told: TestClient, alpha: Iri
) -> None:
    assert "2 documents, 3 passages" in page(told, alpha)


def test_a_statement_with_several_passages_is_stated_once(graph: GraphStore, alpha: Iri) -> None:
    relations = consult(graph, "relations-of", entity=alpha)
    (funding,) = (row for row in relations if row.iri("property") == CG.fundedBy)
    assert funding.number("total") == 1


def test_the_api_gives_every_passage(told: TestClient, alpha: Iri) -> None:
    (group,) = (g for g in answer(told, alpha)["relations"] if g["property"] == "cg:fundedBy")
    (funder,) = group["results"]
    assert len(funder["evidence"]) == 3
    assert len({each["iri"] for each in funder["evidence"]}) == 3


# -- How a passage puts it -------------------------------------------------------------------------


def test_a_least_number_is_told_as_one_everywhere(told: TestClient, alpha: Iri) -> None:
    assert "at least 90" in page(told, alpha)
    least = [row["value"] for row in rows(told, CG.participantCount) if row["least"]]
    assert least == ["90"]
    facts = answer(told, alpha)["facts"]
    (ninety,) = (fact for fact in facts if fact["value"] == "90")
    assert [each["at_least"] for each in ninety["evidence"]] == [True]


def test_a_plan_and_hearsay_are_told_as_such_everywhere(told: TestClient, alpha: Iri) -> None:
    modalities = {row["value"]: row["modality"] for row in rows(told, CG.startDate)}
    assert modalities == {"2018-02-06": "planned", "2018-02-09": "fact", "2018": "fact"}
    shown = page(told, alpha)
    assert "(planned)" in shown
    assert "(reported)" in shown
    facts = {
        fact["value"]: fact["evidence"][0]["modality"] for fact in answer(told, alpha)["facts"]
    }
    assert (facts["2018-02-06"], facts["80"], facts["95"]) == ("planned", "reported", "fact")


# -- What people decided ---------------------------------------------------------------------------


def test_who_decided_when_and_why_is_told_everywhere(told: TestClient, alpha: Iri) -> None:
    (disputed,) = (row for row in rows(told, CG.fundedBy) if row["status"] == "disputed")
    told_by = {key: disputed[key] for key in ("document", "by", "on", "why")}
    assert told_by == {
        "document": "two.txt",
        "by": "Bob",
        "on": "2026-11-21",
        "why": "pledged, not paid",
    }
    assert "disputed: pledged, not paid" in page(told, alpha)
    (group,) = (g for g in answer(told, alpha)["relations"] if g["property"] == "cg:fundedBy")
    (evidence,) = (e for e in group["results"][0]["evidence"] if e["status"] == "disputed")
    assert evidence["reviewed_by"] == "Bob"
    assert evidence["reviewed_on"] == "2026-11-21"
    assert evidence["review_note"] == "pledged, not paid"


def test_a_disputed_statement_stays_and_is_listed_for_review(home: Home) -> None:
    found = to_review(home.current())
    (disputed,) = found.disputed
    assert (disputed.predicate.iri, disputed.review_note) == (CG.fundedBy, "pledged, not paid")
    lines = list(review_lines(found, limit=5))
    assert "1 passage that people dispute" in lines
    assert "      Bob: pledged, not paid" in lines


# -- Disagreement ----------------------------------------------------------------------------------


def test_a_page_sets_what_documents_say_against_each_other_side_by_side(
    told: TestClient, alpha: Iri
) -> None:
    shown = page(told, alpha)
    assert "Where sources disagree" in shown
    assert "documents disagree about the value" in shown
    assert "documents disagree whether it is a plan or a fact" in shown
    assert "one document says both values" in shown
    assert "6 February 2018[" in shown
    assert "9 February 2018[" in shown


def test_the_first_sentence_of_a_page_takes_no_side(told: TestClient, alpha: Iri) -> None:
    text = told.get(f"/page/{alpha.local}", headers={"Accept": "text/html"}).text
    (_, *lead) = text.split('<p class="lead">')
    assert len(lead) == 1
    assert "located in" in lead[0].split("</p>")[0]
    assert "February" not in lead[0].split("</p>")[0]


def test_a_page_marks_each_value_that_others_contradict(told: TestClient, alpha: Iri) -> None:
    text = told.get(f"/page/{alpha.local}", headers={"Accept": "text/html"}).text
    facts = text.split('id="disagreements"', maxsplit=1)[0]
    assert facts.count('class="disagreement" href="#disagreements"') == 6


def test_a_less_precise_date_and_a_least_number_contradict_nothing(
    told: TestClient, alpha: Iri
) -> None:
    pairs = {
        (each["one"]["value"], each["other"]["value"])
        for each in answer(told, alpha)["disagreements"]
        if each["about"] == "value"
    }
    assert pairs == {("2018-02-06", "2018-02-09"), ("80", "90"), ("80", "95")}


def test_the_api_gives_both_sides_with_their_words(told: TestClient, alpha: Iri) -> None:
    small = told.get(f"/api/entities/{alpha.local}").json()
    (start,) = (each for each in small["disagreements"] if each["property"] == "cg:startDate")
    assert "6 February" in start["one"]["evidence"][0]["quote"]
    assert "9 February" in start["other"]["evidence"][0]["quote"]
    assert (start["subject"], start["one"]["documents"]) == (alpha, 1)


def test_an_entity_on_which_all_agree_shows_no_disagreement(told: TestClient) -> None:
    kazakhstan = _find(told, "Kazakhstan")
    assert "disagreements" not in answer(told, kazakhstan)
    assert "disagree" not in page(told, kazakhstan)


def test_a_post_that_one_document_calls_former_is_shown_with_both(told: TestClient) -> None:
    anna = _find(told, "Anna Virtanen")
    (found,) = answer(told, anna)["disagreements"]
    assert found["about"] == "former"
    assert [found[side]["evidence"][0]["former"] for side in ("one", "other")] == [True, False]
    assert "documents disagree whether it still holds" in page(told, anna)


def test_the_employer_s_page_shows_the_same_disagreement(told: TestClient) -> None:
    institute = _find(told, "Nordic Institute")
    (found,) = answer(told, institute)["disagreements"]
    assert found["subject"] == _find(told, "Anna Virtanen")
    assert "Anna Virtanen: Affiliated with" in page(told, institute)


def test_the_ready_query_and_the_pages_find_the_same(graph: GraphStore, alpha: Iri) -> None:
    asked = {
        (row.iri("thing"), row.iri("property"), row.words("about"), row.words("value"),
         row.words("other_value"), row.words("quote"), row.words("other_quote"))
        for row in consult(graph, "documents-disagree")
    }  # fmt: skip
    things = {row[0] for row in asked}
    assert alpha in things
    shown = {
        (each.subject.iri, each.property.iri, str(each.ground), _value(each.one),
         _value(each.other), one.quote.text, other.quote.text)
        for thing in things
        for each in describe(graph, thing, Labels(graph)).disagreements
        for one in each.one.passages
        for other in each.other.passages
    }  # fmt: skip
    assert shown == asked
    assert {row[2] for row in asked} == {"value", "former", "planned"}


def _value(side: Side) -> str:
    return side.value.label.text if isinstance(side.value, Thing) else side.value.text


def test_the_ready_query_is_public_and_gives_words_and_documents(told: TestClient) -> None:
    query = find_query("documents-disagree").text
    text = told.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"}).text
    found = list(csv.DictReader(io.StringIO(text)))
    (start,) = (row for row in found if row["property"] == CG.startDate)
    assert (start["value"], start["document"]) == ("2018-02-06", "one.txt")
    assert (start["other_value"], start["other_document"]) == ("2018-02-09", "two.txt")
    assert "9 February" in start["other_quote"]


def test_review_lists_what_documents_disagree_about(home: Home) -> None:
    lines = list(review_lines(to_review(home.current()), limit=20))
    assert "  Alpha startDate (value)" in lines
    assert any(line.startswith("      2018-02-09 | two.txt: ") for line in lines)


# -- Why a statement is made, and what stands against it -------------------------------------------


def why(told: TestClient, subject: Iri, predicate: str, value: str) -> dict[str, Any]:
    asked = {"s": subject, "p": predicate, "o": value}
    explained = told.get("/why.json", params=asked).json()
    step: dict[str, Any] = explained["ways"][0]["steps"][0]
    page = told.get("/why", params=asked, headers={"Accept": "text/html"})
    parser = _Words()
    parser.feed(page.text)
    return {**step, "page": " ".join(parser.text.split())}


class _Words(HTMLParser):
    text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_another_value_of_another_document_stands_against_a_date(
    told: TestClient, alpha: Iri
) -> None:
    step = why(told, alpha, "cg:startDate", "2018-02-09")
    (found,) = step["objections"]
    assert (found["about"], found["value"]["text"]) == ("value", "2018-02-06")
    assert found["between_documents"]
    assert "6 February" in found["evidence"][0]["quote"]
    _, _, against = step["page"].partition("What stands against it")
    assert "Another document gives another value: 6 February 2018" in against
    assert "Modality planned" in against


def test_nothing_stands_against_a_date_that_is_only_less_precise(
    told: TestClient, alpha: Iri
) -> None:
    assert why(told, alpha, "cg:startDate", "2018")["objections"] == []


def test_a_document_that_gives_two_values_is_told_apart(told: TestClient, alpha: Iri) -> None:
    found = why(told, alpha, "cg:participantCount", "95")["objections"]
    assert [(each["value"]["text"], each["between_documents"]) for each in found] == [("80", False)]


def test_a_plan_stands_against_a_fact(told: TestClient, alpha: Iri) -> None:
    karaganda = _find(told, "Karaganda")
    step = why(told, alpha, "cg:locatedIn", karaganda)
    assert [each["about"] for each in step["objections"]] == ["planned"]
    assert "These words speak of a plan only:" in step["page"]


def test_a_dispute_is_told_with_who_disputes_and_why(told: TestClient, alpha: Iri) -> None:
    finland = _find(told, FINLAND)
    step = why(told, alpha, "cg:fundedBy", finland)
    assert (step["documents"], step["passages"]) == (2, 3)
    assert [each["about"] for each in step["objections"]] == ["disputed"]
    assert "2 documents say so. There are 3 passages." in step["page"]
    assert (
        "Reviewed by Bob Reviewed on 21 November 2026 Review note pledged, not paid"
        in (step["page"])
    )
    assert "People disagree whether these words say it:" in step["page"]


def test_a_post_that_is_over_stands_against_one_that_is_held(told: TestClient) -> None:
    anna, institute = _find(told, "Anna Virtanen"), _find(told, "Nordic Institute")
    step = why(told, anna, "cg:affiliatedWith", institute)
    assert [each["about"] for each in step["objections"]] == ["former"]
    assert "These words say that it is over:" in step["page"]


def test_the_page_of_a_passage_tells_what_stands_against_it(told: TestClient, alpha: Iri) -> None:
    step = why(told, alpha, "cg:startDate", "2018-02-09")
    local = step["evidence"][0]["iri"].rpartition("/")[2]
    html = told.get(f"/page/ev/{local}", headers={"Accept": "text/html"}).text
    assert "What stands against it" in html
    assert "starts on 6 February 2018" in html


# -- Links -----------------------------------------------------------------------------------------


def test_a_page_tells_what_a_place_is_elsewhere_and_why(told: TestClient) -> None:
    shown = page(told, _find(told, "Kazakhstan"))
    assert "The same elsewhere" in shown
    assert "publications.europa.eu" in shown
    assert "ISO 3166-1: KZ is KAZ." in shown


def test_the_api_tells_what_a_place_is_elsewhere_and_why(told: TestClient) -> None:
    same = answer(told, _find(told, "Karaganda"))["same_as"]
    assert [each["iri"] for each in same] == ["https://sws.geonames.org/609655/"]
    assert same[0]["relation"] == "skos:exactMatch"
    assert same[0]["justification"].startswith("https://w3id.org/semapv/vocab/")
    assert "city:609655" in same[0]["comment"]


def test_a_link_is_no_relation_of_the_field_and_its_node_points_nowhere(
    told: TestClient,
) -> None:
    found = answer(told, _find(told, "Karaganda"))
    assert {group["property"] for group in found["relations"]} == {"cg:locatedIn"}
    assert {group["property"] for group in found["incoming"]} == {"cg:locatedIn"}


def test_the_turtle_of_a_place_holds_the_link_and_its_justification(told: TestClient) -> None:
    local = _find(told, "Karaganda").local
    turtle = told.get(f"/data/{local}.ttl").text
    said = list(parse(turtle, format=RdfFormat.TURTLE))
    (link,) = (quad for quad in said if quad.predicate.value.endswith("exactMatch"))
    nodes = {quad.subject for quad in said if str(quad.subject).startswith(f"<{BASE}link/")}
    assert len(nodes) == 1
    of_node = {quad.predicate.value: quad.object for quad in said if quad.subject in nodes}
    assert link.object in of_node.values()
    assert "https://w3id.org/sssom/mapping_justification" in of_node
    assert "sssom:mapping_justification" in turtle
