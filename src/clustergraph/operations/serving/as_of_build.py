"""Count what a build made once for all versions that are written to it.

What takes a pass over the whole graph would else be counted again after each write.
"""

from collections.abc import Callable
from typing import TypeVar

from clustergraph.errors import NotFound
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

__all__ = ["built_version", "found_in_build"]

_Finding = TypeVar("_Finding")


def built_version(dataset: Dataset, version: Version) -> Version:
    """Return the version that was built before a version was written, where it is kept.

    Else that is the version itself, as it is of one that nobody wrote to, and of a plain one.
    """
    if version.is_plain or version.built_id == version.id:
        return version
    try:
        return dataset.version(version.built_id)
    except NotFound:
        return version


def found_in_build(
    dataset: Dataset, opened: OpenVersion, name: str, find: Callable[[GraphStore], _Finding]
) -> _Finding:
    """Return what ``find`` finds in the graph as it was built, found out once for each build."""
    built = built_version(dataset, opened.version)
    if built.id == opened.version.id:
        return opened.findings.get(name, lambda: find(opened.graph))
    return opened.built.get(name, lambda: find(GraphStore.open(built.store_path)))
