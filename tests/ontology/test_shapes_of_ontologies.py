"""The shapes of ontologies speak when what they ask for is broken, and only then."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse, serialize
from rdflib import SH, Graph

from breaks import Break
from breaks.of_ontologies import ONTOLOGY_BREAKS
from clustergraph.locations import ONTOLOGY, ONTOLOGY_SHAPES, SHAPES
from clustergraph.operations.validating.validate import find_breaches, ontology_files
from clustergraph.operations.validating.validation import Result
from clustergraph.rdf.shapes import SHAPE_NAMESPACE, Shapes
from clustergraph.store.graph import GraphStore
from given.copies import OWN, Said, letters, sorted_out

SOUND = (Path(__file__).parent / "sound_ontology.trig").read_text(encoding="utf-8")
PREFIXES = "\n".join(line for line in SOUND.splitlines() if line.startswith("PREFIX"))


def _copy(broken: Break | None, own: str = OWN) -> Iterator[Quad]:
    """Yield the sound ontology under other letters, broken in one place."""
    store = Store()
    store.load(SOUND.encode(), format=RdfFormat.TRIG)
    if broken:
        store.update(PREFIXES + broken.update)
    lines = serialize(store, format=RdfFormat.N_QUADS) or b""
    return parse(lines.replace(OWN.encode(), own.encode()), format=RdfFormat.N_QUADS)


@pytest.fixture(scope="module")
def spoken() -> dict[str, list[Said]]:
    """Validate all copies at once, which is quicker; gives what is said of each."""
    store = Store()
    store.extend(_copy(None))
    names = {OWN: "nothing"}
    for number, (name, broken) in enumerate(ONTOLOGY_BREAKS.items()):
        names[letters(number)] = name
        store.extend(_copy(broken, letters(number)))
    found = find_breaches(GraphStore(store), ONTOLOGY_SHAPES)
    return sorted_out((Result(breach=breach, label="") for breach in found), names)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.read(ONTOLOGY_SHAPES)


def test_our_ontology_keeps_all_rules_of_ontologies() -> None:
    found = [
        str(Result(breach=breach, label=""))
        for breach in find_breaches(ontology_files(ONTOLOGY), ONTOLOGY_SHAPES)
    ]
    assert found == []


def test_a_sound_ontology_keeps_all_rules(spoken: dict[str, list[Said]]) -> None:
    assert spoken["nothing"] == []


@pytest.mark.parametrize("name", ONTOLOGY_BREAKS)
def test_a_shape_speaks_when_this_is_broken_and_no_other_does(
    name: str, spoken: dict[str, list[Said]]
) -> None:
    broken = ONTOLOGY_BREAKS[name]
    said = {f"{each.severity} {each.shape}" for each in spoken[name]}
    assert said == set(broken.says.split(", "))
    assert any(broken.words in each.message for each in spoken[name])


def test_every_shape_is_broken_by_something(shapes: Shapes) -> None:
    broken = {
        says.split()[1] for each in ONTOLOGY_BREAKS.values() for says in each.says.split(", ")
    }
    assert {name.removeprefix(SHAPE_NAMESPACE) for name in shapes.names} == broken


def test_every_message_says_what_is_wrong_and_then_what_to_do(shapes: Shapes) -> None:
    messages = [str(each) for each in shapes.core.objects(None, SH.message)]
    assert len(messages) == len(shapes.names)
    for message in messages:
        assert re.fullmatch(r"[A-Z{][^:]+: [a-z{].+\.", message), message


def test_no_shape_of_ontologies_shares_name_or_message_with_one_of_data() -> None:
    graphs = [Graph().parse(path) for path in SHAPES.rglob("*.ttl")]
    messages = Counter(message for graph in graphs for message in graph.objects(None, SH.message))
    names = Counter(name for graph in graphs for name in set(graph.subjects(SH.message)))
    assert [each for each, count in (messages + names).items() if count > 1] == []
