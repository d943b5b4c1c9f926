"""An engine that holds the graph too is told of a write before the home has it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from clustergraph.errors import EngineOutOfStep, EngineRefused
from clustergraph.operations.writing.log import LOG
from clustergraph.operations.writing.mirroring import Mirror
from clustergraph.operations.writing.write import write
from clustergraph.store.changing import Change
from clustergraph.store.versions import Home
from given.orders import update_order

ONE = "INSERT DATA { <a> <b> <c> }"


@dataclass
class Engine:
    """Holds quads, and knows of which version."""

    home: Home
    holds: str
    refuses: bool = False
    quads: set[str] = field(default_factory=set)

    def check(self, before: str) -> None:
        if before != self.holds:
            raise EngineOutOfStep

    def follow(self, change: Change, *, before: str, after: str) -> None:
        assert self.home.current().content_hash == before == self.holds
        if self.refuses:
            reason = "no"
            raise EngineRefused(reason)
        self.quads |= {str(quad) for quad in change.added}
        self.quads -= {str(quad) for quad in change.removed}
        self.holds = after


@pytest.fixture
def engine(built: Home) -> Engine:
    return Engine(built, built.current().content_hash)


def test_an_engine_is_brought_from_one_version_to_the_next(
    built: Home, tmp_path: Path, engine: Engine
) -> None:
    mirror: Mirror = engine
    for text in (ONE, "DELETE DATA { <a> <b> <c> }; INSERT DATA { <a> <b> <d> }"):
        write(update_order(tmp_path, text), built, mirror=mirror)
        assert engine.holds == built.current().content_hash
    own = {quad for quad in engine.quads if LOG.value not in quad}
    assert len(own) == 1
    assert len(engine.quads) > 2


def test_what_an_engine_refuses_is_not_written_here_either(
    built: Home, tmp_path: Path, engine: Engine
) -> None:
    before = built.current_id
    engine.refuses = True
    with pytest.raises(EngineRefused):
        write(update_order(tmp_path, ONE), built, mirror=engine)
    assert built.current_id == before
    engine.refuses, engine.holds = False, "something else"
    with pytest.raises(EngineOutOfStep):
        write(update_order(tmp_path, ONE), built, mirror=engine)
    assert built.current_id == before
