"""Layers beside a table say what was written into them, and stay few."""

from collections.abc import Iterable
from pathlib import Path

from clustergraph.model import Iri
from clustergraph.store.adjacency import Key, Way
from clustergraph.store.adjacency.layers import Edit, add_layer, layers_in

LIES_IN = Iri("https://example.org/in")
COMING: Key = (Way.INCOMING, LIES_IN, "")


def things(numbers: Iterable[int]) -> list[Iri]:
    return [Iri(f"https://example.org/thing/{number:04}") for number in numbers]


def edit(thing: Iri, *added: tuple[int, Iri], dropped: tuple[int, ...] = ()) -> Edit:
    return Edit(thing=thing, key=COMING, total=7, dropped=dropped, added=added)


def test_a_layer_gives_back_the_edits_that_were_put_into_it(tmp_path: Path) -> None:
    one, other, member = things([1, 2, 3])
    edits = [edit(one, (0, member), (4, other), dropped=(2, 5)), edit(other)]
    add_layer(tmp_path, {each.thing: [each] for each in edits})
    (layer,) = layers_in(tmp_path)
    told = [layer.edits_of(thing)[COMING] for thing in (one, other)]
    assert [(each.total, list(each.dropped), list(each.added)) for each in told] == [
        (7, [2, 5], [(0, member), (4, other)]),
        (7, [], []),
    ]
    assert list(layer.things()) == [one, other]
    assert one in layer
    assert member not in layer
    assert layer.edits_of(member) == {}


def test_of_two_layers_that_are_merged_the_newer_counts(tmp_path: Path) -> None:
    one, other = things([1, 2])
    add_layer(tmp_path, {one: [edit(one, (0, other))]})
    add_layer(tmp_path, {one: [edit(one, (3, other))]})
    (layer,) = layers_in(tmp_path)
    assert layer.edits_of(one)[COMING].added == [(3, other)]


def test_layers_are_few_however_often_somebody_writes(tmp_path: Path) -> None:
    written = things(range(300))
    for number, thing in enumerate(written):
        add_layer(tmp_path, {thing: [edit(thing, (0, LIES_IN))]})
        assert len(layers_in(tmp_path)) <= number.bit_length() + 1
    assert {thing for layer in layers_in(tmp_path) for thing in layer.things()} == set(written)


def test_nothing_leaves_no_layer(tmp_path: Path) -> None:
    add_layer(tmp_path, {})
    assert layers_in(tmp_path) == []
