"""An index is opened, or it is told why it can't be."""

from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.names import NameIndex
from clustergraph.names.writing.storing import build_names
from clustergraph.store.versions import Home


def test_an_index_that_may_only_be_read_is_opened_and_searched(
    small_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_home.current().names_path
    before = sorted(path.iterdir())
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    names = NameIndex.open(path)
    assert names.search("cluster").hits == NameIndex.open(path).search("cluster").hits != ()
    assert (sorted(path.iterdir()), list(tmp_path.iterdir())) == (before, [])


def test_an_index_of_another_shape_is_refused(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(StoreError, match="can't be opened"):
        NameIndex.open(tmp_path)
