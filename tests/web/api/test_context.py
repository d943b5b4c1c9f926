"""Every answer is JSON-LD, from which nothing is lost when a processor expands it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pyld import jsonld
from starlette.testclient import TestClient

from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.vocab import CG
from clustergraph.web.api.shapes.answers import CONTEXT

HOST = "https://kg.example.org"
NAMESPACE = PREFIXES["cg"]
KNOWN = {term for term in vars(CG).values() if isinstance(term, str)}


@pytest.fixture(scope="session")
def documents(calls: list[Any]) -> list[dict[str, Any]]:
    """The answers to all examples that are JSON, a line of JSON lines each its own."""
    found: list[dict[str, Any]] = []
    for call in calls:
        answer = call.answer
        media_type = answer.headers.get("content-type", "")
        if media_type == "application/json":
            found.append(answer.json())
        elif media_type == "application/x-ndjson":
            found += [json.loads(line) for line in answer.text.splitlines()]
    return found


@pytest.fixture(scope="session")
def expanded(site: TestClient, documents: list[dict[str, Any]]) -> list[Any]:
    return [expand(site, document) for document in documents]


def expand(site: TestClient, document: dict[str, Any]) -> Any:
    def load(url: str, _: Any) -> dict[str, Any]:
        assert url == f"{HOST}{CONTEXT}"
        return {
            "contextUrl": None,
            "documentUrl": url,
            "contentType": "application/ld+json",
            "document": site.get(CONTEXT).json(),
        }

    return jsonld.expand(document, {"base": f"{HOST}/api/search", "documentLoader": load})


def leaves(value: Any) -> int:
    """Count the scalars of plain JSON."""
    if isinstance(value, dict):
        return sum(leaves(each) for key, each in value.items() if key != "@context")
    if isinstance(value, list):
        return sum(map(leaves, value))
    return value is not None


def expanded_leaves(value: Any) -> int:
    """Count the values, identifiers and types of expanded JSON-LD."""
    if isinstance(value, list):
        return sum(map(expanded_leaves, value))
    if not isinstance(value, dict):
        return 0
    own = ("@value" in value) + ("@id" in value) + len(value.get("@type", ()))
    return own + sum(expanded_leaves(each) for key, each in value.items() if key != "@type")


def properties(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from properties(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if not key.startswith("@"):
                yield key
            yield from properties(each)


def types(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from types(each)
    elif isinstance(value, dict):
        yield from value.get("@type", ())
        for each in value.values():
            yield from types(each)


def test_every_answer_names_its_context(documents: list[dict[str, Any]]) -> None:
    assert documents
    assert {document["@context"] for document in documents} == {CONTEXT}


def test_expansion_loses_nothing(documents: list[dict[str, Any]], expanded: list[Any]) -> None:
    for document, meant in zip(documents, expanded, strict=True):
        assert expanded_leaves(meant) == leaves(document)


def test_every_key_becomes_a_term_that_is_defined(site: TestClient, expanded: list[Any]) -> None:
    context = site.get(CONTEXT).json()["@context"]
    ours = {term for meant in expanded for term in properties(meant)}
    assert {term for term in ours if term.startswith(NAMESPACE)} <= KNOWN
    assert not [term for term in ours if ":" not in term]
    assert f"{context['api']}results" in ours


def test_classes_become_those_of_the_ontology(expanded: list[Any]) -> None:
    found = {type_ for meant in expanded for type_ in types(meant)}
    assert {CG.Country, CG.Project} <= found
    assert {type_ for type_ in found if type_.startswith(NAMESPACE)} <= KNOWN


def test_what_stands_as_a_name_with_a_prefix_becomes_an_iri(site: TestClient) -> None:
    answer = site.get("/api/entities/trace-kei-aaaaaaab?include=relations,evidence").json()
    (entity,) = expand(site, answer)
    assert entity["@id"] == "https://w3id.org/clustergraph/id/trace-kei-aaaaaaab"
    context = site.get(CONTEXT).json()["@context"]
    relations = entity[f"{context['api']}relations"]
    predicates = {group[f"{PREFIXES['rdf']}predicate"][0]["@id"] for group in relations}
    assert predicates == {CG.partOf, CG.partner, CG.coordinatedBy}
    assert "@type" not in relations[0]
    evidence = next(each for each in nodes(entity) if CG.modality in each)
    assert evidence[CG.modality][0]["@id"].startswith("https://w3id.org/clustergraph/voc/modality/")


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)


def test_the_order_of_results_is_kept(site: TestClient) -> None:
    answer = site.get("/api/search?type=Country").json()
    (found,) = expand(site, answer)
    (results,) = found[f"{site.get(CONTEXT).json()['@context']['api']}results"]
    assert [each["@id"] for each in results["@list"]] == [
        result["iri"] for result in answer["results"]
    ]


def test_a_context_is_for_ever(site: TestClient) -> None:
    answer = site.get(CONTEXT)
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["@context"]["@version"] == 1.1


def test_a_context_that_never_was_is_not_found(site: TestClient) -> None:
    assert site.get("/context/v0.jsonld").status_code == 404
