from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.shapes.searching import SearchAnswer


def ids(answer: Any) -> list[str]:
    return [result["url"] for result in answer.json()["results"]]


def test_search_finds_by_a_name_in_any_script(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "Зелена синергия", "limit": 5})
    assert "/id/green-synergy-aaaaaaaa" in ids(answer)
    found = SearchAnswer.model_validate_json(answer.content, strict=True).results
    (cluster,) = [result for result in found if result.type == "Cluster"]
    assert (cluster.label, cluster.match) == ("Green Synergy Cluster", "all words")
    assert (cluster.name, cluster.name_language) == ("Клъстер „Зелена синергия“", "bg")
    assert 0 < cluster.score <= 100
    assert cluster.features


def test_an_iri_finds_its_thing(site: TestClient) -> None:
    iri = "https://w3id.org/clustergraph/id/dare-aaaaaaae"
    (found,) = site.get("/api/search", params={"q": iri}).json()["results"]
    assert (found["iri"], found["match"]) == (iri, "address")


def test_nothing_found_is_an_empty_list_with_a_total_of_nothing(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "qqqqqqqqqq"})
    assert answer.status_code == 200
    assert (answer.json()["results"], answer.json()["total"]) == ([], 0)
    assert answer.json()["next"] is None


def test_a_class_filters_with_all_below_it(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "karaganda", "type": "Place"})
    assert ids(answer) == ["/id/karaganda-aaaaaaah"]


def test_of_several_classes_any_is_found(site: TestClient) -> None:
    one = site.get("/api/search?type=Country").json()["total"]
    other = site.get("/api/search?type=City").json()["total"]
    assert site.get("/api/search?type=Country&type=City").json()["total"] == one + other


def test_a_class_alone_lists_what_is_of_it(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "", "type": "Country"})
    assert ids(answer) == ["/id/bulgaria-aaaaaaaf", "/id/kazakhstan-aaaaaaag"]


def test_an_empty_search_lists_everything(site: TestClient) -> None:
    everything = site.get("/api/search").json()
    assert everything["total"] >= 18  # sixteen entities and two documents
    assert site.get("/api/search?q=%20").json()["results"] == everything["results"]


@pytest.mark.parametrize(
    "place", ["Bulgaria", "българия", "bulgaria-aaaaaaaf", "id:bulgaria-aaaaaaaf"]
)
def test_a_place_keeps_what_lies_in_it_however_it_is_named(site: TestClient, place: str) -> None:
    answer = site.get("/api/search", params={"q": "green synergy", "place": place})
    assert "/id/green-synergy-aaaaaaaa" in ids(answer)
    other = site.get("/api/search", params={"q": "green synergy", "place": "Kazakhstan"})
    assert "/id/green-synergy-aaaaaaaa" not in ids(other)


def test_a_place_that_is_not_known_is_no_empty_result(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "green", "place": "Atlantis"})
    assert answer.status_code == 400
    assert "Atlantis" in answer.json()["detail"]
    organisation = site.get("/api/search", params={"q": "green", "place": "dare-aaaaaaae"})
    assert organisation.status_code == 400


def test_a_place_misspelled_is_refused_with_what_may_be_meant(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "green", "place": "Bulgarai"})
    assert answer.status_code == 400
    assert "such as Bu" in answer.json()["detail"]


def test_a_language_keeps_names_and_chooses_labels(site: TestClient) -> None:
    answer = site.get("/api/search", params={"q": "unia europejska", "lang": "pl"})
    assert [result["label"] for result in answer.json()["results"]] == ["Unia Europejska"]
    answer = site.get("/api/search", params={"q": "rolnictwo", "lang": "bg"})
    assert ids(answer) == []


def test_results_are_counted_by_what_was_asked_for(site: TestClient) -> None:
    plain = site.get("/api/search?type=Place").json()
    assert "facets" not in plain
    counted = site.get("/api/search?type=Place&limit=1&facets=type,lang").json()["facets"]
    assert set(counted) == {"type", "lang"}
    assert {(each["value"], each["count"]) for each in counted["type"]} == {
        ("Country", 2),
        ("City", 1),
    }
    assert all(each["label"] for each in counted["type"])


@pytest.mark.parametrize(
    "facet", ["type", "place", "sector", "programme", "year", "source_language", "lang"]
)
def test_a_value_of_a_facet_filters_to_as_many_as_it_counts(site: TestClient, facet: str) -> None:
    values = site.get(f"/api/search?facets={facet}").json()["facets"][facet]
    assert values
    for each in values:
        if facet == "lang":
            continue  # names without a language are kept beside those of any
        kept = site.get("/api/search", params={facet: each["value"]}).json()
        assert kept["total"] == each["count"], each


def test_suggest_takes_an_unfinished_last_word(site: TestClient) -> None:
    assert ids(site.get("/api/search", params={"q": "sme competi"})) == []
    answer = site.get("/api/suggest", params={"q": "sme competi"})
    assert ids(answer) == ["/id/kazakhstan-sme-project-aaaaaaaj"]


