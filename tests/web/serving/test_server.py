"""No client has all connections of a server but a proxy, and too many get no answer at all."""

import time
from typing import Any

from given.raw_http import FAREWELL, PATIENCE_SECONDS, answers, ask, connect, is_served, serving


def test_one_client_can_not_have_all_connections() -> None:
    with serving(connections_per_client=3, forwarded_allow_ips="10.0.0.0/8") as address:
        crowd = [connect(address) for _ in range(3)]
        (refused,) = ask(address, FAREWELL)
        assert refused.status == 503
        assert refused.headers["retry-after"] == "5"
        with connect(address, "127.0.0.2") as other:
            other.sendall(FAREWELL)
            assert answers(other)[0].status == 200
        for line in crowd:
            line.close()
        _until(lambda: is_served(address))


def test_a_proxy_may_have_all_connections() -> None:
    proxies = "10.0.0.1, 127.0.0.0/8"
    with serving(connections=20, connections_per_client=3, forwarded_allow_ips=proxies) as address:
        crowd = [connect(address) for _ in range(19)]
        assert is_served(address)
        crowd.append(connect(address))
        assert ask(address, FAREWELL)[0].status == 503
        crowd += [connect(address) for _ in range(40)]
        crowd[-1].settimeout(PATIENCE_SECONDS)
        assert crowd[-1].recv(1) == b""
        for line in crowd:
            line.close()
        _until(lambda: is_served(address))


def _until(look: Any) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.02)
