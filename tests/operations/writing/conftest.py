"""Homes to write to: one that was built, one that is plain."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clustergraph.operations.begin import begin
from clustergraph.operations.writing.order import Written
from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home
from given.orders import update_order

Update = Callable[..., Written]


@pytest.fixture
def built(small_home: Home, tmp_path: Path) -> Home:
    """A home of its own with the small graph."""
    shutil.copytree(small_home.path, tmp_path / "built", symlinks=True)
    return Home(tmp_path / "built")


@pytest.fixture
def plain(tmp_path: Path) -> Home:
    """An empty home without the build's graphs."""
    home = Home(tmp_path / "plain")
    begin(home)
    return home


@pytest.fixture
def update(tmp_path: Path) -> Update:
    """Carry out a SPARQL Update on a home."""

    def update_(home: Home, text: str, **given: Any) -> Written:
        return write(update_order(tmp_path, text, **given), home)

    return update_
