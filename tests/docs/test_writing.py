"""What docs/writing.md writes is written, one request after another, and answered as it says."""

import gzip
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clustergraph.store.versions import Home
from given.running import serve
from given.shown import ROOT, commands, missing
from given.told_by_curl import sent

TEXT = (ROOT / "docs" / "writing.md").read_text("utf-8")
COMMANDS = commands(TEXT)


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with the files of which the document speaks."""
    text = b'<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#comment> "a note" .'
    (tmp_path / "notes.ttl").write_bytes(text)
    (tmp_path / "more.ttl.gz").write_bytes(gzip.compress(text.replace(b"a note", b"another")))
    return tmp_path


def test_what_is_shown_is_written_one_after_another(our_home: Home, notes: Path) -> None:
    home = notes / "home"
    shutil.copytree(our_home.path, home, symlinks=True)
    (token,) = re.findall(r"CLUSTERGRAPH_TOKEN=(\S+) make serve", TEXT)
    requests = [each for each in COMMANDS if each.command.startswith("curl ")]
    assert len(requests) >= 3
    with serve(home, notes / "log", token=token) as service:
        for each in requests:
            assert each.answer
            assert not missing(each.answer, sent(each.command, service.address, notes))
    own = [shlex.split(each.command, comments=True) for each in COMMANDS]
    imports = [words[1:] for words in own if words[:2] == ["clustergraph", "import"]]
    assert imports
    for words in imports:
        program = [sys.executable, "-m", "clustergraph", *words, "--home", str(home)]
        subprocess.run(program, cwd=notes, check=True, capture_output=True)
