"""What is wrong with a manifest is told, field by field."""

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Judge, Spoil, at, drop, put, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("manifest", _NOW, sent("manifest", status=500), "the status 500"),
        ("manifest", _NOW, sent("manifest", body=b"[]"), "$ is [], not an object"),
        ("manifest", _NOW, sent("manifest", body=b"<html>"), "the answer is not JSON"),
        ("manifest-versions", _NOW, at("manifest", put("versions", "0.2")), "not a list"),
        ("manifest-versions", _NOW, at("manifest", put("versions", ["0.1"])), "without '0.2'"),
        ("manifest-versions", _DRAFT, at("manifest", drop("versions")), "lacks 'versions'"),
        ("manifest-name", _OLD, at("manifest", put("name", "")), "$.name is empty"),
        ("manifest-name", _DRAFT, at("manifest", drop("name")), "lacks 'name'"),
        ("manifest-spaces", _NOW, at("manifest", drop("schemaSpace")), "lacks 'schemaSpace'"),
        ("manifest-spaces", _NOW, at("manifest", put("identifierSpace", "ids")), "not a URI"),
        ("manifest-view", _NOW, at("manifest", put("view", "x")), "not an object with a url"),
        ("manifest-view", _NOW, at("manifest", put("view.url", "http://a/{id}")), "no {{id}}"),
        ("manifest-view", _NOW, at("manifest", put("view.url", "a b {{id}}")), "not a URI"),
        ("manifest-view", _DRAFT, at("manifest", drop("view")), "$.view is None"),
        ("manifest-view", _DRAFT, at("manifest", put("view.url", "urn:{n}")), "another variable"),
        ("manifest-view", _DRAFT, at("manifest", put("view.url", "urn:x")), "which has no {id}"),
        (
            "manifest-feature-view",
            _NOW,
            at("manifest", put("feature_view.url", 1)),
            "not a template",
        ),
        (
            "manifest-default-types",
            _NOW,
            at("manifest", drop("defaultTypes.0.name")),
            "$.defaultTypes[0] lacks 'name'",
        ),
        (
            "manifest-default-types",
            _DRAFT,
            at("manifest", drop("defaultTypes.0.broader.0.id")),
            "$.defaultTypes[0].broader[0] lacks 'id'",
        ),
        ("manifest-details", _NOW, at("manifest", put("logo", "logo.png")), "not a URL"),
        ("manifest-details", _DRAFT, at("manifest", put("serviceVersion", 1)), "not a text"),
        ("manifest-batch-size", _NOW, at("manifest", put("batchSize", 0)), "less than one"),
        ("manifest-batch-size", _DRAFT, at("manifest", put("batchSize", "9")), "whole number"),
        ("manifest-authentication", _NOW, at("manifest", put("authentication", {})), "not one of"),
        (
            "manifest-authentication",
            _NOW,
            at("manifest", put("authentication", {"type": "apiKey", "in": "query"})),
            "lacks 'name'",
        ),
        (
            "manifest-standardized-score",
            _DRAFT,
            at("manifest", put("standardizedScore", 1)),
            "not true or false",
        ),
        ("manifest-suggest", _DRAFT, at("manifest", put("suggest.type", {})), "$.suggest.type is"),
        ("manifest-suggest", _DRAFT, at("manifest", drop("suggest.type")), "lacks 'type'"),
        ("manifest-suggest", _NOW, at("manifest", put("suggest.type", True)), "not an object"),
        (
            "manifest-suggest",
            _NOW,
            at("manifest", put("suggest.type.flyout_service_path", "/x")),
            "without ${id}",
        ),
        ("manifest-preview", _NOW, at("manifest", drop("preview.width")), "lacks 'width'"),
        ("manifest-preview", _NOW, at("manifest", put("preview.url", "/p")), "without {{id}}"),
        ("manifest-preview", _DRAFT, at("manifest", put("preview.height", "9")), "whole number"),
        (
            "manifest-extend",
            _NOW,
            at("manifest", put("extend.property_settings.0.type", "integer")),
            "not one of number, text",
        ),
        (
            "manifest-extend",
            _NOW,
            at("manifest", put("extend.property_settings.0.default", "0")),
            "not a number",
        ),
        (
            "manifest-extend",
            _NOW,
            at("manifest", drop("extend.property_settings.2.choices")),
            "lacks 'choices'",
        ),
        (
            "manifest-extend",
            _NOW,
            at("manifest", put("extend.property_settings.1.name", "limit")),
            "twice",
        ),
        (
            "manifest-extend",
            _DRAFT,
            at("manifest", drop("extend.propertySettings.0.helpText")),
            "lacks 'helpText'",
        ),
    ],
)
def test_a_fault_of_the_manifest_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("manifest-view", "view"),
        ("manifest-feature-view", "feature_view"),
        ("manifest-default-types", "defaultTypes"),
        ("manifest-batch-size", "batchSize"),
        ("manifest-authentication", "authentication"),
        ("manifest-suggest", "suggest"),
        ("manifest-preview", "preview"),
        ("manifest-extend", "extend"),
    ],
)
def test_what_a_manifest_may_leave_away_is_not_missed(judge: Judge, key: str, field: str) -> None:
    verdict = judge(key, at("manifest", drop(field)))
    assert verdict.outcome is Outcome.SKIPPED
    assert verdict.reason == f"the manifest has no {field}"


@pytest.mark.parametrize(
    "scheme",
    [
        {"type": "basic"},
        {"type": "apiKey", "name": "key", "in": "header"},
        {"type": "openIdConnect", "openIdConnectUrl": "https://id.example/.well-known"},
    ],
)
def test_each_scheme_of_openapi_will_do(judge: Judge, scheme: dict[str, str]) -> None:
    verdict = judge("manifest-authentication", at("manifest", put("authentication", scheme)))
    assert verdict.outcome is Outcome.PASSED


def test_without_a_manifest_its_fields_are_not_judged(judge: Judge) -> None:
    verdict = judge("manifest-name", sent("manifest", status=500))
    assert verdict.outcome is Outcome.SKIPPED


def test_a_failure_shows_what_was_asked_and_answered(judge: Judge) -> None:
    verdict = judge("manifest-name", at("manifest", put("name", "")))
    (exchange,) = verdict.exchanges
    assert exchange.request.method == "GET"
    assert exchange.answer is not None
    assert b'"name": ""' in exchange.answer.body
