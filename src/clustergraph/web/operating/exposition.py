"""Show what was counted, as Prometheus reads it: of all processes of the service, not of one."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from clustergraph import __version__
from clustergraph.errors import ClusterGraphError
from clustergraph.operations.dataset import Dataset

__all__ = ["Exposition"]

_LIVE_FILES: Final = "gauge_livesum_*.db"
_LEAST: Final = frozenset({"process_start_time_seconds", "process_max_fds"})
"""Of several processes the smallest of these is told, and of all else the sum."""


class Exposition:
    """What ``/metrics`` shows.

    Args:
        registry: holds what this process counts.
        dataset: what is served.
        folder: where all processes of the service keep what they count, if there are several.
    """

    def __init__(
        self, registry: CollectorRegistry, dataset: Dataset, *, folder: Path | None = None
    ) -> None:
        self._all = CollectorRegistry(auto_describe=False)
        self._all.register(_Counted(registry, folder))
        self._all.register(_Served(dataset))
        self._all.register(_Processes(folder))

    def show(self, accept: str) -> tuple[bytes, str]:
        """Return the text and its content type: OpenMetrics for who accepts it, else Prometheus's.

        It reads files, and opens a new version if there is one: some milliseconds.
        """
        encode, content_type = choose_encoder(accept)
        return encode(self._all), content_type


class _Counted(Collector):
    """What was counted, without the times at which the counting began: they are as many again."""

    def __init__(self, registry: CollectorRegistry, folder: Path | None) -> None:
        self._registry = registry
        self._folder = folder

    def collect(self) -> Iterator[Metric]:
        for metric in self._of_all():
            metric.samples = [one for one in metric.samples if not one.name.endswith("_created")]
            yield metric

    def _of_all(self) -> Iterable[Metric]:
        if self._folder is None:
            return self._registry.collect()
        _forget_dead(self._folder)
        begun = [str(path) for path in self._folder.glob("*.db") if _has_begun(path)]
        merged: Iterable[Metric] = MultiProcessCollector.merge(begun)
        return merged


class _Served(Collector):
    """Which software serves which version."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def collect(self) -> Iterator[Metric]:
        software = GaugeMetricFamily(
            "clustergraph_build_info", "The software that runs.", labels=("version",)
        )
        software.add_metric((__version__,), 1)
        yield software
        try:
            version = self._dataset.current().version
        except ClusterGraphError:  # readiness tells
            return
        served = GaugeMetricFamily(
            "clustergraph_dataset_info", "The version that is served.", labels=("version",)
        )
        served.add_metric((version.id,), 1)
        yield served
        yield GaugeMetricFamily(
            "clustergraph_dataset_published_timestamp_seconds",
            "When the version that is served was published.",
            value=version.created.timestamp(),
        )


class _Processes(Collector):
    """What the server processes take, readers not counted; only where there is a ``/proc``."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def collect(self) -> Iterator[Metric]:
        workers = [os.getpid()] if self._folder is None else list(_living(self._folder))
        yield GaugeMetricFamily(
            "clustergraph_workers", "Server processes that run.", value=len(workers)
        )
        together: dict[str, Metric] = {}
        for process_id in workers:
            for metric in _taken_by(process_id):
                _add(together, metric)
        yield from together.values()


def _taken_by(process_id: int) -> list[Metric]:
    """Read what a process takes; nothing of one that ends meanwhile, half of which can be read."""
    try:
        return list(ProcessCollector(pid=lambda: process_id, registry=None).collect())
    except UnboundLocalError:
        return []


def _add(together: dict[str, Metric], metric: Metric) -> None:
    before = together.setdefault(metric.name, metric)
    if before is metric:
        return
    values = (before.samples[0].value, metric.samples[0].value)
    value = min(values) if metric.name in _LEAST else sum(values)
    before.samples = [before.samples[0]._replace(value=value)]


def _living(folder: Path) -> Iterator[int]:
    """List the processes that count, and live."""
    _forget_dead(folder)
    for path in folder.glob(_LIVE_FILES):
        yield _process_of(path)


def _has_begun(path: Path) -> bool:
    """Tell whether a process has written its first number into a file, and it is still there."""
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _forget_dead(folder: Path) -> None:
    """Take away what only a living process may say; one that was killed could not do so itself."""
    for path in folder.glob(_LIVE_FILES):
        if not _is_alive(_process_of(path)):
            path.unlink(missing_ok=True)


def _process_of(path: Path) -> int:
    return int(path.stem.rpartition("_")[2])


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is somebody else's
        return False
    return not _is_zombie(process_id)


def _is_zombie(process_id: int) -> bool:
    """Tell whether a process has ended and only its parent has not noticed (proc(5))."""
    try:
        stat = Path(f"/proc/{process_id}/stat").read_bytes()
    except OSError:
        return False
    return stat.rpartition(b")")[2].split()[0] == b"Z"
