"""What the service takes on the graph of the default documents: memory, and time to start."""

import itertools
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from bench.measuring.asking import Client, client
from bench.measuring.failures import NoAnswer
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.processes import is_reader, processor_seconds, proportional, resident
from bench.measuring.servers import Server, our_server, wait_for
from clustergraph.iris import BASE

__all__ = ["memory", "start"]

_STARTS = 5
_HALF = 100
_MEGABYTES = Goal(200.0, is_least=False)
_SECONDS = Goal(2.0, is_least=False)
_HTML, _TURTLE = "text/html", "text/turtle"
_PAGES = ("/", "/sparql", "/ns", "/dataset", "/queries", "/search?q=cluster", "/dumps/")
_ENTITIES = f"""\
SELECT DISTINCT ?entity {{
  ?entity a ?class
  FILTER(STRSTARTS(STR(?entity), "{BASE}id/"))
}}
LIMIT {_HALF}
"""


def start(home: Path) -> Iterable[Figure]:
    """Yield how long after its start the service answers the first query, and says it is ready."""
    times = [_start(home) for _ in range(_STARTS)]
    *sides, worked = zip(*times, strict=True)
    for name, side in zip(("the first query", "being ready"), sides, strict=True):
        yield Figure(
            group=Group.COST,
            name=f"from the start to {name}",
            value=median(side),
            unit="s",
            goal=_SECONDS,
            details=(
                f"median of {_STARTS}; at most {rounded(max(side))} s; "
                f"{rounded(median(worked))} s of processor time"
            ),
        )


def memory(home: Path) -> Iterable[Figure]:
    """Yield what a worker and its readers hold in memory after queries and pages of all kinds."""
    with our_server(home) as server:
        before = resident(server.pids)
        _visit(server)
        pids = server.pids
        readers = [pid for pid in pids if is_reader(pid)]
        each = ", ".join(rounded(resident([pid]) / 1e6) for pid in pids)
        yield Figure(
            group=Group.COST,
            name=f"a worker and its {len(readers)} readers hold",
            value=resident(pids) / 1e6,
            unit="MB",
            goal=_MEGABYTES,
            details=(
                f"{each}; {rounded(before / 1e6)} at the start; "
                f"{rounded(proportional(pids) / 1e6)} where what they share counts once"
            ),
        )


def _start(home: Path) -> tuple[float, float, float]:
    with our_server(home) as server:
        answered = time.monotonic() - server.start
        ready = wait_for(server, "/health/ready")
        return answered, ready, processor_seconds(server.pids)


def _visit(server: Server) -> None:
    """Ask as many queries as addresses.

    Raises:
        NoAnswer: when one is not answered as it should.
    """
    with client(server) as asker:
        for number in range(_HALF):
            text = f"SELECT * {{ ?s ?p ?o{number} }} ORDER BY ?s LIMIT {1 + 7 * number}"
            _check(server, asker.ask(text).status, text)
        for path, accept in itertools.islice(_addresses(asker), _HALF):
            _check(server, asker.get(path, accept).status, path)


def _addresses(asker: Client) -> Iterator[tuple[str, str]]:
    yield from ((path, _HTML) for path in _PAGES)
    rows = json.loads(asker.ask(_ENTITIES).body)["results"]["bindings"]
    for row in rows:
        local = row["entity"]["value"].removeprefix(BASE)
        yield f"/page/{local}", _HTML
        yield f"/data/{local}", _TURTLE


def _check(server: Server, status: int, asked: str) -> None:
    if status != 200:
        raise NoAnswer(server.name, f"{status} for {asked}")
