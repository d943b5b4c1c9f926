from typing import Any

import pytest
from starlette.testclient import TestClient

from clustergraph.web.schemas import EntityAnswer, SearchAnswer

LOCAL = "trace-kei-aaaaaaab"


def ids(answer: Any) -> list[str]:
    return [result["url"] for result in answer.json()["results"]]


def test_search_finds_by_a_name_in_any_script(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "Зелена синергия", "limit": 5})
    assert "/id/green-synergy-aaaaaaaa" in ids(answer)
    found = SearchAnswer.model_validate_json(answer.content, strict=True).results
    (cluster,) = [result for result in found if result.type == "Cluster"]
    assert (cluster.label, cluster.match) == ("Green Synergy Cluster", "all words")
    assert (cluster.name, cluster.name_language) == ("Клъстер „Зелена синергия“", "bg")


def test_an_iri_finds_its_thing(site: TestClient) -> None:
    iri = "https://w3id.org/clustergraph/id/dare-aaaaaaae"
    (found,) = site.get("/api/search", params={"q": iri}).json()["results"]
    assert (found["iri"], found["match"]) == (iri, "address")


def test_nothing_found_is_an_empty_list(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "qqqqqqqqqq"})
    assert (answer.status_code, answer.json()["results"]) == (200, [])


def test_a_class_filters_with_all_below_it(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "karaganda", "type": "Place"})
    assert ids(answer) == ["/id/karaganda-aaaaaaah"]


def test_a_class_alone_lists_what_is_of_it(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "", "type": "Country"})
    assert ids(answer) == ["/id/bulgaria-aaaaaaaf", "/id/kazakhstan-aaaaaaag"]


def test_a_language_keeps_names_and_chooses_labels(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "unia europejska", "lang": "pl"})
    assert [result["label"] for result in answer.json()["results"]] == ["Unia Europejska"]
    answer = site.get("/api/search", params={"q": "unia europejska", "lang": "bg"})
    assert ids(answer) == []


def test_suggest_takes_an_unfinished_last_word(site: TestClient) -> None:
    assert ids(site.get("/api/search", params={"q": "sme competi"})) == []
    answer = site.get("/api/suggest", params={"q": "sme competi"})
    assert ids(answer) == ["/id/kazakhstan-sme-project-aaaaaaaj"]


def test_pages_of_results_follow_each_other_without_gap_or_overlap(site: TestClient) -> None:
    whole = ids(site.get("/api/search", params={"q": "cluster", "limit": 100}))
    assert len(whole) > 3
    collected: list[str] = []
    address: str | None = "/api/search?q=cluster&limit=2"
    while address:
        answer = site.get(address)
        collected += ids(answer)
        address = answer.json()["next"]
    assert collected == whole


@pytest.mark.parametrize(
    "text", ["(", '"', "a/b", "*", "🎉", "\\", "<script>", "a AND (", "x" * 10_000, "%00", "\x00"]
)
@pytest.mark.parametrize("call", ["search", "suggest"])
def test_odd_questions_are_answered(site: TestClient, call: str, text: str) -> None:
    assert site.get(f"/api/{call}", params={"q": text}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/search?q=a&limit=0", 422, "greater than or equal to 1"),
        ("/api/search?q=a&limit=101", 422, "less than or equal to 100"),
        ("/api/search?q=a&limit=many", 422, "limit"),
        ("/api/search", 422, "q"),
        ("/api/search?q=a&type=Banana", 400, "Cluster, ClusterLabel, Country"),
        ("/api/search?q=a&lang=12", 400, "a language tag"),
        (f"/api/entities/{LOCAL}?include=names,bananas", 400, "relations"),
        ("/api/entities/nobody-aaaaaaaa", 404, "nobody-aaaaaaaa"),
        ("/api/entities/a%20b", 404, "a b"),
    ],
)
def test_what_can_not_be_is_a_problem_that_says_what_can(
    site: TestClient, address: str, status: int, words: str
) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_an_entity_is_small_unless_more_is_asked_for(site: TestClient) -> None:
    small = site.get(f"/api/entities/{LOCAL}").json()
    assert set(small) == {"iri", "label", "language", "type", "url", "facts"}
    assert [(fact["property"], fact["value"]) for fact in small["facts"]] == [
        ("cg:startDate", "2016-11")
    ]
    assert "evidence" not in small["facts"][0]


def test_an_entity_has_the_parts_that_were_asked_for(site: TestClient) -> None:
    parts = "names,relations,incoming,consequences,documents,evidence"
    answer = site.get(f"/api/entities/{LOCAL}?include={parts}")
    entity = EntityAnswer.model_validate_json(answer.content, strict=True)
    assert entity.names is not None
    assert {name.text for name in entity.names} == {"TRACE-KEI", "проект TRACE-KEI"}
    assert entity.relations is not None
    totals = {group.property: group.total for group in entity.relations}
    assert totals == {"cg:partOf": 1, "cg:partner": 3, "cg:coordinatedBy": 1}
    (evidence,) = entity.relations[0].results[0].evidence or []
    assert evidence.end - evidence.start == len(evidence.quote)
    assert entity.documents is not None
    assert entity.documents[0].type == "Document"


def test_labels_come_in_the_language_asked_for(site: TestClient) -> None:
    assert site.get("/api/entities/bulgaria-aaaaaaaf?lang=pl").json()["label"] == "Bułgaria"


def test_the_description_for_programs_names_every_call_and_resolves(site: TestClient) -> None:
    described = site.get("/openapi.json").json()
    assert set(described["paths"]) == {"/api/search", "/api/suggest", "/api/entities/{local}"}
    schemas = described["components"]["schemas"]

    def references(value: Any) -> list[str]:
        if isinstance(value, list):
            return [each for item in value for each in references(item)]
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [each for item in value.values() for each in references(item)]
        return []

    for reference in references(described):
        assert reference.removeprefix("#/components/schemas/") in schemas
    search = described["paths"]["/api/search"]["get"]
    limit = next(each for each in search["parameters"] if each["name"] == "limit")
    assert (limit["schema"]["minimum"], limit["schema"]["maximum"]) == (1, 100)
    assert set(search["responses"]) >= {"200", "400", "422"}


def test_the_page_about_the_api_documents_every_call_and_its_examples_work(
    site: TestClient,
) -> None:
    page = site.get("/docs").text
    for path in site.get("/openapi.json").json()["paths"]:
        assert f"GET {path}" in page
    for example in ("/api/search?q=cluster&limit=5", "/api/suggest?q=clu"):
        assert example.replace("&", "&amp;") in page
        assert ids(site.get(example))
