"""One large answer: how long it takes beside Oxigraph's own server, and what memory it takes."""

from collections.abc import Iterable
from statistics import median

from bench.measuring.asking import client, received
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.processes import Peak, is_reader, peak_of, processor_seconds
from bench.measuring.servers import Server

__all__ = ["large_answer"]

_BYTES = 40_000_000
_TRIAL_ROWS = 1_000
_ROUNDS = 5
_SPEED = Goal(0.9, is_least=True)
_MEGABYTES = Goal(20.0, is_least=False)


def large_answer(ours: Server, theirs: Server) -> Iterable[Figure]:
    """Yield how fast ours streams, and how much the memory of its processes grows meanwhile."""
    rows = _rows(theirs)
    readers = [pid for pid in ours.pids if is_reader(pid)]
    served = [pid for pid in ours.pids if pid not in readers]
    times: list[tuple[float, float]] = []
    peaks: list[tuple[Peak, Peak]] = []
    size = 0
    before = _work(ours, theirs)
    for number in range(_ROUNDS):
        text = _text(rows, number)
        with peak_of(served) as server, peak_of(readers) as read:
            seconds, size = received(ours, text)
        peaks.append((server, read))
        times.append((seconds, received(theirs, text)[0]))
    after = _work(ours, theirs)
    yield _speed(times, (after[0] - before[0], after[1] - before[1]), size)
    yield _growth(peaks)


def _rows(server: Server) -> int:
    """Count the rows that fill such an answer."""
    with client(server) as asker:
        body = asker.ask(_text(_TRIAL_ROWS, 0)).body
    return _TRIAL_ROWS * _BYTES // len(body)


def _text(rows: int, number: int) -> str:
    """Write a query that nobody asked before."""
    return f"SELECT ?s ?p ?o{number} {{ ?s ?p ?o{number} }} LIMIT {rows}"


def _work(ours: Server, theirs: Server) -> tuple[float, float]:
    return processor_seconds(ours.pids), processor_seconds(theirs.pids)


def _speed(times: list[tuple[float, float]], work: tuple[float, float], size: int) -> Figure:
    ours, theirs = (median(side) for side in zip(*times, strict=True))
    return Figure(
        group=Group.OXIGRAPH,
        name=f"an answer of {size / 1e6:.0f} MB",
        value=theirs / ours,
        goal=_SPEED,
        details=(
            f"{rounded(ours)} beside {rounded(theirs)} s, medians of {len(times)}; processor "
            f"{rounded(work[0] / len(times))} beside {rounded(work[1] / len(times))} s"
        ),
    )


def _growth(peaks: list[tuple[Peak, Peak]]) -> Figure:
    server = max(peak.growth for peak, _ in peaks) / 1e6
    readers = max(peak.growth for _, peak in peaks) / 1e6
    return Figure(
        group=Group.COST,
        name="streaming it, the server grows by",
        value=server,
        unit="MB",
        goal=_MEGABYTES,
        details=f"its readers by {rounded(readers)} MB, pages of the store's files among them",
    )
