"""What is measured of pages and data: times of single requests, and requests a second."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from http.client import HTTPConnection
from statistics import mean, median
from typing import Final
from urllib.parse import urlencode

from bench.measuring.failures import NoAnswer
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from bench.measuring.visiting import Visitor
from bench.page_speed.corpus import HUB, LITTLE, LITTLE_PROJECT, PROJECT
from clustergraph.iris import BASE

__all__ = ["beside_describe", "hub_beside_few", "page_times", "unchanged"]

_HTML: Final = {"Accept": "text/html"}
_PLAIN: Final = {"Accept-Encoding": "identity"}
_SYNTAXES: Final = {"Turtle": ("ttl", "text/turtle"), "JSON-LD": ("jsonld", "application/ld+json")}
_PAGE: Final = Goal(15.0, is_least=False)
_THROUGHPUT: Final = Goal(1.0, is_least=True)
_HUB: Final = Goal(1.5, is_least=False)
_PATIENCE_SECONDS: Final = 60


def page_times(
    server: Server, name: str, things: Sequence[str], *, rounds: int
) -> Iterator[Figure]:
    """Yield how long half the pages about things take at the most, asked one after another."""
    paths = [f"/page/{thing}" for thing in things]
    _milliseconds(server, paths, _HTML)  # what is kept is kept from here on
    taken = _milliseconds(server, paths * rounds, _HTML)
    yield Figure(
        group=Group.PAGES,
        name=name,
        value=median(taken),
        unit="ms",
        goal=_PAGE,
        details=f"{len(things)} pages, mean {rounded(mean(taken))} ms, "
        f"nine of ten below {rounded(sorted(taken)[len(taken) * 9 // 10])} ms",
    )


def beside_describe(
    visitor: Visitor,
    servers: tuple[Server, Server],
    name: str,
    things: Sequence[str],
    *,
    rounds: int,
) -> Iterator[Figure]:
    """Yield how many answers about things a second stand to those of Oxigraph's DESCRIBE."""
    ours, oxigraph = servers
    queries = [urlencode({"query": f"DESCRIBE <{BASE}id/{thing}>"}) for thing in things]
    for syntax, (extension, media_type) in _SYNTAXES.items():
        accept = {"Accept": media_type}
        our_paths = [f"/data/{thing}.{extension}" for thing in things]
        their_paths = [f"{oxigraph.endpoint}?{query}" for query in queries]
        _milliseconds(ours, our_paths, accept)  # what is kept is kept from here on
        drives = [
            (
                visitor.visit(ours, our_paths, headers=accept).per_second,
                visitor.visit(oxigraph, their_paths, headers=accept).per_second,
            )
            for _ in range(rounds)
        ]
        here, there = (mean(side) for side in zip(*drives, strict=True))
        yield Figure(
            group=Group.DATA,
            name=f"{syntax}, {name}",
            value=here / there,
            goal=_THROUGHPUT,
            details=f"{here:.0f} a second beside {there:.0f}, of answers that tell less",
        )


def unchanged(visitor: Visitor, server: Server, things: Sequence[str]) -> Iterator[Figure]:
    """Yield how often a client can be told that it has a page already, beside a constant answer."""
    path = f"/page/{things[0]}"
    known = {**_HTML, **_PLAIN, "If-None-Match": _tag_of(server, path)}
    told, constant = (
        visitor.visit(server, paths, headers=headers).per_second
        for paths, headers in (([path], known), (["/health/live"], {}))
    )
    yield Figure(
        group=Group.COST,
        name="not modified (304), beside a constant answer",
        value=told / constant,
        details=f"{told:.0f} a second beside {constant:.0f}",
    )


def hub_beside_few(server: Server, links: int, *, rounds: int) -> Iterator[Figure]:
    """Yield how much longer a thing of so many links takes than one of ten, nothing being kept."""
    forms = {"page": ("/page/{}", _HTML), "Turtle": ("/data/{}.ttl", {})}
    for form, (address, headers) in forms.items():
        for kind, many, few in (("to it", HUB, LITTLE), ("from it", PROJECT, LITTLE_PROJECT)):
            times = [
                median(_milliseconds(server, [address.format(thing)] * (10 * rounds), headers))
                for thing in (many, few)
            ]
            yield Figure(
                group=Group.HUB,
                name=f"{form}, {links:,} links {kind}",
                value=times[0] / times[1],
                goal=_HUB if form == "page" else None,
                details=f"{rounded(times[0])} ms beside {rounded(times[1])} ms",
            )


def _milliseconds(server: Server, paths: Sequence[str], headers: Mapping[str, str]) -> list[float]:
    """Ask for the paths one after another, on one connection; the first answer is not counted.

    Raises:
        NoAnswer: when one of them is refused.
    """
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE_SECONDS)) as line:
        return [_timed(line, server, path, headers) for path in (paths[0], *paths)][1:]


def _timed(line: HTTPConnection, server: Server, path: str, headers: Mapping[str, str]) -> float:
    start = time.perf_counter()
    line.request("GET", path, headers=dict(headers))
    reply = line.getresponse()
    reply.read()
    if reply.status != 200:
        raise NoAnswer(server.name, f"{reply.status} to {path}")
    return 1_000 * (time.perf_counter() - start)


def _tag_of(server: Server, path: str) -> str:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE_SECONDS)) as line:
        line.request("GET", path, headers=_HTML | _PLAIN)
        reply = line.getresponse()
        reply.read()
        return reply.headers["ETag"] or ""
