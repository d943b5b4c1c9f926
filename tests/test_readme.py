"""Every task of the README is done as it says, and comes to what it shows."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import RdfFormat, Store

from clustergraph.sparql.catalogue import find_query
from clustergraph.store.versions import Home
from given.conversations import conversing
from given.endpoints import serving
from given.shown import ADDRESS, ROOT, Task, addresses, blocks, commands, missing, tasks
from given.told_by_curl import sent

README = (ROOT / "README.md").read_text("utf-8")
ENDPOINT = re.compile(r"(?<=SERVICE SILENT <)[^>]+")
REMOTE = ROOT / "tests" / "queries" / "remote"
"""Data in the shape of the endpoints that our questions ask."""
FIGURE = re.compile(r"\d+(?:\.\d+)?")
TASKS = tasks(README)
MOST_LINES = 200
LONGEST_LINE = 120

each_task = pytest.mark.parametrize("task", TASKS, ids=str)


@pytest.fixture(scope="module")
def twice(our_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a home with two versions: our documents, and one write."""
    folder = tmp_path_factory.mktemp("twice")
    shutil.copytree(our_home.path, folder / "home", symlinks=True)
    (folder / "notes.ttl").write_text(
        "@prefix cg: <https://w3id.org/clustergraph/ns#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/clustergraph/id/birch-cluster-a2b3c4d5> a cg:Cluster ;"
        ' skos:prefLabel "Birch Cluster"@en .\n'
    )
    run("clustergraph import notes.ttl --graph https://example.org/notes", folder)
    return folder


def test_there_are_five_tasks_for_each_kind_of_user() -> None:
    assert [*Counter(task.section for task in TASKS).values()] == [5, 5, 5]
    assert [task.number for task in TASKS] == [1, 2, 3, 4, 5] * 3


def test_it_can_be_read_in_one_go() -> None:
    lines = README.splitlines()
    assert len(lines) <= MOST_LINES
    assert not [line for line in lines if len(line) > LONGEST_LINE]


def test_its_figures_are_those_of_the_benchmarks() -> None:
    measured = {*FIGURE.findall((ROOT / "BENCHMARKS.md").read_text("utf-8"))}
    rows = re.findall(r"^\| .+ \| (.*\d.*) \|$", README, re.MULTILINE)
    assert len(rows) >= 5
    assert {figure for row in rows for figure in FIGURE.findall(row)} <= measured


@each_task
def test_a_task_is_done_as_it_says(task: Task, served: str, twice: Path) -> None:
    done = (
        _commands_come_to(task, served, twice)
        + _python_prints(task, served)
        + _a_model_is_served(task, served)
    )
    assert done, "nothing of this task can be run"


@pytest.mark.parametrize("path", addresses(README))
def test_an_address_for_people_is_a_page(path: str, served: str) -> None:
    with urlopen(Request(f"{served}{path}", headers={"Accept": "text/html"})) as answer:
        assert answer.headers.get_content_type() == "text/html"


def run(command: str, folder: Path) -> str:
    """Run a command of ours on the home in a folder; return what it prints."""
    words = [sys.executable, "-m", "clustergraph", *shlex.split(command)[1:], "--home", "home"]
    wide = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True, env=wide)
    return done.stdout


def _commands_come_to(task: Task, served: str, folder: Path) -> int:
    """Run the commands of a task, each of which shows an answer; returns how many."""
    shown = commands(task.text)
    for each in shown:
        assert each.answer
        if each.command.startswith("curl "):
            told = sent(each.command, served)
        elif "--allow-service" in each.command:
            told = _joined(each.command, folder)
        else:
            told = run(each.command, folder)
        assert not missing(each.answer, told)
    return len(shown)


def _joined(command: str, folder: Path) -> str:
    """Ask a question of another endpoint, in the place of which stands one of this machine."""
    (name,) = (word for word in command.split() if (REMOTE / f"{word}.ttl").exists())
    store = Store()
    store.load(path=REMOTE / f"{name}.ttl", format=RdfFormat.TURTLE)
    with serving(store) as address:
        (folder / f"{name}.rq").write_text(ENDPOINT.sub(address, find_query(name).text), "utf-8")
        told = run(command.replace(name, f"{name}.rq"), folder)
    assert len(told.splitlines()) > 1
    return told


def _python_prints(task: Task, served: str) -> int:
    """Run the Python of a task, and see that it prints what stands below; returns how many."""
    programs = blocks(task.text, "python")
    for program, shown in zip(programs, blocks(task.text, ""), strict=True):
        words = [sys.executable, "-c", program.replace(ADDRESS, served)]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        assert shown.splitlines() == done.stdout.splitlines()
    return len(programs)


def _a_model_is_served(task: Task, served: str) -> int:
    """Start the servers that a task configures, and see its tools; returns how many."""
    configured = [json.loads(code)["mcpServers"] for code in blocks(task.text, "json")]
    servers = [server for each in configured for server in each.values()]
    for server in servers:
        assert server["command"] == "clustergraph"
        command, *arguments = [word.replace(ADDRESS, served) for word in server["args"]]
        assert command == "mcp"
        with conversing(*arguments) as model:
            offered = {tool.name for tool in model.portal.call(model.client.list_tools).tools}
        assert offered == set(re.findall(r"`([a-z]+)`", task.text))
    return len(servers)
