"""What the two processes say to each other comes as it was said."""

from pathlib import Path

import pytest

from clustergraph.errors import (
    BadUpdate,
    ClusterGraphError,
    ContentTooLarge,
    GraphNotYours,
    KeyReused,
    NotFound,
    ProtectedGraph,
    RulesBroken,
    StateChanged,
)
from clustergraph.operations.writing.messages import (
    Setup,
    Task,
    pack_setup,
    pack_stop,
    pack_task,
    pack_written,
    unpack_setup,
    unpack_stop,
    unpack_task,
    unpack_written,
)
from clustergraph.operations.writing.order import Kind, Order, Written
from clustergraph.store.readers.messages import HEADER, Frame


def _content(frame: bytes) -> bytes:
    return frame[HEADER.size :]


def test_setups_tasks_and_answers_come_as_they_were_sent(tmp_path: Path) -> None:
    setup = Setup(home=tmp_path, kept_writes=3, memory_bytes=1)
    task = Task(order=Order(kind=Kind.DROP, by="alice", key="k"), id="a", wait_seconds=0.5)
    written = Written(version="b", previous="a", added=2, warnings=({"message": "look"},))
    assert unpack_setup(_content(pack_setup(setup))) == setup
    assert unpack_task(_content(pack_task(task))) == task
    assert unpack_written(_content(pack_written(written))) == written


@pytest.mark.parametrize(
    "error",
    [
        BadUpdate("it is none.", line=2, column=3),
        ContentTooLarge(5),
        GraphNotYours("urn:a"),
        KeyReused(),
        NotFound("urn:a"),
        ProtectedGraph("urn:a", is_for_engine=True),
        RulesBroken([{"focus": "urn:a"}], "a rule"),
        StateChanged("20260101T000000Z-0123456789abcdef"),
    ],
)
def test_an_error_is_raised_here_as_it_was_there(error: ClusterGraphError) -> None:
    frame = pack_stop(error)
    assert Frame(frame[:1]) is Frame.FAILURE
    here = unpack_stop(_content(frame))
    assert (type(here), str(here), vars(here)) == (type(error), str(error), vars(error))
