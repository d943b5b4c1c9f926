"""Check a service: which versions it is held to, and each requirement of them in turn."""

from collections.abc import Sequence

from clustergraph.recon_check.checks import CHECKS
from clustergraph.recon_check.dialects import dialect_of
from clustergraph.recon_check.findings import Finding, Unmet, Verdict, skipped
from clustergraph.recon_check.messages import get
from clustergraph.recon_check.reading import json_of
from clustergraph.recon_check.reports import Report, Round
from clustergraph.recon_check.requirements import Requirement, Specification, requirements_of
from clustergraph.recon_check.visits import Visit
from clustergraph.recon_check.wire import Wire

__all__ = ["check", "check_declared"]


def check_declared(
    endpoint: str,
    wire: Wire,
    specifications: Sequence[Specification] = (),
    text: str = "",
) -> Report:
    """Check a service against the versions that it declares, or against those that are told.

    Args:
        endpoint: where it is.
        wire: the way to it.
        specifications: the versions; none for those of the manifest.
        text: a name that the service knows, where somebody knows one.
    """
    chosen = specifications or _declared(endpoint, wire)
    rounds = tuple(check(endpoint, wire, one, text) for one in chosen)
    return Report(endpoint=endpoint, rounds=rounds, requests=wire.sent)


def check(endpoint: str, wire: Wire, specification: Specification, text: str = "") -> Round:
    """Check a service against one version."""
    visit = Visit(wire, endpoint, dialect_of(specification), text)
    findings = tuple(
        Finding(requirement=requirement, verdict=_verdict(visit, requirement))
        for requirement in requirements_of(specification)
    )
    name = visit.manifest_reply.fields.get("name")
    return Round(
        specification=specification,
        name=name if isinstance(name, str) else "",
        findings=findings,
    )


def _verdict(visit: Visit, requirement: Requirement) -> Verdict:
    try:
        return CHECKS[requirement.key](visit)
    except Unmet as unmet:
        return skipped(str(unmet))


def _declared(endpoint: str, wire: Wire) -> list[Specification]:
    """Return the versions that a manifest names; without any word on them it is of 0.1.

    What names none of those that are known here is held to the last that is finished.
    """
    manifest, _ = json_of(wire.ask(get(endpoint)))
    if not isinstance(manifest, dict):
        return [Specification.V0_2]
    if "versions" not in manifest:
        return [Specification.V0_1]
    named = manifest["versions"]
    known = [one for one in Specification if isinstance(named, list) and one.value in named]
    return known or [Specification.V0_2]
