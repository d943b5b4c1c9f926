"""What an engine is found to be: which version it holds, and how it shows all graphs as one.

How it is asked is known in ``readers``.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.errors import EngineFailed, MalformedQuery, QueryError, UnsupportedQuery
from clustergraph.store.remote.results import truth_in, version_in

__all__ = ["Lookout", "State"]

_FRESH_SECONDS: Final = {True: 1.0, False: 0.1}
"""For how long what the engine said of its version is believed, by whether it is the one wanted."""
_HOLDS_NOTHING: Final = "it holds no version yet; `clustergraph publish` sends it one"
_NO_WAY: Final = "it does not show all its graphs as one; docs/engines.md says what it may need"
_WAYS: Final[Sequence[Mapping[str, str]]] = (
    {},
    {"union-default-graph": "true"},
    {"default-graph-uri": "urn:x-arq:UnionGraph"},
    {"default-graph-uri": "tag:stardog:api:context:all"},
)
"""What makes engines show all graphs as one, tried in turn.

Most do so anyway; Oxigraph, Fuseki and Stardog want to be asked for it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What an engine is found to be.

    Attributes:
        version: the hash of the content that it holds; empty while it is brought up to date.
        way: what a request needs so that its query sees all graphs as one; None where nothing
            helps.
    """

    version: str
    way: Mapping[str, str] | None


class Lookout:
    """Looks at an engine now and then, once for all who want to know.

    Args:
        answer: asks the engine a query of the catalogue by its name, with more parameters, and
            returns the answer's body.
    """

    def __init__(self, answer: Callable[[str, Mapping[str, str]], Awaitable[bytes]]) -> None:
        self._answer = answer
        self._state: State | None = None
        self._looked_at = 0.0
        self._wanted = ""
        self._looking: asyncio.Task[State] | None = None

    async def state(self, content_hash: str) -> State:
        """Return what the engine is; looks again after a second, sooner where it held another one.

        Args:
            content_hash: of the version that it should hold.

        Raises:
            EngineAway: when it can't be reached.
            EngineFailed: when it gives no answer.
        """
        is_new = content_hash != self._wanted
        self._wanted = content_hash
        if not is_new and (state := self._fresh_state()) is not None:
            return state
        if is_new or self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look())
            self._looking.add_done_callback(_hear)
        return await asyncio.shield(self._looking)

    async def still_holds(self, content_hash: str) -> bool:
        """Tell whether the engine holds that version now, whatever was found before."""
        try:
            return (await self._look()).version == content_hash
        except QueryError:
            return False

    def known_way(self) -> Mapping[str, str]:
        """Return what makes a query see all graphs as one.

        Raises:
            EngineFailed: when the engine has no way to.
        """
        if self._state is None or self._state.way is None:
            is_empty = self._state is None or not self._state.version
            raise EngineFailed(_HOLDS_NOTHING if is_empty else _NO_WAY)
        return self._state.way

    def close(self) -> None:
        """Look no longer."""
        if self._looking is not None:
            self._looking.cancel()

    def _fresh_state(self) -> State | None:
        """Return what was found where that still holds."""
        if self._state is None:
            return None
        is_held = self._state.version == self._wanted
        age = asyncio.get_running_loop().time() - self._looked_at
        return self._state if age <= _FRESH_SECONDS[is_held] else None

    async def _look(self) -> State:
        version = version_in(await self._answer("version-held", {}))
        way = self._state.way if self._state is not None else None
        self._state = State(version=version, way=await self._way() if way is None else way)
        self._looked_at = asyncio.get_running_loop().time()
        return self._state

    async def _way(self) -> Mapping[str, str] | None:
        for way in _WAYS:
            try:
                if truth_in(await self._answer("sees-all-graphs", way)):
                    return way
            except (MalformedQuery, UnsupportedQuery):  # it does not know the parameter
                continue
        return None


def _hear(looking: asyncio.Task[State]) -> None:
    """Take note of how it ended, also where all who waited for it have gone."""
    if not looking.cancelled():
        looking.exception()
