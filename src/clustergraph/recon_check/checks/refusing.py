"""Checks of what a service refuses: malformed batches, false credentials, and how it says so."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from clustergraph.recon_check.checks.checking import Check, untestable
from clustergraph.recon_check.checks.origins import origin_problems
from clustergraph.recon_check.dialects import Query, Record, records_of
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.messages import Exchange, Request
from clustergraph.recon_check.samples import TEXTS
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS", "refused"]

_FALSE: Final = "recon-check-false-credentials"
_BASIC: Final = "Basic " + base64.b64encode(f"{_FALSE}:{_FALSE}".encode()).decode()
_UNAUTHORIZED: Final = 401


def _malformed(visit: Visit) -> Verdict:
    return refused(_broken(visit))


def refused(exchange: Exchange) -> Verdict:
    """Judge whether the status says that the client is wrong."""
    if exchange.answer is None:
        return judged([exchange.trouble], exchange)
    status = exchange.answer.status
    is_refusal = 400 <= status < 500
    return judged([] if is_refusal else [f"it was answered with the status {status}"], exchange)


def _empty(visit: Visit) -> Verdict:
    """Judge the answer to a query of nothing; it may also be told within the result, by more."""
    _broken(visit)
    reply = visit.reply(visit.dialect.match(visit.endpoint, {"q0": Query()}))
    results = list(_objects(reply.value))
    if not reply.problem and any(not {"result", "candidates"} >= one.keys() for one in results):
        return judged([], reply.exchange)
    return refused(reply.exchange)


def _objects(answer: object) -> Iterator[Record]:
    fields = answer if isinstance(answer, dict) else {}
    yield from records_of(fields.get("results") if "results" in fields else list(fields.values()))


def _refusal(visit: Visit) -> Verdict:
    exchange = _broken(visit)
    if exchange.answer is None or exchange.answer.status < 400:
        raise Unmet("the service did not refuse a malformed batch")
    return judged(origin_problems(exchange), exchange)


def _broken(visit: Visit) -> Exchange:
    if visit.first.problems:
        raise Unmet("a batch that is well formed has no readable answer either")
    return visit.ask(visit.dialect.broken_match(visit.endpoint))


def _credentials(visit: Visit) -> Verdict:
    scheme = visit.manifest.get("authentication")
    if not isinstance(scheme, dict):
        raise Unmet("the manifest has no authentication")
    request = visit.dialect.match(visit.endpoint, {"q0": Query(text=TEXTS[0])})
    exchange = visit.ask(_with_false_credentials(request, scheme))
    if exchange.answer is None:
        return judged([exchange.trouble], exchange)
    status = exchange.answer.status
    wrong = [] if status == _UNAUTHORIZED else [f"they were answered with the status {status}"]
    return judged(wrong, exchange)


def _with_false_credentials(request: Request, scheme: Record) -> Request:
    name, place = scheme.get("name"), scheme.get("in")
    if scheme.get("type") == "apiKey" and isinstance(name, str):
        if place == "query":
            mark = "&" if "?" in request.url else "?"
            return replace(request, url=f"{request.url}{mark}{name}={_FALSE}")
        header = ("cookie", f"{name}={_FALSE}") if place == "cookie" else (name.lower(), _FALSE)
    else:
        basic = "basic" in (scheme.get("type"), scheme.get("scheme"))
        header = ("authorization", _BASIC if basic else f"Bearer {_FALSE}")
    return replace(request, headers=(*request.headers, header))


CHECKS: Final[Mapping[str, Check]] = {
    "malformed-refused": _malformed,
    "empty-refused": _empty,
    "cors-refusal": _refusal,
    "authentication-refused": _credentials,
    "abuse": untestable("it would take a flood of requests to tell"),
}
