"""``clustergraph why`` tells the steps, or in one sentence why there are none."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.store.versions import Home
from given.written_home import written_home

Run = Callable[..., tuple[int, str, str]]


def _why(run: Run, home: Home, *statement: str) -> tuple[int, str, str]:
    code, out, err = run("why", *statement, "--home", home.path)
    return code, " ".join(re.sub("[│├─└]", " ", out).split()), err


def test_what_follows_is_told_with_its_rule_and_its_quotes(run: Run, small_home: Home) -> None:
    statement = "4th-training-module-aaaaaaai", "fundingSource", "European Union"
    code, out, _ = _why(run, small_home, *statement)
    assert code == 0
    for words in (
        "1. “4th training module on Cluster Excellence Management” – source of funding –",
        "Following “part of” and then “source of funding” gives “source of funding”.",
        "“The training forms a part of the Kazakhstan SME Competitiveness Project”",
        "“the Cluster Excellence programme pays”",
        "“a European Union initiative”",
        "900–927 (fact, read by machine)",
    ):
        assert words in out


def test_what_is_made_is_told_with_its_quotes_alone(run: Run, small_home: Home) -> None:
    code, out, _ = _why(run, small_home, "Karaganda", "cg:locatedIn", "Kazakhstan")
    assert code == 0
    assert "“Karaganda, Kazakhstan”" in out
    assert "2." not in out


@pytest.mark.parametrize(
    "subject",
    [
        "https://w3id.org/clustergraph/id/karaganda-aaaaaaah",
        "<https://w3id.org/clustergraph/id/karaganda-aaaaaaah>",
        "http://127.0.0.1:8000/page/karaganda-aaaaaaah",
        "id:karaganda-aaaaaaah",
        "karaganda-aaaaaaah",
        "Karaganda",
        "“Караганда”",
        "karaganda",
    ],
)
def test_a_thing_can_be_named_in_many_ways(run: Run, small_home: Home, subject: str) -> None:
    code, out, _ = _why(run, small_home, subject, "a", "Place")
    assert code == 0
    assert "“Karaganda” – type – “place”" in out
    assert "given with the thing itself" in out


@pytest.mark.parametrize("value", ["2018-02-23", '"2018-02-23"'])
def test_a_date_is_a_value_too(run: Run, small_home: Home, value: str) -> None:
    code, out, _ = _why(run, small_home, "4th-training-module-aaaaaaai", "periodEnd", value)
    assert code == 0
    assert "“between the 19 and 23 February 2018”" in out


def test_several_ways_are_told_the_shortest_first(run: Run, small_home: Home) -> None:
    _, out, _ = run("why", "Bulgaria", "a", "Place", "--format", "json", "--home", small_home.path)
    found = json.loads(out)
    sizes = [len(way["steps"]) for way in found["ways"]]
    assert sizes == sorted(sizes)
    assert found["total"] == len(sizes) > 1


def test_json_numbers_the_steps_and_says_on_which_each_rests(run: Run, small_home: Home) -> None:
    statement = "cluster-excellence-aaaaaaac", "fundingSource", "EU"
    _, out, _ = run("why", *statement, "--format", "json", "--home", small_home.path)
    (way,) = json.loads(out)["ways"]
    given, made = way["steps"]
    assert (given["number"], given["because"], given["rule"]) == (1, [2], "subproperties")
    assert given["says"].startswith("Whatever is said by “funded by”")
    (evidence,) = made["evidence"]
    assert (evidence["quote"], evidence["start"]) == ("a European Union initiative", 900)
    assert (evidence["modality"], evidence["status"]) == ("fact", "machine")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (("Karaganda", "fundedBy", "DARE"), "no document says so, and no rule gives it."),
        (
            ("kazakhstan-sme-project-aaaaaaaj", "partner", "European Union"),
            "A reader rejected it on 2026-11-22, because: It pays, it is no partner (the words",
        ),
        (("Nobody", "fundedBy", "DARE"), "Nothing here is called Nobody."),
        (("DARE", "startDate", "1999"), "does not hold"),
        (("DARE", "paidBy", "DARE"), "Nothing here is called paidBy."),
    ],
)
def test_what_does_not_hold_is_said_in_one_sentence(
    run: Run, small_home: Home, statement: tuple[str, str, str], words: str
) -> None:
    code, out, err = _why(run, small_home, *statement)
    assert (code, out) == (1, "")
    assert words in err
    assert err.count("\n") == 1


def test_what_people_wrote_is_told_with_who_did(run: Run, small_home: Home, tmp_path: Path) -> None:
    home = written_home(small_home, tmp_path)
    code, out, _ = _why(run, home, "birch-cluster-bbbbbbbb", "startDate", "2021-05-01")
    assert code == 0
    assert "written into the default graph bob, " in out
    assert "written into https://example.org/notes alice, " in out
    assert "no passage" not in out
