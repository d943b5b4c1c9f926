"""As many lookups as one request may have, of all kinds: how long the answer takes."""

import json
import random
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any, Final

from bench.lookup_speed.corpus import NAMES_EACH, local_id, names_of
from bench.measuring.failures import NoAnswer
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.processes import processor_seconds
from bench.measuring.servers import Server
from bench.measuring.visiting import answer_of
from clustergraph.iris import BASE

__all__ = ["batch_of_all", "items"]

_ITEMS: Final = 1_000
_ROUNDS: Final = 15
_MILLISECONDS: Final = Goal(150.0, is_least=False)
_LOOKUP: Final = "/api/lookup"


def batch_of_all(server: Server, names: int) -> Iterable[Figure]:
    """Yield how long so many lookups take on so many names; each round asks other ones."""
    organisations = names // NAMES_EACH
    times, statuses = [], Counter[str]()
    before = processor_seconds(server.pids)
    for number in range(_ROUNDS):
        body = json.dumps({"items": items(organisations, _ITEMS, seed=number)}).encode()
        start = time.monotonic()
        answer = json.loads(answer_of(server, _LOOKUP, body))
        times.append(1_000 * (time.monotonic() - start))
        statuses.update(_statuses(server, answer))
    work = (processor_seconds(server.pids) - before) / _ROUNDS
    found = ", ".join(f"{count // _ROUNDS} {status}" for status, count in statuses.most_common())
    yield Figure(
        group=Group.COST,
        name=f"a batch of {_ITEMS:,}, {names:,} names",
        value=median(times),
        unit="ms",
        goal=_MILLISECONDS,
        details=(
            f"median of {_ROUNDS}; at most {rounded(max(times))} ms; "
            f"{rounded(1_000 * work)} ms of processor time; {found}"
        ),
    )


def items(organisations: int, count: int, *, seed: int) -> Sequence[str]:
    """Return names, names with a slip, addresses, local ids and what is not there, mixed."""
    chance = random.Random(seed)
    return [_item(chance, chance.randrange(organisations)) for _ in range(count)]


def _item(chance: random.Random, organisation: int) -> str:
    name = chance.choice(names_of(organisation)).value
    at = chance.randrange(len(name))
    return chance.choice(
        (
            name,
            name.lower(),
            name[:at] + name[at + 1 :],
            local_id(organisation),
            f"{BASE}id/{local_id(organisation)}",
            "nobody " + "".join(chance.choices("qwxyz", k=8)),
        )
    )


def _statuses(server: Server, answer: Any) -> list[str]:
    """Read what became of each item.

    Raises:
        NoAnswer: when not each has a status.
    """
    statuses = [result["status"] for result in answer["results"]]
    if len(statuses) != _ITEMS:
        raise NoAnswer(server.name, f"{len(statuses)} answers to {_ITEMS} items")
    return statuses
