"""What docs/lookups.md shows is what comes back."""

import subprocess
import sys

import pytest

from given.shown import ADDRESS, ROOT, Shown, blocks, commands, missing
from given.told_by_curl import sent

TEXT = (ROOT / "docs" / "lookups.md").read_text("utf-8")
REQUESTS = [each for each in commands(TEXT) if each.command.startswith("curl ")]
(CHECK,) = (each for each in commands(TEXT) if "recon-check" in each.command)


@pytest.mark.parametrize("request_shown", REQUESTS, ids=lambda each: each.command[:60])
def test_a_request_is_answered_as_it_shows(served: str, request_shown: Shown) -> None:
    assert request_shown.answer
    assert not missing(request_shown.answer, sent(request_shown.command, served))


def test_the_python_that_it_shows_finds_a_label(served: str) -> None:
    (program,) = blocks(TEXT, "python")
    words = [sys.executable, "-c", program.replace(ADDRESS, served)]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "label" in told
    assert "Минск found" in told


def test_our_own_service_meets_as_many_requirements_as_it_says(served: str) -> None:
    words = CHECK.command.replace(ADDRESS, served).split()[1:]
    done = subprocess.run(
        [sys.executable, "-m", "clustergraph", *words], capture_output=True, text=True, check=True
    )
    assert not missing(CHECK.answer, done.stdout)
