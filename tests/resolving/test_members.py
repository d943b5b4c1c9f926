"""What identity is judged by is read from one document."""

import pytest

from clustergraph.model import EntityId, Iri, MentionPlace, PartialDate
from clustergraph.resolving.members import Member, family, members
from given.sketches import CG, Sketch


def member_of(sketch: Sketch) -> Member:
    return members(sketch.graph)[0]


def called(kind: Iri, *names: str, named: bool = True) -> Member:
    sketch = Sketch("; ".join(names))
    sketch.entity(kind, *names, named=named)
    return member_of(sketch)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CG.Agent, "agent"),
        (CG.Cluster, "agent"),
        (CG.Person, "person"),
        (CG.Training, "activity"),
        (CG.Country, "place"),
        (CG.Sector, "sector"),
        (Iri("https://example.org/Else"), "else"),
    ],
)
def test_a_class_is_of_the_family_of_what_stands_above_it(kind: Iri, expected: str) -> None:
    assert family(kind) == expected


@pytest.mark.parametrize(
    ("label", "alias"),
    [
        ("Alpine Wood Agency", "EFCE"),
        ("Alpine Wood Agency", "IfH"),
        ("Alpine Wood Agency", "Green Synergy"),
        ("Alpine Wood Agency", "EU"),
        ("Alpine Wood 2020", "H2020"),
        ("Alpine Wood 2", "EFCE 2"),
    ],
)
def test_a_name_by_itself_is_an_alias(label: str, alias: str) -> None:
    assert called(CG.Programme, label, alias).aliases == {alias.lower()}


@pytest.mark.parametrize(
    "alias",
    [
        "the Agency",
        "The Agency",
        "Agency",
        "QX",
        "wood",
        "Alpine wood",
        "The Wood",
        "EFCE II",
        "EFCE wood",
        "Alpine 2 Wood",
    ],
)
def test_a_description_or_a_name_with_another_number_is_none(alias: str) -> None:
    assert called(CG.Organisation, "Alpine Wood Agency", alias).aliases == frozenset()


def test_what_has_no_name_has_no_aliases() -> None:
    assert called(CG.Training, "first training", "EFCE", named=False).aliases == frozenset()


@pytest.mark.parametrize(
    ("kind", "name", "date", "expected"),
    [
        (CG.Event, "Cluster Forum 2018", "", "clusterforum@2018"),
        (CG.Event, "Cluster Forum", "2018-05", "clusterforum@2018"),
        (CG.Event, "Cluster Forum 2018", "2018-05", "clusterforum@2018"),
        (CG.Event, "Cluster Forum 2018", "2019-01", ""),
        (CG.Event, "Cluster Forum", "", ""),
        (CG.Event, "2018", "", ""),
        (CG.Event, "Cluster Forum 1850", "", ""),
        (CG.Project, "Cluster Forum 2018", "", ""),
    ],
)
def test_what_takes_place_at_a_time_is_also_called_by_its_only_year(
    kind: Iri, name: str, date: str, expected: str
) -> None:
    sketch = Sketch(f"{name} took place.")
    event = sketch.entity(kind, name)
    if date:
        sketch.fact(event, CG.startDate, PartialDate.parse(date))
    assert member_of(sketch).calling.dated == expected


def test_a_weak_name_is_the_same_only_beside_a_witness() -> None:
    sketch = Sketch("J. Novak of EFCE and ALBA")
    person = sketch.entity(CG.Person, "J. Novak")
    for employer in ("EFCE", "ALBA"):
        sketch.fact(person, CG.affiliatedWith, sketch.entity(CG.Organisation, employer))
    calling = member_of(sketch).calling
    assert calling.is_weak
    assert calling.grounds == {("j novak", "efce"), ("j novak", "alba")}


def test_a_name_that_says_who_is_meant_needs_no_witness() -> None:
    calling = called(CG.Person, "Jan Novak").calling
    assert not calling.is_weak
    assert calling.grounds == {("jan novak", "")}


def test_what_is_said_is_sorted_and_what_is_not_said_is_left_out() -> None:
    sketch = Sketch("Winter Meeting 2 in Austria in 2018 and 2019")
    meeting = sketch.entity(CG.Event, "Winter Meeting 2")
    sketch.fact(meeting, CG.endDate, PartialDate.parse("2019"))
    sketch.fact(meeting, CG.startDate, PartialDate.parse("2018"))
    austria = sketch.entity(CG.Country, "Austria", gazetteer="country:AT")
    sketch.fact(meeting, CG.locatedIn, austria)
    signature = member_of(sketch).signature
    assert signature.traits == (
        ("country", ("country:AT",)),
        ("figures", ("2",)),
        ("year", ("2018", "2019")),
    )
    assert (signature.family, signature.kind, signature.named) == ("activity", CG.Event, True)
    assert members(sketch.graph)[1].signature.gazetteer == "country:AT"


def test_what_it_is_part_of_and_where_it_stands_first_is_known() -> None:
    sketch = Sketch("The course. The first module of the course.")
    module, course = sketch.entity(CG.Training, "module"), sketch.entity(CG.Training, "course")
    sketch.fact(module, CG.partOf, course)
    member = member_of(sketch)
    assert member.wholes == (EntityId(course),)
    assert member.first == MentionPlace(sketch.document.id, sketch.spans("module")[0])
    assert member.document == sketch.document.id
