import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.shapes.entities import EntityAnswer

LOCAL = "trace-kei-aaaaaaab"


def test_an_entity_is_small_unless_more_is_asked_for(site: TestClient) -> None:
    small = site.get(f"/api/entities/{LOCAL}").json()
    assert set(small) == {"@context", "iri", "label", "language", "type", "url", "facts"}
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


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"/api/entities/{LOCAL}?include=names,bananas", 400, "relations"),
        (f"/api/entities/{LOCAL}?included=names", 422, "included"),
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
