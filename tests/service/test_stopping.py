"""However a server, or one of its processes, comes to its end, nothing of it lives on."""

import os
import signal
from pathlib import Path

import pytest

from given.homes import ENDLESS
from given.running import Service, serve, wait_for

_SOON_SECONDS = 10.0
"""Well before a time limit would end a query."""


@pytest.mark.parametrize(
    ("how", "workers"), [(signal.SIGINT, 1), (signal.SIGTERM, 2), (signal.SIGKILL, 2)]
)
def test_nothing_outlives_a_server_that_ends_in_the_middle_of_a_query(
    home: Path, tmp_path: Path, how: signal.Signals, workers: int
) -> None:
    with serve(
        home,
        tmp_path / "log",
        workers=workers,
        readers="1",
        query_timeout_seconds="60",
        drain_seconds="0",
    ) as service:
        service.wait_until_quiet()
        with service.send(ENDLESS):
            wait_for(lambda: service.is_at_work)
            service.process.send_signal(how)
            service.process.wait(timeout=_SOON_SECONDS)
        wait_for(lambda: not service.pids, seconds=_SOON_SECONDS)


def test_a_worker_that_is_killed_takes_its_readers_along_and_another_takes_its_place(
    two_workers: Service,
) -> None:
    wait_for(lambda: len(two_workers.workers) == 2)
    killed, other = two_workers.workers
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: len(set(two_workers.workers) - {killed}) == 2)
    assert other in two_workers.workers
    wait_for(lambda: len(two_workers.readers) == 4, seconds=_SOON_SECONDS)
    assert {two_workers.query("ASK {}").status for _ in range(6)} == {200}
