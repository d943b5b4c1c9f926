"""What the README shows is what happens: its requests are sent, and its Python is run."""

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

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8000"
"""Where the README says that the service is."""
PROMPT = re.compile(r"^\$ ", re.MULTILINE)
BEARER = "Authorization: Bearer "
"""Stands in the requests that write."""
LEFT_OUT = re.compile(r"…| ;|\n")
"""What parts the words that must be in an answer: the order of Turtle is nobody's promise."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Return what the README has one type, each with what it shows of the answer."""
    return [command for block in blocks("console") for command in PROMPT.split(block)]


def requests(*, writing: bool = False) -> list[tuple[str, str]]:
    """Return the requests that read, or those that write, each with the answer that is shown."""
    return [
        _command_and_answer(command)
        for command in commands()
        if command.startswith("curl ") and writing == (BEARER in command)
    ]


def _command_and_answer(shown: str) -> tuple[str, str]:
    """Part a command from its answer: it ends at the first line end that no quotation holds."""
    ends = (match.start() for match in re.finditer(r"\n", shown))
    end = next(end for end in ends if shown.count("'", 0, end) % 2 == 0)
    return shown[:end], shown[end:]


def joined(text: str) -> str:
    return " ".join(text.split())


def missing(shown: str, told: str) -> list[str]:
    """Return what the README shows of an answer and the answer doesn't have."""
    return [part for part in map(joined, LEFT_OUT.split(shown)) if part not in joined(told)]


def test_the_readme_shows_requests_and_answers() -> None:
    assert len(requests()) >= 5
    assert len(requests(writing=True)) >= 2
    assert all(answer.strip() for _, answer in [*requests(), *requests(writing=True)])


@pytest.mark.parametrize(
    ("command", "shown"), requests(), ids=[f"request {at}" for at, _ in enumerate(requests(), 1)]
)
def test_a_request_of_the_readme_is_answered_as_it_says(
    served: str, command: str, shown: str
) -> None:
    assert not missing(shown, sent(command, served))


def sent(command: str, address: str, folder: Path | None = None) -> str:
    """Send a request to a service, from a folder; return the answer."""
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl: apt-get install curl")
    words = shlex.split(command.replace(ADDRESS, address))[1:]
    return subprocess.run(
        [curl, "--fail-with-body", *words], capture_output=True, text=True, check=True, cwd=folder
    ).stdout


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder with the files of which the README speaks where it writes."""
    text = b'<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#comment> "a note" .'
    (tmp_path / "notes.ttl").write_bytes(text)
    (tmp_path / "more.ttl.gz").write_bytes(gzip.compress(text.replace(b"a note", b"another")))
    return tmp_path


def test_what_the_readme_writes_is_written_one_after_another(our_home: Home, notes: Path) -> None:
    home = notes / "home"
    shutil.copytree(our_home.path, home, symlinks=True)
    (token,) = re.findall(r"CLUSTERGRAPH_TOKEN=(\S+) make serve", README)
    with serve(home, notes / "log", token=token) as service:
        for command, shown in requests(writing=True):
            assert not missing(shown, sent(command, service.address, notes))
    own = [shlex.split(each, comments=True) for each in commands()]
    imports = [words[1:] for words in own if words[:2] == ["clustergraph", "import"]]
    assert imports
    for words in imports:
        program = [sys.executable, "-m", "clustergraph", *words, "--home", str(home)]
        subprocess.run(program, cwd=notes, check=True, capture_output=True)


def test_the_python_of_the_readme_prints_what_it_shows(served: str) -> None:
    (program,) = blocks("python")
    shown = README[README.index(program) + len(program) :].split("```")[2]
    done = subprocess.run(
        [sys.executable, "-c", program.replace(ADDRESS, served)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not missing(shown, done.stdout)


def test_the_readme_says_how_many_requirements_our_own_service_meets(served: str) -> None:
    (shown,) = re.findall(r"^Version 0\.2: .*$", README, re.MULTILINE)
    command = [sys.executable, "-m", "clustergraph", "recon-check", f"{served}/reconcile"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert shown in done.stdout
