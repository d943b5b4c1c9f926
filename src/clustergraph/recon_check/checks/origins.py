"""Checks of who may ask from where: HTTPS, pages of other origins (CORS, JSONP)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.messages import ORIGIN, Answer, Exchange, get
from clustergraph.recon_check.reading import problem_of
from clustergraph.recon_check.requirements import KINDS
from clustergraph.recon_check.shapes import shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS", "origin_problems"]

_ALLOWED: Final = "access-control-allow-origin"
_LOCAL: Final = (".localhost", ".local", ".internal", ".test")
_CALLBACK: Final = "recon_check"
_CALL: Final = re.compile(rf"\s*(?:/\*\*/)?\s*{_CALLBACK}\s*\(.*\)\s*;?\s*", re.DOTALL)


def origin_problems(exchange: Exchange) -> Iterator[str]:
    """Tell why a page of another origin could not read an answer, if it could not."""
    if exchange.answer is None:
        yield exchange.trouble
        return
    allowed = exchange.answer.header(_ALLOWED)
    if allowed not in {"*", ORIGIN}:
        said = f"is {shown(allowed)}" if allowed else "is missing"
        yield f"{exchange.request.url}: the header Access-Control-Allow-Origin {said}"


def _https(visit: Visit) -> Verdict:
    parts = urlsplit(visit.endpoint)
    if parts.scheme != "https" and _is_local(parts.hostname or ""):
        raise Unmet("this is a local service")
    problems = [] if parts.scheme == "https" else ["the address begins with http:"]
    return judged(problems)


def _is_local(host: str) -> bool:
    if "." not in host or host.endswith(_LOCAL):
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


def _readable(visit: Visit, ask: Callable[[Visit], tuple[Exchange, ...]]) -> Verdict:
    exchanges = [one for one in ask(visit) if not problem_of(one)]
    if not exchanges:
        raise Unmet("there is no answer with a status of 200 to 299")
    problems = [problem for one in exchanges for problem in origin_problems(one)]
    return judged(dict.fromkeys(problems), *exchanges)


def _of_manifest(visit: Visit) -> tuple[Exchange, ...]:
    return (visit.manifest_reply.exchange,)


def _of_match(visit: Visit) -> tuple[Exchange, ...]:
    return visit.first.exchanges[:1]


def _of_suggest(visit: Visit) -> tuple[Exchange, ...]:
    found = []
    for kind in KINDS:
        try:
            found.append(visit.suggestions(kind).reply.exchange)
        except Unmet:
            continue
    return tuple(found)


def _of_preview(visit: Visit) -> tuple[Exchange, ...]:
    return (visit.preview,)


def _of_extend(visit: Visit) -> tuple[Exchange, ...]:
    return (visit.values_reply.exchange,)


def _of_propose(visit: Visit) -> tuple[Exchange, ...]:
    return (visit.propose().exchange,)


def _preflight(visit: Visit) -> Verdict:
    post = visit.dialect.match(visit.endpoint, {})
    asked = (
        ("origin", ORIGIN),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type"),
    )
    exchange = visit.ask(replace(post, method="OPTIONS", headers=asked, content=b""))
    if exchange.answer is None or problem_of(exchange):
        return judged([problem_of(exchange)], exchange)
    return judged(
        [*origin_problems(exchange), *_header_problems(exchange.answer)],
        exchange,
    )


def _header_problems(answer: Answer) -> Iterator[str]:
    """Tell of headers only: POST is allowed to all without being named (Fetch, section 3.2.2)."""
    allowed = answer.header("access-control-allow-headers").lower()
    if not {"*", "content-type"} & {name.strip() for name in allowed.split(",")}:
        yield "the header Access-Control-Allow-Headers does not name Content-Type"


def _jsonp(visit: Visit) -> Verdict:
    exchange = visit.ask(get(visit.endpoint, {"callback": _CALLBACK}, accept="*/*"))
    problem = problem_of(exchange)
    body = exchange.answer.body.decode("utf-8", "replace") if exchange.answer else ""
    if not problem and _CALL.fullmatch(body) is None:
        problem = f"the answer is not a call of {_CALLBACK}(...)"
    return judged([problem] if problem else [], exchange)


CHECKS: Final[Mapping[str, Check]] = {
    "https": _https,
    "cors-manifest": partial(_readable, ask=_of_manifest),
    "cors-match": partial(_readable, ask=_of_match),
    "cors-suggest": partial(_readable, ask=_of_suggest),
    "cors-preview": partial(_readable, ask=_of_preview),
    "cors-extend": partial(_readable, ask=_of_extend),
    "cors-propose": partial(_readable, ask=_of_propose),
    "cors-preflight": _preflight,
    "jsonp": _jsonp,
}
