"""Which members are one thing, ground by ground; whole documents are in ``test_resolve``."""

from dataclasses import replace

from clustergraph.model import Iri, PartialDate
from clustergraph.resolving.grouping import Group, group
from clustergraph.resolving.members import Member, members
from given.sketches import CG, Sketch


def drawn(kind: Iri, *names: str, text: str = "", gazetteer: str = "") -> Member:
    """Return the one thing of a document of its own."""
    sketch = Sketch(text or f"{' and '.join(names)}, a {kind.local}.")
    sketch.entity(kind, *names, gazetteer=gazetteer)
    return members(sketch.graph)[0]


def employed(name: str, employer: str) -> Member:
    sketch = Sketch(f"{name} of {employer}")
    person = sketch.entity(CG.Person, name)
    sketch.fact(person, CG.affiliatedWith, sketch.entity(CG.Organisation, employer))
    return members(sketch.graph)[0]


def sizes(*each: Member) -> list[int]:
    return sorted(len(found.members) for found in group(each))


def test_nobody_is_no_group() -> None:
    assert group([]) == ()


def test_groups_and_their_members_stand_in_the_order_of_first_mentions() -> None:
    each = [drawn(CG.Cluster, name) for name in ("Redwood", "Blackwood", "Whitewood", "Redwood")]
    each[3] = drawn(CG.Cluster, "Redwood", text="Again of Redwood")
    found = group(each)
    assert [one.place_in_line for one in found] == sorted(one.place_in_line for one in found)
    assert all(
        list(one.members) == sorted(one.members, key=lambda member: member.place_in_line)
        for one in found
    )
    assert sorted(len(one.members) for one in found) == [1, 1, 2]


def test_a_bond_joins_whatever_the_names() -> None:
    one, other = drawn(CG.Cluster, "Redwood"), drawn(CG.Cluster, "Blackwood")
    assert sizes(one, other) == [1, 1]
    assert sizes(replace(one, bond=1), replace(other, bond=1)) == [2]
    assert sizes(replace(one, bond=1), replace(other, bond=2)) == [1, 1]


def test_a_key_of_the_gazetteer_joins_within_a_family_only() -> None:
    place = drawn(CG.City, "Lublin", gazetteer="x:1")
    assert sizes(place, drawn(CG.Region, "Lubelskie", gazetteer="x:1")) == [2]
    assert sizes(place, drawn(CG.Organisation, "Lubelskie", gazetteer="x:1")) == [1, 1]


def test_a_weak_name_joins_beside_the_same_body_only() -> None:
    short = employed("J. Nowak", "EFCE")
    assert sizes(short, employed("J. Nowak", "EFCE")) == [2]
    assert sizes(short, employed("J. Nowak", "ALBA")) == [1, 1]
    assert sizes(short, employed("Jan Nowak", "EFCE")) == [2]
    assert sizes(short, employed("Jan Nowak", "ALBA")) == [1, 1]
    assert sizes(drawn(CG.Person, "J. Nowak"), drawn(CG.Person, "Jan Nowak")) == [1, 1]


def test_an_introduced_name_is_its_only_bearer() -> None:
    introducing = drawn(CG.Organisation, "European Foundation", "EFCE")
    called = drawn(CG.Organisation, "EFCE")
    assert sizes(introducing, called) == [2]
    second = drawn(CG.Organisation, "Estonian Fund for Ceramics", "EFCE")
    assert sizes(introducing, second, called) == [1, 1, 1]


def test_a_project_and_a_programme_of_one_name_are_two() -> None:
    each = [drawn(kind, "Invest Alpha") for kind in (CG.Project, CG.Programme)]
    assert sizes(*each) == [1, 1]
    again = drawn(CG.Project, "Invest Alpha", text="Once more: Invest Alpha")
    assert sizes(*each, again) == [1, 2]


def test_what_may_be_either_of_two_is_neither() -> None:
    def forum(year: str, text: str) -> Member:
        sketch = Sketch(text)
        event = sketch.entity(CG.Event, "Forum Alpha")
        if year:
            sketch.fact(event, CG.startDate, PartialDate.parse(year))
        return members(sketch.graph)[0]

    dated = [forum(year, f"Forum Alpha in {year}") for year in ("2018", "2019")]
    silent = [forum("", text) for text in ("Forum Alpha", "The Forum Alpha")]
    found = group([*dated, *silent])
    assert sorted(len(one.members) for one in found) == [1, 1, 2]
    assert {len(one.members) for one in found if not one.members[0].signature.traits} == {2}


def test_a_group_knows_what_its_members_say() -> None:
    one = drawn(CG.Organisation, "European Foundation", "EFCE", gazetteer="x:1")
    other = drawn(CG.Cluster, "Redwood")
    both = Group.of([Group(members=(one,)), Group(members=(other,))])
    assert both.names == both.strong_names == {"european foundation", "redwood"}
    assert both.aliases == {"efce"}
    assert both.kinds == {CG.Organisation, CG.Cluster}
    assert (both.family, both.named, both.gazetteer) == ("agent", True, "x:1")
    assert both.sayings == {(one.document, one.name), (other.document, other.name)}
