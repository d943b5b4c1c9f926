"""Who writes first waits no longer than others: what that needs is started before."""

from threading import Event

import pytest

from clustergraph.operations.writing.order import Order, Written
from clustergraph.store.versions import Home
from clustergraph.web.writing.options import Writing
from clustergraph.web.writing.tokens import Tokens
from given.clients import client_of


class _Noting:
    """Does nothing but note that it was prepared."""

    def __init__(self) -> None:
        self.is_prepared = Event()

    async def prepare(self) -> None:
        self.is_prepared.set()

    async def write(self, order: Order) -> Written:
        raise NotImplementedError

    async def close(self) -> None:
        pass


def test_a_service_prepares_its_writer_before_anybody_writes(
    small_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustergraph.web.app.assembling._PREPARED_AFTER_SECONDS", 0.0)
    writer = _Noting()
    writing = Writing(tokens=Tokens(()), writer=writer, home=small_home, most_bytes=1)
    with client_of(small_home, writing=writing):
        assert writer.is_prepared.wait(20)
