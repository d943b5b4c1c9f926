"""What is wrong with languages and directions is told, wherever they stand."""

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Judge, Spoil, at, put, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("language-tags", _DRAFT, at("manifest", put("lang", "de_DE")), "$.lang is 'de_DE'"),
        (
            "language-tags",
            _DRAFT,
            at("manifest", put("defaultTypes.0.dir", "left")),
            "$.defaultTypes[0].dir",
        ),
        (
            "content-language",
            _DRAFT,
            sent("all", content_language="en, *"),
            "'*', not a language tag",
        ),
    ],
)
def test_a_fault_of_a_language_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_languages_that_are_well_formed_are_no_fault(judge: Judge) -> None:
    assert judge("language-tags", specification=_DRAFT).outcome is Outcome.PASSED


def test_a_header_of_several_languages_is_no_fault(judge: Judge) -> None:
    said = sent("all", content_language="de, zh-Hant")
    assert judge("content-language", said, _DRAFT).outcome is Outcome.PASSED
