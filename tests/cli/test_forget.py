"""``clustergraph forget`` as a user types it; what it does is tested with its operation."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from clustergraph.cli.forget import lines
from clustergraph.operations.labels import Label, Thing
from clustergraph.vocab import CG
from given.forgetful import WHY, Forgetful

Run: TypeAlias = Callable[..., tuple[int, str, str]]


def _place(forgetful: Forgetful) -> list[str | Path]:
    place = forgetful.place
    return [
        *("--documents", place.documents, "--registry", place.registry),
        *("--curation", place.curation, "--home", place.home.path),
    ]


def test_it_says_what_was_done_and_which_files_hold_the_name(
    run: Run, forgetful: Forgetful
) -> None:
    code, output, error = run("forget", forgetful.iri, "--why", WHY, "--prune", *_place(forgetful))
    assert (code, error) == (0, "")
    version = forgetful.place.home.current_id
    assert output.startswith(f"Forgotten: {forgetful.iri}, noted in {forgetful.place.curation}.\n")
    assert f"Version {version} is up to date.\n" in output
    assert "Files still hold the name, which are yours to keep or to change:\n" in output
    assert f"  {forgetful.place.documents / 'training.txt'} (line 3)\n" in output
    assert "older versions" not in output


@pytest.mark.parametrize("why", [[], ["--why", " "]])
def test_a_reason_is_needed_and_everybody_can_read_it(
    run: Run, forgetful: Forgetful, why: list[str]
) -> None:
    code, output, error = run("forget", forgetful.iri, *why, *_place(forgetful))
    assert (code, output) == (2, "")
    assert error.startswith("clustergraph forget: say why (--why), for example ")
    assert error.endswith("; everybody can read it.\n")


@pytest.mark.parametrize("address", ["John Marlow", "nobody-aaaaaaaa"])
def test_wrong_use_is_told_in_one_sentence(run: Run, forgetful: Forgetful, address: str) -> None:
    code, output, error = run("forget", address, "--why", WHY, *_place(forgetful))
    assert (code, output) == (2, "")
    assert error.startswith("clustergraph forget: ")
    assert error.count("\n") == 1


def test_the_help_says_that_the_reason_is_shown(run: Run) -> None:
    code, output, _ = run("forget", "--help")
    assert code == 0
    assert "shown to everybody" in " ".join(output.split())


def test_older_versions_that_tell_of_it_and_things_of_such_a_name_are_listed(
    forgetful: Forgetful,
) -> None:
    older = ", ".join(version.id for version in forgetful.forgotten.held_by)
    thing = Thing(iri=forgetful.iri, label=Label(text="Z. Nowacka"), kind=CG.Person)
    told = "\n".join(lines(replace(forgetful.forgotten, alike=(thing,)), forgetful.place))
    assert f"Still told by older versions (--prune removes them): {older}." in told
    assert f"  Z. Nowacka (Person) {forgetful.iri}" in told
    pruned = "\n".join(lines(forgetful.pruned, forgetful.place))
    assert f"Removed with all their dumps: {older}." in pruned


def test_a_thing_that_lost_a_forgotten_name_is_no_unregistered_one(
    run: Run, forgetful: Forgetful
) -> None:
    place = forgetful.place
    code, output, _ = run("validate", "--home", place.home.path, "--registry", place.registry)
    assert (code, "registry" in output) == (0, False)
