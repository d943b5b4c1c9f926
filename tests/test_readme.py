"""What the README shows is what happens: its requests are sent, and its Python is run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:8000"
"""Where the README says that the service is."""
PROMPT = re.compile(r"^\$ ", re.MULTILINE)
LEFT_OUT = re.compile(r"…| ;|\n")
"""What parts the words that must be in an answer: the order of Turtle is nobody's promise."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def requests() -> list[tuple[str, str]]:
    """Return the requests of the README, each with the answer that it shows."""
    shown = [command for block in blocks("console") for command in PROMPT.split(block)]
    return [_command_and_answer(command) for command in shown if command.startswith("curl ")]


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
    assert all(answer.strip() for _, answer in requests())


@pytest.mark.parametrize(
    ("command", "shown"), requests(), ids=[f"request {at}" for at, _ in enumerate(requests(), 1)]
)
def test_a_request_of_the_readme_is_answered_as_it_says(
    served: str, command: str, shown: str
) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl: apt-get install curl")
    words = shlex.split(command.replace(ADDRESS, served))[1:]
    answer = subprocess.run(
        [curl, "--fail-with-body", *words], capture_output=True, text=True, check=True
    )
    assert not missing(shown, answer.stdout)


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
