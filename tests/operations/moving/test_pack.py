"""A version is written into one file, which is whole or not there."""

import io
from pathlib import Path

import pytest

from clustergraph.errors import OutputNotWritable, VersionMissing
from clustergraph.operations.moving.pack import pack, pack_into
from clustergraph.store.versions import Version


def test_the_same_version_always_gives_the_same_bytes(version: Version, packed: bytes) -> None:
    output = io.BytesIO()
    pack(version, output)
    assert output.getvalue() == packed


def test_a_version_that_is_removed_meanwhile_is_told(version: Version) -> None:
    gone = Version(version.id, version.path.with_name("none"))
    gone.path.mkdir()
    (gone.path / "version.json").symlink_to("nowhere")
    with pytest.raises(VersionMissing, match="removed"):
        pack(gone, io.BytesIO())


def test_a_file_that_cannot_be_written_leaves_no_part(version: Version, tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OutputNotWritable):
        pack_into(version, tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