def test_suggest_finds_names_in_all_languages_and_labels_in_the_one_of_the_reader(
    site: TestClient,
) -> None:
    (kept,) = site.get("/api/suggest?q=bulgaria&label_language=pl").json()["results"][:1]
    assert (kept["label"], kept["name_language"]) == ("Bułgaria", "en")
    assert not ids(site.get("/api/suggest?q=jordi&lang=pl"))
    assert ids(site.get("/api/suggest?q=jordi&label_language=pl"))


def test_suggest_ranks_as_search_does(site: TestClient) -> None:
    for text in ("Green Synergy Cluster", "karaganda", "Алфа"):
        found = [site.get(f"/api/{call}", params={"q": text}) for call in ("search", "suggest")]
        first = [ids(answer)[:1] for answer in found]
        assert first[0] == first[1]


def test_pages_follow_each_other_without_gap_or_overlap(site: TestClient) -> None:
    whole = site.get("/api/search", params={"q": "cluster", "limit": 100}).json()
    assert whole["total"] == len(whole["results"]) > 3
    collected: list[str] = []
    address: str | None = "/api/search?q=cluster&limit=2"
    while address:
        answer = site.get(address)
        collected += ids(answer)
        assert answer.json()["total"] == whole["total"]
        following = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == following
        address = following
    assert collected == [result["url"] for result in whole["results"]]


def test_pages_keep_every_filter_they_were_asked_with(site: TestClient) -> None:
    question = "type=Country&type=City&lang=en"
    whole = ids(site.get(f"/api/search?{question}"))
    assert len(whole) > 1
    first = site.get(f"/api/search?{question}&limit=1")
    assert ids(first) + ids(site.get(first.json()["next"])) == whole[:2]


def test_a_page_of_another_question_is_refused(site: TestClient) -> None:
    following = site.get("/api/search?q=cluster&limit=1").json()["next"]
    (token,) = parse_qs(urlsplit(following).query)["next"]
    answer = site.get("/api/search", params={"q": "training", "next": token})
    assert answer.status_code == 400
    assert "next" in answer.json()["detail"]


@pytest.mark.parametrize(
    "text",
    [
        "(",
        '"',
        "a/b",
        "*",
        "🎉",
        "\\",
        "<script>",
        "a AND (",
        "x" * 2_000,
        "%00",
        "\x00",
        "name:x",
    ],
)
@pytest.mark.parametrize("call", ["search", "suggest"])
def test_odd_questions_are_answered(site: TestClient, call: str, text: str) -> None:
    assert site.get(f"/api/{call}", params={"q": text}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"/api/search?q={'x' * 10_000}", 400, "no longer than"),
        (f"/api/suggest?q={'x' * 10_000}", 400, "no longer than"),
        ("/api/search?q=a&limit=0", 422, "limit: it must be 1 or more"),
        ("/api/search?q=a&limit=101", 422, "limit: it must be 100 or less"),
        ("/api/search?q=a&limit=many", 422, "limit: it must be a whole number"),
        ("/api/search?q=a&typ=Cluster", 422, "typ: it must be left out"),
        ("/api/search?q=a&type=Banana", 400, "Cluster, ClusterLabel, Country"),
        ("/api/search?q=a&lang=12", 400, "a language tag"),
        ("/api/search?q=a&facets=type,colour", 400, "type, place, sector, programme, year"),
        ("/api/search?q=a&next=nonsense", 400, "next"),
        ("/api/suggest?q=a&type=Banana", 400, "Cluster, ClusterLabel, Country"),
        ("/api/suggest?q=a&label_language=%20", 400, "a language tag"),
        ("/api/suggest?q=a&limit=0", 422, "limit: it must be 1 or more"),
        ("/api/suggest?q=a&limit=x", 422, "limit: it must be a whole number"),
        ("/api/suggest?q=a&lang=12", 400, "a language tag"),
        ("/api/suggest?q=a&offset=2", 422, "offset: it must be left out"),
    ],
)
def test_what_can_not_be_is_a_problem_that_says_what_can(
    site: TestClient, address: str, status: int, words: str
) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert words in answer.json()["detail"]


def test_a_suggestion_asked_for_again_is_the_same(site: TestClient) -> None:
    address = "/api/suggest?q=бълг&limit=3"
    first = site.get(address)
    assert site.get(address).content == first.content
    assert first.json()["results"][0]["label"] == "Bulgaria"
    assert site.get(f"{address}&lang=bg").json()["results"][0]["label"] == "България"


@pytest.mark.parametrize("address", ["/api/search?q=cluster", "/api/suggest?q=clu"])
def test_an_answer_holds_until_the_version_changes(site: TestClient, address: str) -> None:
    answer = site.get(address)
    assert answer.headers["dataset-version"]
    again = site.get(address, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_list_of_the_search_page_is_the_same_search(site: TestClient) -> None:
    answer = site.get("/search.json?q=karaganda")
    assert ids(answer) == ids(site.get("/api/search?q=karaganda"))
