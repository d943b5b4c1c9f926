"""``clustergraph token`` makes tokens that the settings take."""

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", ["maria", "Łódź team", 'a "b" ]'])
def test_the_lines_that_are_printed_are_settings_of_the_token(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    code, out, _ = run("token", name, "--scope", "unchecked", "--graph", "https://a.example/")
    token, table = out.split("\n\n")[1], out[out.index("[tokens") :]
    assert (code, list(tomllib.loads(table)["tokens"])) == (0, [name])
    monkeypatch.chdir(tmp_path)
    Path("clustergraph.toml").write_text(table, "utf-8")
    given = Settings().tokens[name]
    assert given.sha256 == hashlib.sha256(token.encode()).hexdigest()
    assert given.scopes == ("write", "unchecked")
    assert given.graphs == ("https://a.example/",)


def test_no_two_tokens_are_the_same(run: Run) -> None:
    assert run("token", "a")[1] != run("token", "a")[1]


@pytest.mark.parametrize("name", ["", " ", "a\nb", "operator"])
def test_a_name_that_tells_nobody_is_wrong_use(run: Run, name: str) -> None:
    code, out, errors = run("token", name)
    assert (code, out) == (2, "")
    assert errors.startswith("clustergraph token: ")


def test_a_token_is_for_graphs_that_have_iris(run: Run) -> None:
    for beginning in ("", "maria", "https:"):
        code, out, errors = run("token", "maria", "--graph", beginning)
        assert (code, out) == (2, "")
        assert "--graph" in errors
