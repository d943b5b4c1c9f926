"""Pairs that a person should look at: alike, of one family, kept apart by nothing sure."""

import pytest

from clustergraph.model import Iri, PartialDate
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.members import members
from clustergraph.resolving.unsure import unsure_pairs
from given.sketches import CG, Sketch

BASE = "https://example.org/"


def groups_of(kind: Iri, *names: str, language: str = "en") -> list[Group]:
    """Return a group for each name, each of a document of its own."""
    sketches = [Sketch(f"{name} {number}", language=language) for number, name in enumerate(names)]
    for sketch, name in zip(sketches, names, strict=True):
        sketch.entity(kind, name)
    return [Group(members=members(sketch.graph)) for sketch in sketches]


def reasons(groups: list[Group]) -> list[str]:
    iris = {group: Iri(f"{BASE}{number}") for number, group in enumerate(groups)}
    return [pair.reason for pair in unsure_pairs(iris)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Alpine Wood Agency", "Alpine Wood Agency", "they bear one name"),
        ("Alpine Wood", "Alpine Wood Agency", "the one name is part of the other"),
        (
            "Agency of Alpine Wood in 2020",
            "Alpine Wood on Agency 2020",
            "the names are made of the same words",
        ),
        (
            "AFWR",
            "Alpine Foundation for Wood Research",
            "the one name is made of the first letters of the other",
        ),
        ("Ledwood", "Redwood", ""),
        ("Woodley", "Woodlex", "the names differ by one letter"),
        ("Wood", "Wool", ""),
        ("Alpine Wood Agency", "Baltic Sea Network", ""),
    ],
)
def test_names_are_alike_on_these_grounds(one: str, other: str, reason: str) -> None:
    expected = [reason] if reason else []
    assert reasons(groups_of(CG.Organisation, one, other)) == expected
    assert reasons(groups_of(CG.Organisation, other, one)) == expected


def test_a_number_is_a_word_that_tells() -> None:
    assert reasons(groups_of(CG.Organisation, "Hub on Wood 1", "Wood at Hub 2")) == []


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(CG.Person, ["the names may be names of one person"]), (CG.Organisation, [])],
)
def test_only_people_have_initials(kind: Iri, expected: list[str]) -> None:
    assert reasons(groups_of(kind, "J. Nowakowska", "Janina Nowakowska")) == expected


def test_of_people_of_another_name_nothing_is_unsure() -> None:
    assert reasons(groups_of(CG.Person, "K. Nowakowska", "Janina Nowakowska")) == []


def test_two_families_are_never_unsure() -> None:
    groups = groups_of(CG.Organisation, "Alpine Wood") + groups_of(CG.Project, "Alpine Wood")
    assert reasons(groups) == []


def test_vocabularies_decide_of_sectors_themselves() -> None:
    assert reasons(groups_of(CG.Sector, "wood", "wood")) == []


def test_what_is_called_by_a_common_noun_only_is_like_nothing() -> None:
    assert reasons(groups_of(CG.Organisation, "Foundation", "Foundation")) == []


def test_what_is_kept_apart_for_sure_is_not_unsure() -> None:
    found = []
    for year in ("2018", "2019"):
        sketch = Sketch(f"Cluster Forum in {year}")
        forum = sketch.entity(CG.Event, "Cluster Forum")
        sketch.fact(forum, CG.startDate, PartialDate.parse(year))
        found.append(Group(members=members(sketch.graph)))
    assert reasons(found) == []


@pytest.mark.parametrize(("bearers", "pairs"), [(11, 11), (12, 0)])
def test_a_word_that_many_bear_tells_nothing(bearers: int, pairs: int) -> None:
    names = [f"{chr(ord('a') + number) * 4} Redwood" for number in range(bearers)]
    assert len(reasons(groups_of(CG.Organisation, *names, "Redwood"))) == pairs


def test_pairs_are_told_once_sorted_the_smaller_iri_first() -> None:
    groups = groups_of(CG.Organisation, "Alpine Wood", "Alpine Wood", "Alpine Wood")
    iris = dict(zip(groups, map(Iri, (f"{BASE}c", f"{BASE}a", f"{BASE}b")), strict=True))
    pairs = [(pair.one.local, pair.other.local) for pair in unsure_pairs(iris)]
    assert pairs == [("a", "b"), ("a", "c"), ("b", "c")]
