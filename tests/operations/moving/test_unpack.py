"""A version moves to another home whole, and nothing else ever comes in with it."""

import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.errors import (
    BadArchive,
    HomeNotWritable,
    TellsForgotten,
)
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.moving.pack import pack, pack_into
from clustergraph.operations.moving.unpack import unpack, unpack_from
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version
from given.drawn_versions import draw_version, thing
from given.homes import publish

Files = dict[str, bytes]


def _files(version: Version) -> Files:
    found = (path for path in sorted(version.path.rglob("*")) if path.is_file())
    return {str(path.relative_to(version.path)): path.read_bytes() for path in found}


def test_a_version_is_the_same_in_another_home(
    version: Version, home: Home, tmp_path: Path
) -> None:
    size = pack_into(version, tmp_path / "file")
    assert size == (tmp_path / "file").stat().st_size
    moved = unpack_from(tmp_path / "file", home)
    assert (moved.id, moved.created, moved.built_id) == (
        version.id,
        version.created,
        version.built_id,
    )
    assert _files(moved) == _files(version)
    assert set(GraphStore.open(moved.store_path).quads()) == set(
        GraphStore.open(version.store_path).quads()
    )
    assert home.current_id is None
    assert not list(home.drafts_path.iterdir())


def test_a_version_that_is_here_already_stays(home: Home, packed: bytes) -> None:
    first = unpack(io.BytesIO(packed), home, name="file")
    (first.path / "report.json").write_text("{}")
    assert unpack(io.BytesIO(packed), home, name="file") == first
    assert (first.path / "report.json").exists()


# -- What is refused -------------------------------------------------------------------------------


def _refused(content: bytes, home: Home) -> str:
    with pytest.raises(BadArchive) as caught:
        unpack(io.BytesIO(content), home, name="the file")
    assert home.versions() == []
    assert not list(home.drafts_path.iterdir())
    assert "\n" not in str(caught.value)
    return caught.value.reason


def _changed(packed: bytes, change: Callable[[tarfile.TarInfo], tarfile.TarInfo | None]) -> bytes:
    """Return the archive with its members changed, or left out."""
    output = io.BytesIO()
    with (
        tarfile.open(fileobj=io.BytesIO(packed)) as old,
        tarfile.open(fileobj=output, mode="w") as new,
    ):
        for member in old:
            content = old.extractfile(member)
            if (now := change(member)) is not None:
                new.addfile(now, content)
    return output.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../outside",
        "version/../../outside",
        "version/..",
        "version/./x",
        "version//x",
        "version",
        "other/x",
        "version/a/b/c/d/e",
        "version/żółw",
        "version/a\nb",
        "version/x" + "y" * 300,
    ],
)
def test_a_file_elsewhere_is_refused(home: Home, packed: bytes, name: str) -> None:
    def renamed(member: tarfile.TarInfo) -> tarfile.TarInfo:
        return member.replace(name=name) if member.name.endswith("version.json") else member

    assert "no file of a version" in _refused(_changed(packed, renamed), home)
    assert not (home.path.parent / "outside").exists()


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.FIFOTYPE,
        tarfile.GNUTYPE_SPARSE,
    ],
)
def test_what_is_no_plain_file_is_refused(home: Home, packed: bytes, kind: bytes) -> None:
    def other(member: tarfile.TarInfo) -> tarfile.TarInfo:
        if member.name.endswith("version.json"):
            member = member.replace(linkname="/etc/passwd")
            member.type = kind
        return member

    assert _refused(_changed(packed, other), home)


def test_a_file_that_comes_twice_is_refused(home: Home, packed: bytes) -> None:
    def twice(member: tarfile.TarInfo) -> tarfile.TarInfo:
        is_last = member.name == "version/writes.jsonl"
        return member.replace(name="version/version.json") if is_last else member

    assert "twice" in _refused(_changed(packed, twice), home)


@pytest.mark.parametrize("name", ["id", "version/version.json", "SHA256SUMS"])
def test_a_missing_part_is_missed(home: Home, packed: bytes, name: str) -> None:
    assert _refused(_changed(packed, lambda member: None if member.name == name else member), home)


def test_a_changed_byte_is_found(home: Home, packed: bytes) -> None:
    at = packed.index(b"Anna led it.")
    content = packed[:at] + b"Eva" + packed[at + 3 :]
    assert "texts/0000000000000000.txt is not as it was exported" in _refused(content, home)


def test_an_id_that_is_not_of_this_content_is_refused(
    home: Home, version: Version, packed: bytes
) -> None:
    id_ = f"{version.id}\n".encode()
    assert "its content is not that of" in _refused(packed.replace(id_, b"1999" + id_[4:]), home)
    assert "no id" in _refused(packed.replace(id_, b"../" + id_[3:]), home)


@pytest.mark.parametrize("length", [0, 1, 600, 5_000, -2_000])
def test_a_part_of_a_file_is_refused(home: Home, packed: bytes, length: int) -> None:
    sums = packed.rindex(b"SHA256SUMS") + 512
    assert _refused(packed[: length if length >= 0 else sums], home)


@pytest.mark.parametrize("content", [b"rubbish" * 200, b"\x1f\x8b\x08", b"\0" * 10_240])
def test_what_is_no_archive_is_refused(home: Home, content: bytes) -> None:
    assert _refused(content, home)


def test_heads_upon_heads_are_no_archive(home: Home, packed: bytes) -> None:
    head = tarfile.TarInfo("longer")
    head.type, head.size = tarfile.GNUTYPE_LONGNAME, 1
    assert _refused(
        packed[:1_024] + head.tobuf() + (b"a".ljust(512, b"\0") + head.tobuf()) * 2_000, home
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("writes.jsonl", b"{rubbish"),
        ("writes.jsonl", b"\xff"),
        ("version.json", b'{"created": 5}'),
        ("version.json", b'{"created": "2026-01-01T00:00:00"}'),
    ],
)
def test_what_cannot_be_read_is_refused_though_the_sums_are_right(
    home: Home, tmp_path: Path, name: str, content: bytes
) -> None:
    version = publish(tmp_path / "from")
    path = version.path / name
    if path.exists():
        content = json.dumps(json.loads(path.read_bytes()) | json.loads(content)).encode()
    path.write_bytes(content)
    output = io.BytesIO()
    pack(version, output)
    assert _refused(output.getvalue(), home)


def test_a_file_that_is_not_there_is_named(home: Home, tmp_path: Path) -> None:
    with pytest.raises(BadArchive, match=r"none\.tar"):
        unpack_from(tmp_path / "none.tar", home)


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "to").touch()
    with pytest.raises(HomeNotWritable, match="to"):
        unpack(io.BytesIO(packed), Home(tmp_path / "to"), name="file")


def test_what_was_forgotten_here_does_not_come_in(home: Home, packed: bytes) -> None:
    newer = draw_version(home.path, thing("b", "Person"), withheld=[Iri(f"{BASE}id/anna")])
    with pytest.raises(TellsForgotten):
        unpack(io.BytesIO(packed), home, name="file")
    assert home.versions() == [newer]
