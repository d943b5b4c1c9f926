"""Tell a report in lines for people: a line for each requirement, and why for what failed.

What a service sent is shown with nothing in it that a terminal would obey.
"""

from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote_plus

from clustergraph.recon_check.findings import Finding, Outcome
from clustergraph.recon_check.messages import Answer, Exchange, Request
from clustergraph.recon_check.reports import Report, Round
from clustergraph.recon_check.requirements import Level

__all__ = ["tell"]

_MARKS: Final = {Outcome.PASSED: "pass", Outcome.FAILED: "FAIL", Outcome.SKIPPED: "skip"}
_INDENT: Final = " " * 8
_MOST_PROBLEMS: Final = 5
_MOST_SKIPPED_ALIKE: Final = 10
_MOST_EXCHANGES: Final = 2
_MOST_OF_A_TEXT: Final = 1200
_TELLING_HEADERS: Final = frozenset(
    {
        "access-control-allow-headers",
        "access-control-allow-origin",
        "content-language",
        "content-security-policy",
        "content-type",
        "location",
        "retry-after",
        "x-frame-options",
    }
)


def tell(report: Report, *, verbose: bool = False) -> Iterator[str]:
    """Tell what was found; with the exchanges of what passed too, if wanted."""
    for one in report.rounds:
        yield from _round(one, verbose=verbose)
    yield from _sum(report)


def _round(one: Round, *, verbose: bool) -> Iterator[str]:
    name = f" of {_plain(one.name)}" if one.name else ""
    yield f"Version {one.specification}{name} ({one.specification.address})"
    yield ""
    alike = {} if verbose else _skipped_alike(one)
    for finding in one.findings:
        if finding.verdict.reason not in alike:
            yield from _finding(finding, verbose=verbose)
    for reason, number in alike.items():
        yield f"skip  {number} requirements [{_plain(reason)}]"
    yield ""


def _skipped_alike(one: Round) -> dict[str, int]:
    """Count what was skipped for one reason, where that hides what else was found."""
    reasons = Counter(
        finding.verdict.reason
        for finding in one.findings
        if finding.verdict.outcome is Outcome.SKIPPED
    )
    return {reason: number for reason, number in reasons.items() if number > _MOST_SKIPPED_ALIKE}


def _finding(finding: Finding, *, verbose: bool) -> Iterator[str]:
    requirement, verdict = finding.requirement, finding.verdict
    mark = _MARKS[verdict.outcome]
    why = f" [{_plain(verdict.reason)}]" if verdict.reason else ""
    yield f"{mark}  {requirement.level:<6}  {requirement.section:<4}  {requirement.text}{why}"
    for problem in verdict.problems[:_MOST_PROBLEMS]:
        yield f"{_INDENT}{_plain(problem)}"
    if len(verdict.problems) > _MOST_PROBLEMS:
        yield f"{_INDENT}and more like that"
    if verbose or verdict.outcome is Outcome.FAILED:
        for exchange in verdict.exchanges[:_MOST_EXCHANGES]:
            yield from (f"{_INDENT}{line}" for line in _exchange(exchange))


def _exchange(exchange: Exchange) -> Iterator[str]:
    yield from (f"> {line}" for line in _request(exchange.request))
    yield from (f"  sent on to {_plain(address)}" for address in exchange.through)
    if exchange.answer is None:
        yield f"< {_plain(exchange.trouble)}"
        return
    yield from (f"< {line}" for line in _answer(exchange.answer))


def _request(request: Request) -> Iterator[str]:
    yield f"{request.method} {_plain(request.url)}"
    yield from (f"{name}: {_plain(value)}" for name, value in request.headers)
    if request.content:
        body = request.content.decode("utf-8", "replace")
        yield _plain(body if body.startswith("{") else unquote_plus(body))


def _answer(answer: Answer) -> Iterator[str]:
    yield f"{answer.status} {_phrase(answer.status)}".rstrip()
    for name, value in answer.headers:
        if name in _TELLING_HEADERS:
            yield f"{name}: {_plain(value)}"
    if answer.body:
        yield _plain(answer.body.decode("utf-8", "replace"))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _plain(text: str) -> str:
    """Write a text in one line, cut, without characters that are not for reading."""
    cut = text if len(text) <= _MOST_OF_A_TEXT else f"{text[:_MOST_OF_A_TEXT]}…"
    one_line = " ".join(cut.split())
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in one_line)


def _sum(report: Report) -> Iterator[str]:
    for one in report.rounds:
        counts = ", ".join(f"{one.count(outcome)} {outcome}" for outcome in Outcome)
        yield f"Version {one.specification}: {counts}; {_verdict(one)}."
    yield f"Requests sent: {report.requests}."


def _verdict(one: Round) -> str:
    failed = [finding for finding in one.findings if finding.verdict.outcome is Outcome.FAILED]
    by_level = (
        f"{number} {level}"
        for level in Level
        if (number := sum(finding.requirement.level is level for finding in failed))
    )
    return f"failed are {', '.join(by_level)}" if failed else "nothing failed"
