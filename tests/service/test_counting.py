"""What several workers count is one service's, whichever of them is asked, and whichever died."""

import os
import signal

from given.homes import ENDLESS
from given.running import Service, asking, wait_for


def test_every_query_is_counted_once(two_workers: Service) -> None:
    before = two_workers.counted("clustergraph_queries_total")
    for number in range(12):
        assert two_workers.query(f"ASK {{}} # {number}").status == 200
    assert two_workers.counted("clustergraph_queries_total") == before + 12
    wait_for(lambda: two_workers.counted("clustergraph_workers") == 2)


def test_a_worker_that_is_killed_leaves_no_query_running(two_workers: Service) -> None:
    with two_workers.connect() as line:
        line.sendall(f"GET {asking(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        wait_for(lambda: two_workers.counted("clustergraph_queries_running") == 1)
        asked = two_workers.counted("clustergraph_queries_total")
        for worker in two_workers.workers:
            os.kill(worker, signal.SIGKILL)
        wait_for(lambda: _counts_again(two_workers))
        assert two_workers.counted("clustergraph_queries_running") == 0
        assert two_workers.counted("clustergraph_queries_total") == asked


def _counts_again(service: Service) -> bool:
    try:
        return service.counted("clustergraph_workers") == 2
    except OSError:
        return False
