"""``clustergraph export`` writes to the standard output, a file or a folder."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from clustergraph.store.versions import Version
from given.drawn_versions import draw_version, thing

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def version(tmp_path: Path) -> Version:
    return draw_version(tmp_path / "home", thing("a", "Cluster"), dumps=True)


def test_without_a_place_it_is_printed(run: Run, version: Version, tmp_path: Path) -> None:
    code, out, err = run("export", "--home", tmp_path / "home")
    assert (code, err) == (0, "")
    kept = gzip.decompress((version.dumps_path / "clustergraph.nq.gz").read_bytes())
    assert out.encode() == kept


@pytest.mark.usefixtures("version")
def test_a_file_is_named_when_it_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "all.ttl"
    code, out, _ = run("export", "--format", "turtle", "--out", path, "--home", tmp_path / "home")
    assert (code, out) == (0, f"{path}\n")
    assert len(Graph().parse(path)) > 0


@pytest.mark.usefixtures("version")
def test_tables_need_a_folder(run: Run, tmp_path: Path) -> None:
    home = ("--home", tmp_path / "home")
    code, _, err = run("export", "--format", "csv", *home)
    assert code == 2
    assert "--out DIR" in err
    code, out, _ = run("export", "--format", "csv", "--out", tmp_path / "tables", *home)
    assert (code, out) == (0, f"{tmp_path / 'tables' / 'Cluster.csv'}\n")


def test_an_older_version_can_be_written_too(run: Run, version: Version, tmp_path: Path) -> None:
    draw_version(tmp_path / "home", thing("b", "Cluster"))
    code, out, _ = run("export", "--of", version.id, "--home", tmp_path / "home")
    assert code == 0
    assert "/id/a>" in out
    assert "/id/b>" not in out


@pytest.mark.usefixtures("version")
def test_what_cannot_be_written_or_is_not_there_is_one_sentence(run: Run, tmp_path: Path) -> None:
    home = ("--home", tmp_path / "home")
    for arguments in (("--out", tmp_path / "none" / "all.nq"), ("--of", "nonsense")):
        code, _, err = run("export", *arguments, *home)
        assert code == 1
        assert len(err.strip().splitlines()) == 1


@pytest.mark.usefixtures("version")
def test_a_form_that_is_none_is_wrong_use(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", "--format", "docx", "--home", tmp_path / "home")
    assert code == 2
    assert "jsonld-lines" in err


@pytest.mark.usefixtures("version")
def test_what_is_no_file_is_written_to_and_stays_what_it_is(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        arguments = ("--format", "jsonld-lines", "--out", pipe, "--home", tmp_path / "home")
        code, _, _ = run("export", *arguments)
        assert (code, pipe.is_fifo()) == (0, True)
        assert b'"@id": "id:a"' in os.read(end, 65536)
    finally:
        os.close(end)


@pytest.mark.usefixtures("version")
def test_a_link_still_leads_to_the_file_that_is_written(run: Run, tmp_path: Path) -> None:
    link, file = tmp_path / "latest.nq.gz", tmp_path / "today"
    link.symlink_to(file)
    for _ in range(2):
        code, _, _ = run("export", "--out", link, "--home", tmp_path / "home")
        assert code == 0
    assert link.is_symlink()
    assert b"/id/a>" in gzip.decompress(file.read_bytes())
    assert {path.name for path in tmp_path.iterdir()} == {"home", link.name, file.name}
