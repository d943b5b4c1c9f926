"""Kill whatever changes a home, at any moment, and look whether anything is lost or broken.

``PYTHONPATH=tests python -m faults.killing --points 200`` prints for each action how often it was
killed, how much had been acknowledged by then, and what is wrong: nothing. It fails where something
is. Ctrl-C prints what was found so far.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from clustergraph.names import NameIndex
from clustergraph.operations.forgetting.roll_back import roll_back
from clustergraph.operations.writing.log import entries
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from faults.doing import ACTIONS, IMPORTED, home_of, property_of
from faults.points import run

__all__ = ["Killing", "surroundings"]

_LONGEST_SECONDS = {"build": 5.0, "update": 1.0, "import": 1.5, "switch": 0.1}
"""A process is killed at a random moment before that, from when it begins to work."""
_TIMES_AS_LONG = 2.0
"""Where the work takes longer than half of that, the moment may come so much later as it takes."""

_KEPT = 12
"""So many versions are looked at after each time."""


@dataclass(slots=True, kw_only=True)
class Killing:
    """A home whose changers are killed, and what is known of it.

    Attributes:
        folder: where the home lies, with documents.
        chance: chooses the moments.
        hurry: how many times sooner than usual a process is killed at the latest.
        kills: how often each action was killed.
        done: how much of it had been acknowledged.
        wrong: what was lost or broken, in words.
    """

    folder: Path
    chance: random.Random
    hurry: float = 1.0
    kills: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    _seconds: dict[str, float] = field(default_factory=dict)
    _next: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(ACTIONS, 1)))
    _whole: set[str] = field(default_factory=set)
    _acknowledged: dict[str, set[int]] = field(
        default_factory=lambda: {action: set() for action in ACTIONS}
    )

    def begin(self) -> None:
        """Build the first version, and write to it."""
        for action in ("build", "update"):
            self._finish(action)

    def kill(self, action: str) -> None:
        """Let an action begin, kill it, and look at what is left; then the next start is clean."""
        newest = home_of(self.folder).current()
        self._killed(action)
        self._check(action, newest)
        if action == "switch":
            roll_back(home_of(self.folder), newest)
        self._finish("update")
        self._check("update", home_of(self.folder).current())
        home_of(self.folder).prune(_KEPT)
        if left := list(home_of(self.folder).drafts_path.iterdir()):
            self.wrong.append(f"{action}: the next start leaves {left}")

    def lines(self) -> Iterator[str]:
        """Yield what came of it."""
        for action in self.kills:
            yield (
                f"{action:8} killed {self.kills[action]:4} times, "
                f"{self.done[action]:5} acknowledged before"
            )
        yield f"{sum(self.kills.values())} kills, {len(self.wrong)} things lost or broken"
        yield from self.wrong

    # -- Doing

    def _finish(self, action: str) -> None:
        """Do it once in this process, which nobody kills."""
        number = self._next[action]
        begun = time.monotonic()
        ACTIONS[action](self.folder, number)
        self._seconds[action] = time.monotonic() - begun
        self._acknowledged[action].add(number)
        self._next[action] += 1

    def _killed(self, action: str) -> None:
        first = self._next[action]
        command = [sys.executable, "-m", "faults.doing", action, str(self.folder), str(first)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=surroundings()
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n", action
            try:
                time.sleep(self.chance.uniform(0, self._longest(action) / self.hurry))
            finally:
                os.killpg(process.pid, signal.SIGKILL)
            numbers = [int(line) for line in process.stdout if line.endswith("\n")]
        self.kills[action] += 1
        self.done[action] += len(numbers)
        self._acknowledged[action].update(numbers)
        self._next[action] = max([first, *numbers]) + 2  # one more may have been done, unheard

    def _longest(self, action: str) -> float:
        """Tell until when it may be killed: on a slow machine, too, some come to their end."""
        took = self._seconds.get("update" if action == "import" else action, 0.0)
        return max(_LONGEST_SECONDS[action], _TIMES_AS_LONG * took)

    # -- Looking

    def _check(self, action: str, newest: Version) -> None:
        for finding in self._findings(action, newest):
            self.wrong.append(f"{action}: {finding}")

    def _findings(self, action: str, newest: Version) -> Iterator[str]:
        home = home_of(self.folder)
        for version in home.kept():
            if version.id not in self._whole and not _is_whole(version):
                yield f"{version.id} is not whole"
            self._whole.add(version.id)
        graph = GraphStore.open(home.current().store_path)
        if action == "switch":
            ends = {home.versions()[0].id, home.versions()[-1].id, newest.id}
            if home.current_id not in ends:
                yield f"{home.current_id} is none of those that were switched to"
            return
        yield from self._lost(graph)
        if len(entries(home.current().writes_path)) < len(self._acknowledged["update"]):
            yield "the list of writes is shorter than what was acknowledged"

    def _lost(self, graph: GraphStore) -> Iterator[str]:
        for action, per_number in (("update", 1), ("import", IMPORTED)):
            found = Counter(
                int(quad.object.value)
                for quad in graph.quads(None, NamedNode(property_of(action)))
                if isinstance(quad.object, Literal)
            )
            if lost := self._acknowledged[action].difference(found):
                yield f"{action} {sorted(lost)} was acknowledged and is lost"
            if half := {number for number, times in found.items() if times != per_number}:
                yield f"{action} {sorted(half)} was done by half"


def _is_whole(version: Version) -> bool:
    try:
        version.check()
        sum(1 for _ in GraphStore.open(version.store_path).quads())
        Adjacency.open(version.adjacency_path)
        NameIndex.open(version.names_path)
        entries(version.writes_path)
    except Exception:  # noqa: BLE001  (whatever it is, it is not whole)
        return False
    return True


def surroundings() -> dict[str, str]:
    """Return the environment of a process that runs ``faults.doing``."""
    places = (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}


def _main() -> int:
    return run(
        __doc__,
        lambda folder, chance: Killing(folder=folder, chance=chance),
        lambda killing, point: killing.kill(list(ACTIONS)[point % len(ACTIONS)]),
        points=200,
    )


if __name__ == "__main__":
    sys.exit(_main())
