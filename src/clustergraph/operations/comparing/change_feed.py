"""What changed since a version that somebody mirrors, for those who want to follow.

A version that tells of what was taken down since is not compared with: its words must not come
back by a list of changes. Who has it begins again from the whole.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Final

from clustergraph.errors import UnknownVersion, VersionPruned
from clustergraph.operations.comparing.changes import Difference
from clustergraph.operations.comparing.diff import diff
from clustergraph.operations.comparing.tell_difference import tell_difference
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.forgetting.roll_back import tells_withheld
from clustergraph.store.versions import Version
from clustergraph.store.versions.ids import is_version_id

__all__ = ["ChangeFeed", "Step"]

_KEPT: Final = 4
"""How many differences are kept in memory; those who follow ask for the same few."""
_TOLD_OF_EACH_KIND: Final = 20
_ALL_AT: Final = "the link of this entry lists them"
_NOT_TOLD: Final = "Something was taken down since, so what changed before that is not told."


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one version to the next, told in lines for people."""

    old: Version
    new: Version
    told: tuple[str, ...]


class ChangeFeed:
    """Tells what changed up to an open version, which is the one that is served."""

    def __init__(self, dataset: Dataset, opened: OpenVersion) -> None:
        self._opened = opened
        self._current = opened.version
        self._earlier = [it for it in dataset.versions() if it.id != self._current.id]

    def since(self, id_: str) -> Difference:
        """Compare a version with the current one; takes some five seconds for a million quads.

        Raises:
            UnknownVersion: when there never was one with that id.
            VersionPruned: when it is not kept any more, or not to be told of.
        """
        old = self._version(id_)
        kept = self._opened.findings.get("differences", _KeptDifferences)
        return kept.between(old, self._current)

    def steps(self, *, most: int, after: str = "") -> Iterator[Step]:
        """Yield how it came to the current version, the latest step first, from kept ones.

        Raises:
            UnknownVersion: when there never was a version with the id ``after``.
            VersionPruned: when that is not kept any more, or not to be told of.
        """
        first = self._version(after).created if after else None
        line = [it for it in self._earlier if it.created <= self._current.created]
        line = [it for it in line if first is None or it.created >= first]
        for old, new in [*pairwise([*line, self._current])][::-1][:most]:
            yield Step(old=old, new=new, told=self._told(old, new))

    def _version(self, id_: str) -> Version:
        found = next((it for it in (self._current, *self._earlier) if it.id == id_), None)
        if found is not None and not self._is_hidden(found):
            return found
        known = [it.id for it in (*self._earlier, self._current) if not self._is_hidden(it)]
        latest = max(it.id for it in (*self._earlier, self._current))
        if found is None and not _may_have_been(id_, latest):
            raise UnknownVersion(id_, known)
        raise VersionPruned(id_, known)

    def _is_hidden(self, version: Version) -> bool:
        if version.id == self._current.id:
            return False
        name = f"{version.id} tells of what is withheld"
        return self._opened.findings.get(name, lambda: tells_withheld(version, self._current))

    def _told(self, old: Version, new: Version) -> tuple[str, ...]:
        if self._is_hidden(old) or self._is_hidden(new):
            return (_NOT_TOLD,)
        return self._opened.findings.get(
            f"told from {old.id} to {new.id}",
            lambda: tuple(tell_difference(diff(old, new), most=_TOLD_OF_EACH_KIND, all_at=_ALL_AT)),
        )


class _KeptDifferences:
    """The differences that were asked for last; one is found out at a time."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Difference] = OrderedDict()
        self._lock = Lock()

    def between(self, old: Version, new: Version) -> Difference:
        with self._lock:
            if old.id not in self._kept:
                self._kept[old.id] = diff(old, new)
            self._kept.move_to_end(old.id)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            return self._kept[old.id]


def _may_have_been(id_: str, latest: str) -> bool:
    """Tell whether it is the id of a version from before the latest one; ids sort by time."""
    return is_version_id(id_) and id_ < latest
