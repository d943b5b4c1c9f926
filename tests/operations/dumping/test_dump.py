"""The files of a version are the same, byte for byte, whenever and wherever it is built."""

import gzip
import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from clustergraph.errors import OutputNotWritable, StoreError
from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.operations.dumping.dump import dumps_in, write_dumps, write_files
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import CHECKSUMS, Home, Version
from given.drawn_versions import draw_version, thing

TEXTS = {
    "alpha.txt": "The project Alpha is funded by the Government of Finland. It began in Vienna.",
    "beta.txt": "The Bulgarian cluster DARE is a partner of the project Alpha.",
    "gamma.txt": "The Government of Finland held a conference in Barcelona on 3 May 2017.",
}


def _built(folder: Path, names: list[str], today: date) -> Version:
    """Build the texts, written in the order of their names as given, in a home of their own."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    for name in names:
        (documents / name).write_text(TEXTS[name], encoding="utf-8")
    home = Home(folder / "home")
    return build(documents, default_registry(documents), home, today=today, workers=1).version


def test_two_builds_from_the_same_texts_give_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    one = _built(tmp_path / "one", sorted(TEXTS), date(2026, 1, 1))
    other = _built(tmp_path / "other", sorted(TEXTS, reverse=True), date(2027, 2, 2))
    files = {path.name: path.read_bytes() for path in one.dumps_path.iterdir()}
    assert len(files) > 6
    assert files == {path.name: path.read_bytes() for path in other.dumps_path.iterdir()}


def test_every_file_has_its_checksum(our_home: Home) -> None:
    folder = our_home.current().dumps_path
    dumps = dumps_in(folder)
    assert {dump.name for dump in dumps} | {CHECKSUMS} == {path.name for path in folder.iterdir()}
    for dump in dumps:
        content = (folder / dump.name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == dump.sha256
        assert len(content) == dump.byte_size


def test_what_is_packed_says_neither_when_nor_under_which_name(our_home: Home) -> None:
    for dump in dumps_in(our_home.current().dumps_path):
        head = (our_home.current().dumps_path / dump.name).read_bytes()[:10]
        assert (head[:2] == b"\x1f\x8b") == dump.is_packed
        if dump.is_packed:
            assert head[3:8] == b"\0\0\0\0\0"


def test_what_is_written_for_somebody_is_what_is_kept(our_home: Home, tmp_path: Path) -> None:
    version = our_home.current()
    graph = GraphStore.open(version.store_path)
    (packed,) = write_files(graph, "turtle", tmp_path / "all.ttl.gz")
    assert packed.read_bytes() == (version.dumps_path / "clustergraph.ttl.gz").read_bytes()
    (plain,) = write_files(graph, "turtle", tmp_path / "all.ttl")
    assert plain.read_bytes() == gzip.decompress(packed.read_bytes())
    (inside,) = write_files(graph, "turtle", tmp_path)
    assert inside == tmp_path / "clustergraph.ttl"


def test_tables_go_into_a_folder_that_is_made(tmp_path: Path) -> None:
    version = draw_version(tmp_path / "home", thing("a", "Cluster"), thing("b", "City"))
    out = tmp_path / "new" / "tables"
    written = write_files(GraphStore.open(version.store_path), "csv", out)
    assert written == [out / "City.csv", out / "Cluster.csv"]
    assert sorted(out.iterdir()) == written


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    version = draw_version(tmp_path / "home", thing("a", "Cluster"))
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="file"):
        write_files(GraphStore.open(version.store_path), "csv", tmp_path / "file" / "tables")
    with pytest.raises(OutputNotWritable, match="none"):
        write_files(GraphStore.open(version.store_path), "nquads", tmp_path / "none" / "all.nq")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "home"]


def test_a_version_of_before_has_no_files(small_home: Home) -> None:
    assert dumps_in(small_home.current().dumps_path) == ()


@pytest.mark.parametrize("name", [CHECKSUMS, "Cluster.csv"])
def test_files_that_are_lost_are_told(tmp_path: Path, name: str) -> None:
    version = draw_version(tmp_path / "home", thing("a", "Cluster"), dumps=True)
    folder = shutil.copytree(version.dumps_path, tmp_path / "dumps")
    (folder / name).unlink()
    with pytest.raises(StoreError, match="damaged"):
        dumps_in(folder)


def test_dumps_are_not_written_over(tmp_path: Path) -> None:
    version = draw_version(tmp_path / "home", thing("a", "Cluster"), dumps=True)
    with pytest.raises(FileExistsError):
        write_dumps(GraphStore.open(version.store_path), version.dumps_path)


def test_a_build_that_finds_the_same_but_dumps_otherwise_is_a_new_version(tmp_path: Path) -> None:
    without = draw_version(tmp_path, thing("a", "Cluster"))
    with_dumps = draw_version(tmp_path, thing("a", "Cluster"), dumps=True)
    assert without != with_dumps
    assert without.content_hash == with_dumps.content_hash
    assert draw_version(tmp_path, thing("a", "Cluster"), dumps=True) == with_dumps
