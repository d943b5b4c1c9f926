"""What a check says of a requirement: passed, failed, or not tested and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from clustergraph.recon_check.messages import Exchange
from clustergraph.recon_check.requirements import Level, Requirement

__all__ = ["Finding", "Outcome", "Unmet", "Verdict", "judged", "skipped"]

_MOST_PROBLEMS: Final = 20
"""One mistake may be made at each of a thousand candidates."""


class Outcome(StrEnum):
    """How a check ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check says.

    Attributes:
        problems: what is wrong, where it failed.
        reason: why it was not tested, where it was skipped.
        exchanges: the requests and answers that it judges by.
    """

    outcome: Outcome
    problems: tuple[str, ...] = ()
    reason: str = ""
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A requirement and the verdict on it."""

    requirement: Requirement
    verdict: Verdict

    @property
    def breaks_a_must(self) -> bool:
        """Tell whether the service does not conform because of it."""
        return self.verdict.outcome is Outcome.FAILED and self.requirement.level is Level.MUST


class Unmet(Exception):
    """A check needs what this service does not offer or did not answer; it can't be done."""


def judged(problems: Iterable[str], *exchanges: Exchange) -> Verdict:
    """Return a pass where there are no problems, else a failure."""
    some = tuple(islice(problems, _MOST_PROBLEMS))
    outcome = Outcome.FAILED if some else Outcome.PASSED
    return Verdict(outcome=outcome, problems=some, exchanges=exchanges)


def skipped(reason: str) -> Verdict:
    """Say that a requirement was not tested."""
    return Verdict(outcome=Outcome.SKIPPED, reason=reason)
