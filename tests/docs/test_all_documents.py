"""What any document names is there: settings, targets of make, commands with their options.

That links and files are there is a rule of the house, in ``tests/test_house.py``.
"""

import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from clustergraph.cli import main
from clustergraph.settings import Settings
from given.shown import ROOT, commands, documents

SETTING = re.compile(r"\bCLUSTERGRAPH_[A-Z_]+[A-Z]\b")
TARGET = re.compile(r"`(?:[A-Z]+=\S+ )?make ([a-z][a-z-]*)")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FOLDERS = ("data", "deploy", "docs", "ontology", "queries", "src", "tests")
MOST_LINES_OF_A_FOLDER = 60


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


each_document = pytest.mark.parametrize("path", documents(), ids=_name)
each_with_commands = pytest.mark.parametrize(
    "path", [path for path in documents() if commands(path.read_text("utf-8"))], ids=_name
)


@each_document
def test_the_settings_that_it_names_are_there(path: Path) -> None:
    named = {*SETTING.findall(path.read_text("utf-8"))}
    assert named <= {variable for variable, _, _ in Settings().rows()}


@each_document
def test_the_targets_of_make_that_it_names_are_there(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    there = {*re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)}
    assert {*TARGET.findall(path.read_text("utf-8"))} <= there


@each_with_commands
def test_the_commands_that_it_shows_are_understood(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in commands(path.read_text("utf-8")):
        program, *words = shlex.split(each.command, comments=True)
        if program == "clustergraph":
            arguments = [*takewhile(lambda word: word != "|", words)]
            with pytest.raises(SystemExit) as ended:
                main([*arguments, "--help"])
            assert ended.value.code == 0, each.command
            told = capsys.readouterr().out
            assert all(word in told for word in arguments if word.startswith("--")), each.command


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_at_the_top_says_shortly_what_is_in_it(folder: str) -> None:
    text = (ROOT / folder / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES_OF_A_FOLDER


def test_every_document_is_in_the_list_of_documents() -> None:
    listed = {*LINK.findall((ROOT / "docs" / "README.md").read_text("utf-8"))}
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - listed == {"README.md"}
