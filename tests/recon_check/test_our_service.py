"""Our own service keeps to the specification, as it runs for its users."""

import ssl

import pytest

from clustergraph.recon_check import Outcome, Specification, Wire, check_declared
from given.running import Service

_STABLE, _DRAFT = Specification.V0_2, Specification.V1_0_DRAFT


@pytest.mark.parametrize(
    ("path", "told", "specification"),
    [
        ("/reconcile", [], _STABLE),
        ("/reconcile", [_DRAFT], _DRAFT),
        ("/reconcile/v1", [], _DRAFT),
    ],
)
def test_our_service_fails_nothing(
    small_service: Service,
    trust: ssl.SSLContext,
    path: str,
    told: list[Specification],
    specification: Specification,
) -> None:
    with Wire(trust=trust) as wire:
        report = check_declared(f"{small_service.address}{path}", wire, told, text="Kazakhstan")
    (found,) = report.rounds
    assert found.specification is specification
    failed = {
        one.requirement.key: one.verdict.problems
        for one in found.findings
        if one.verdict.outcome is Outcome.FAILED
    }
    assert failed == {}
    assert found.count(Outcome.PASSED) > 70
