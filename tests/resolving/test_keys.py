"""A group's content key is readable, a function of content alone, and nobody else's."""

from clustergraph.model import PartialDate
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.keys import content_keys
from clustergraph.resolving.members import members
from given.sketches import CG, Sketch


def keys_of(*sketches: Sketch) -> list[str]:
    """Return the keys of all entities, each a group of its own, in their order."""
    each = [member for sketch in sketches for member in members(sketch.graph)]
    groups = [Group(members=(member,)) for member in each]
    keys = content_keys(groups)
    return [keys[group] for group in groups]


def test_the_gazetteers_key_comes_before_the_name() -> None:
    sketch = Sketch("Poland")
    sketch.entity(CG.Country, "Poland", gazetteer="country:PL")
    assert keys_of(sketch) == ["place/country:PL"]


def test_a_name_has_its_number_and_its_year() -> None:
    sketch = Sketch("The third Cluster Forum, of 2018")
    forum = sketch.entity(CG.Event, "Cluster Forum")
    sketch.fact(forum, CG.sequenceNumber, 3)
    sketch.fact(forum, CG.startDate, PartialDate.parse("2018"))
    assert keys_of(sketch) == ["activity/cluster forum/number 3/year 2018"]


def test_of_several_names_the_longest_counts() -> None:
    sketch = Sketch("EFCE, European Foundation")
    sketch.entity(CG.Organisation, "EFCE")
    sketch.entity(CG.Organisation, "European Foundation")
    group = Group(members=members(sketch.graph))
    assert content_keys([group]) == {group: "agent/european foundation"}


def test_a_numbered_part_is_known_by_its_whole() -> None:
    sketch = Sketch("the second module of the Cluster School")
    module = sketch.entity(CG.Training, "module", named=False)
    sketch.fact(module, CG.partOf, sketch.entity(CG.Training, "Cluster School"))
    sketch.fact(module, CG.sequenceNumber, 2)
    assert keys_of(sketch)[0] == "activity/cluster school/part/number 2"


def test_without_name_or_number_the_place_of_its_mention_is_the_key() -> None:
    sketch = Sketch("a module of the Cluster School")
    module = sketch.entity(CG.Training, "module", named=False)
    sketch.fact(module, CG.partOf, sketch.entity(CG.Training, "Cluster School"))
    assert keys_of(sketch)[0] == f"activity/{sketch.document.id}@2"


def test_two_of_one_name_say_what_tells_them_apart() -> None:
    sketches = []
    for country in ("Poland", "Austria"):
        sketch = Sketch(f"Ministry of Economy in {country}")
        place = sketch.entity(CG.Country, country, gazetteer=f"country:{country[:2].upper()}")
        ministry = sketch.entity(CG.Organisation, "Ministry of Economy")
        sketch.fact(ministry, CG.locatedIn, place)
        sketches.append(sketch)
    assert keys_of(*sketches)[1::2] == [
        "agent/ministry of economy/country country:PO",
        "agent/ministry of economy/country country:AU",
    ]


def test_two_that_nothing_tells_apart_say_where_they_stand_first() -> None:
    sketches = [Sketch("A Redwood"), Sketch("The Redwood")]
    for sketch in sketches:
        sketch.entity(CG.Organisation, "Redwood")
    assert keys_of(*sketches) == [
        f"agent/redwood/{sketches[0].document.id}@2",
        f"agent/redwood/{sketches[1].document.id}@4",
    ]


def test_two_at_one_place_say_their_own_ids() -> None:
    sketch = Sketch("Redwood")
    ids = [sketch.entity(CG.Organisation, "Redwood") for _ in range(2)]
    place = f"agent/redwood/{sketch.document.id}@0"
    assert keys_of(sketch) == [f"{place}/{id_}" for id_ in ids]


def test_nothing_has_no_keys() -> None:
    assert content_keys([]) == {}
