"""What is wrong with a preview is told."""

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Judge, Spoil, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("preview-page", _NOW, sent("preview", status=404), "the status 404"),
        ("preview-page", _DRAFT, sent("preview", content_type="text/plain"), "not text/html"),
        ("preview-unknown", _NOW, sent("preview", status=200), "the status 200"),
        ("preview-page", _OLD, sent("preview", body=b" "), "the page is empty"),
        (
            "preview-frame",
            _NOW,
            sent("preview", x_frame_options="DENY"),
            "X-Frame-Options is 'DENY'",
        ),
        (
            "preview-frame",
            _DRAFT,
            sent("preview", content_security_policy="default-src 'none'; frame-ancestors 'self'"),
            "lets only 'self' frame it",
        ),
    ],
)
def test_a_fault_of_a_preview_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"content_security_policy": "default-src 'none'"},
        {"content_security_policy": "frame-ancestors *", "x_frame_options": "DENY"},
        {"content_type": "TEXT/HTML"},
    ],
)
def test_a_preview_that_can_be_framed_is_no_fault(judge: Judge, headers: dict[str, str]) -> None:
    assert judge("preview-frame", sent("preview", **headers)).outcome is Outcome.PASSED
    assert judge("preview-page", sent("preview", **headers)).outcome is Outcome.PASSED
