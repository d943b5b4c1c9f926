"""What is wrong with fetched values is told."""

import json
from urllib.parse import parse_qs

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Judge, Spoil, at, drop, put, refusing, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("extend-answers", _NOW, sent("extend", status=500), "the status 500"),
        ("extend-answers", _OLD, at("extend", drop("meta")), "lacks 'meta'"),
        ("extend-answers", _DRAFT, at("extend", put("rows", {})), "$.rows is {}, not a list"),
        ("extend-get", _NOW, sent("extend", "GET", status=405), "the status 405"),
        ("extend-get", _OLD, at("extend", put("rows", {}), "GET"), "are not those"),
        ("extend-columns", _NOW, at("extend", drop("meta.0")), "lacks the property 'area'"),
        (
            "extend-columns",
            _DRAFT,
            at("extend", put("meta.0.id", "x")),
            "lacks the property 'area'",
        ),
        ("extend-columns", _NOW, at("extend", drop("meta.1.name")), "$.meta[1] lacks 'name'"),
        ("extend-rows", _NOW, at("extend", drop("rows.u1")), "lacks the entity 'u1'"),
        (
            "extend-rows",
            _DRAFT,
            at("extend", drop("rows.0.properties.1")),
            "lacks the property 'size'",
        ),
        (
            "extend-values",
            _NOW,
            at("extend", put("rows.u1.start.0.date", "2024-01-01")),
            "date with a time",
        ),
        (
            "extend-values",
            _OLD,
            at("extend", put("rows.u1.area.0", {"str": 1})),
            "'u1', 'area'[0] is",
        ),
        ("extend-values", _NOW, at("extend", put("rows.u1.area.0.lang", "en")), "not {} or one of"),
        (
            "extend-values",
            _DRAFT,
            at("extend", put("rows.0.properties.2.values.0", {"id": "m1"})),
            "not {} or",
        ),
        ("extend-settings", _NOW, refusing(b'"raw"'), "the status 500"),
    ],
)
def test_a_fault_of_a_value_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_languages_of_values_are_of_the_draft(judge: Judge) -> None:
    tagged = at("extend", put("rows.0.properties.0.values.0.lang", "en"))
    assert judge("extend-values", tagged, _DRAFT).outcome is Outcome.PASSED


def test_each_setting_is_sent_with_a_value_of_its_kind(judge: Judge) -> None:
    (exchange,) = judge("extend-settings").exchanges
    sent_as = parse_qs(exchange.request.content.decode())["extend"][0]
    assert json.loads(sent_as)["properties"][0]["settings"] == {
        "limit": 0,
        "raw": False,
        "as": "id",
    }


def test_without_data_extension_no_values_are_asked_for(judge: Judge) -> None:
    verdict = judge("extend-answers", at("manifest", drop("extend")))
    assert verdict.reason == "the manifest declares no data extension"
