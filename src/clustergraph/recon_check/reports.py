"""What was found of a service, as values; how it is told to people is in ``telling``."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from clustergraph.recon_check.findings import Finding, Outcome
from clustergraph.recon_check.messages import Answer, Exchange
from clustergraph.recon_check.requirements import Specification

__all__ = ["Report", "Round"]

_MOST_OF_A_BODY: Final = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What was found for one version.

    Attributes:
        name: what the service calls itself.
    """

    specification: Specification
    name: str
    findings: tuple[Finding, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many requirements ended so."""
        return sum(finding.verdict.outcome is outcome for finding in self.findings)

    @property
    def broken_musts(self) -> list[Finding]:
        """The failures for which the service does not conform."""
        return [finding for finding in self.findings if finding.breaks_a_must]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found of a service.

    Attributes:
        rounds: one for each version.
        requests: how many it took.
    """

    endpoint: str
    rounds: tuple[Round, ...]
    requests: int

    @property
    def conforms(self) -> bool:
        """Tell whether no MUST was found broken; what was skipped is not known."""
        return not any(one.broken_musts for one in self.rounds)

    def as_values(self) -> Mapping[str, object]:
        """Return plain values, for JSON."""
        return {
            "endpoint": self.endpoint,
            "conforms": self.conforms,
            "requests": self.requests,
            "versions": [_round(one) for one in self.rounds],
        }


def _round(one: Round) -> Mapping[str, object]:
    return {
        "specification": one.specification.value,
        "address": one.specification.address,
        "name": one.name,
        "counts": {outcome.value: one.count(outcome) for outcome in Outcome},
        "findings": [_finding(finding) for finding in one.findings],
    }


def _finding(finding: Finding) -> Mapping[str, object]:
    requirement, verdict = finding.requirement, finding.verdict
    return {
        "requirement": requirement.key,
        "level": requirement.level.value,
        "section": requirement.section,
        "text": requirement.text,
        "outcome": verdict.outcome.value,
        "reason": verdict.reason,
        "problems": list(verdict.problems),
        "exchanges": [_exchange(one) for one in verdict.exchanges],
    }


def _exchange(exchange: Exchange) -> Mapping[str, object]:
    request = exchange.request
    return {
        "request": {
            "method": request.method,
            "url": request.url,
            "headers": dict(request.headers),
            "body": request.content.decode("utf-8", "replace"),
        },
        "through": list(exchange.through),
        "answer": _answer(exchange.answer) if exchange.answer else None,
        "trouble": exchange.trouble,
    }


def _answer(answer: Answer) -> Mapping[str, object]:
    body = answer.body.decode("utf-8", "replace")
    return {
        "status": answer.status,
        "headers": [list(header) for header in answer.headers],
        "body": body[:_MOST_OF_A_BODY],
        "cut": answer.cut or len(body) > _MOST_OF_A_BODY,
    }
