"""Every shape speaks when what it asks for is broken, in its severity and words, and only then."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse, serialize
from pyshacl import validate as validate_with_pyshacl
from rdflib import OWL, RDFS, SH, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from breaks import BREAKS, Break
from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.operations.validating.validate import validate, validate_nodes
from clustergraph.operations.writing.touched import touched_by
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.rdf.prefixes import shorten
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.store.inferring import infer
from clustergraph.vocab import CG, INFERRED, RDF, SIGNATURES, SKOS, SUPERCLASSES, XSD
from given.copies import OWN, Said, letters, sorted_out

SOUND = (Path(__file__).parent / "sound.trig").read_text(encoding="utf-8")
PREFIXES = """
PREFIX ns: <https://w3id.org/clustergraph/ns>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
""" + "\n".join(line for line in SOUND.splitlines() if line.startswith("PREFIX"))

EVIDENCE = """
INSERT { GRAPH graphdoc:aaaaaaaa {
  ?evidence a cg:Evidence ;
    rdf:reifies ?statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
    cg:inDocument doc:aaaaaaaa ; cg:quote "words"@en ; cg:quoteStart 100 ; cg:quoteEnd 105 ;
    cg:modality modality:fact ; cg:confidence 0.9 ; cg:rule "a-rule" ;
    cg:reviewStatus status:machine .
} } WHERE {
  GRAPH graph:asserted { ?s ?p ?o FILTER (STRSTARTS(STR(?p), STR(cg:))) }
  BIND (TRIPLE(?s, ?p, ?o) AS ?statement)
  FILTER NOT EXISTS { GRAPH graphdoc:aaaaaaaa { ?any rdf:reifies ?statement } }
  BIND (IRI(CONCAT(STR(ev:), MD5(CONCAT(STR(?s), STR(?p), STR(?o))), "-aaaaaaaa")) AS ?evidence)
}"""
"""Gives a passage to every statement that has none."""

SHAPE = Namespace("https://w3id.org/clustergraph/shapes#")
AXIOMS = {str(RDFS.subClassOf), str(OWL.disjointWith)}
OR, IN, CLASS = SH["or"], SH["in"], SH["class"]
INTEGERS = {"0": XSD.nonNegativeInteger, "1": XSD.positiveInteger}
"""What an xsd:integer of at least that number is in the ontology."""

SAMPLES = {
    CG.Organisation: "id:organisation-aaaaaaaa",
    CG.Cluster: "id:cluster-aaaaaaaa",
    CG.Person: "id:person-aaaaaaaa",
    CG.Programme: "id:programme-aaaaaaaa",
    CG.Project: "id:project-aaaaaaaa",
    CG.Training: "id:training-aaaaaaaa",
    CG.City: "id:city-aaaaaaaa",
    CG.Sector: "id:sector-aaaaaaaa",
    CG.Topic: "id:topic-aaaaaaaa",
    CG.ClusterLabel: "id:label-aaaaaaaa",
    SKOS.Concept: "okind:foundation",
    RDF.langString: '"words"@en',
    XSD.date: '"2018-02-19"^^xsd:date',
    XSD.nonNegativeInteger: "3",
    XSD.positiveInteger: "3",
}
"""Something of each kind."""

STATED = set(SIGNATURES) - INFERRED
RELATIONS = sorted(
    property_
    for property_ in STATED - {CG.mentionedIn}
    if not SIGNATURES[property_].domain & {CG.Evidence, CG.Document}
)

Spoken: TypeAlias = dict[str, list[Said]]
"""What the shapes say of each copy of the sound graph."""
Spots: TypeAlias = set[tuple[str, str]]
"""The shapes that speak, and of which node."""


# -- One thing broken in each of many copies -------------------------------------------------------


@cache
def _lines(broken: Break | None) -> bytes:
    """Return the sound graph, broken in one place, as N-Quads."""
    store = Store()
    store.load(SOUND.encode(), format=RdfFormat.TRIG)
    store.update(PREFIXES + EVIDENCE)
    if broken:
        store.update(PREFIXES + broken.update)
    if broken and broken.evidenced:
        store.update(PREFIXES + EVIDENCE)
    return serialize(store, format=RdfFormat.N_QUADS) or b""


def _copy(broken: Break | None, own: str = OWN) -> Iterator[Quad]:
    """Yield the same under other letters."""
    lines = _lines(broken).replace(OWN.encode(), own.encode())
    return parse(lines, format=RdfFormat.N_QUADS)


NAMES = {OWN: "nothing", **{letters(number): name for number, name in enumerate(BREAKS)}}
"""What is broken in each copy, by its letters."""


@pytest.fixture(scope="session")
def broken_graph() -> GraphStore:
    """Hold all copies at once, which is quicker."""
    store = Store()
    store.extend(ontology_quads())
    store.extend(_copy(None))
    for number, broken in enumerate(BREAKS.values()):
        store.extend(_copy(broken, letters(number)))
    infer(store)
    return GraphStore(store)


@pytest.fixture(scope="session")
def spoken(broken_graph: GraphStore) -> Spoken:
    """Validate all copies; gives what is said of each."""
    return sorted_out(validate(broken_graph, ontology=None).results, NAMES)


def test_a_sound_graph_keeps_all_rules(spoken: Spoken) -> None:
    assert spoken["nothing"] == []


@pytest.mark.parametrize("name", BREAKS)
def test_a_shape_speaks_when_this_is_broken_and_no_other_does(name: str, spoken: Spoken) -> None:
    broken = BREAKS[name]
    said = {f"{result.severity} {result.shape}" for result in spoken[name]}
    assert said == set(broken.says.split(", "))
    assert any(broken.words in result.message for result in spoken[name])


def test_every_shape_is_broken_by_something(shapes: Graph, misjoined: Spots) -> None:
    broken = {said.split()[1] for each in BREAKS.values() for said in each.says.split(", ")}
    joined_wrongly = {shape for shape, _ in misjoined}
    assert _names(shapes) - broken - joined_wrongly == set()


UNSEEN = {"a whole that is part of its part": "partOf-circle"}
"""What is told of others than those that were written about: a circle is told of all that is on it,
and seen where it was closed."""


def test_of_what_a_change_touches_the_shapes_say_what_they_say_of_it_in_the_whole(
    broken_graph: GraphStore, spoken: Spoken
) -> None:
    changes = [_change(number, broken) for number, broken in enumerate(BREAKS.values())]
    change = Change(
        added=tuple(quad for new, _ in changes for quad in new),
        removed=tuple(quad for _, old in changes for quad in old),
    )
    nodes = touched_by(change, broken_graph).nodes
    said = sorted_out(validate_nodes(broken_graph, nodes).results, NAMES)
    for name in BREAKS:
        unseen = set(spoken[name]) - set(said[name])
        assert {each.shape for each in unseen} <= {UNSEEN.get(name)}, name
        assert set(said[name]) <= set(spoken[name]), name


def _change(number: int, broken: Break) -> tuple[set[Quad], set[Quad]]:
    """Return what is in a broken copy and not in a sound one, and the other way round."""
    copy, sound = (set(_copy(each, letters(number))) for each in (broken, None))
    return copy - sound, sound - copy


# -- What relations join ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def misjoined() -> Spots:
    """Join by each relation what it can't join."""
    store = Store()
    store.extend(ontology_quads())
    store.extend(_copy(None))
    for relation in RELATIONS:
        for subject, value in (_wrong_subject(relation), _wrong_value(relation)):
            statement = f"{subject} <{relation}> {value}"
            store.update(f"{PREFIXES} INSERT DATA {{ GRAPH graph:asserted {{ {statement} }} }}")
    results = validate(GraphStore(store), ontology=None).results
    return {(result.shape, shorten(result.focus)) for result in results}


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.local)
def test_a_relation_joins_only_what_the_ontology_lets_it_join(
    relation: Iri, misjoined: Spots
) -> None:
    assert (f"{relation.local}-subject", _wrong_subject(relation)[0]) in misjoined
    assert (f"{relation.local}-object", _wrong_value(relation)[0]) in misjoined


def _wrong_subject(relation: Iri) -> tuple[str, str]:
    signature = SIGNATURES[relation]
    return _sample(set(SAMPLES) - signature.domain), _sample(signature.range)


def _wrong_value(relation: Iri) -> tuple[str, str]:
    signature = SIGNATURES[relation]
    return _sample(signature.domain), _sample(set(SAMPLES) - signature.range)


def _sample(kinds: AbstractSet[Iri]) -> str:
    return next(sample for kind, sample in SAMPLES.items() if kind in kinds)


# -- The shapes and the ontology -------------------------------------------------------------------


@pytest.fixture(scope="session")
def shapes() -> Graph:
    graph = Graph()
    for path in SHAPES.glob("*.ttl"):
        graph.parse(path, format="turtle")
    return graph


def _names(shapes: Graph, predicate: URIRef | None = None) -> set[str]:
    """Name the shapes, or those of which something is said by the predicate."""
    names = {str(node) for node in shapes.subjects(predicate)}
    return {name.removeprefix(SHAPE) for name in names if name.startswith(SHAPE)}


@pytest.mark.parametrize("property_", sorted(STATED - {CG.mentionedIn}), ids=lambda iri: iri.local)
def test_shapes_ask_for_the_domain_and_range_of_every_property_that_data_state(
    property_: Iri, shapes: Graph
) -> None:
    of_subjects = set(shapes.subjects(SH.targetSubjectsOf, URIRef(property_)))
    of_paths = set(shapes.subjects(SH.path, None))
    of_values = set(shapes.subjects(SH.path, URIRef(property_)))
    assert _kinds(shapes, of_subjects - of_paths) == SIGNATURES[property_].domain
    assert _kinds(shapes, of_values) == SIGNATURES[property_].range


def test_documents_mention_whatever_has_a_kind_that_is_not_abstract(shapes: Graph) -> None:
    (choices,) = shapes.objects(SHAPE["kind-is-leaf"], IN)
    kinds = {Iri(str(kind)) for kind in Collection(shapes, choices)}
    ours = {kind for kind in kinds if shorten(kind).startswith("cg:")}
    assert ours == SIGNATURES[CG.mentionedIn].domain - {CG.Agent, CG.Activity}


def _kinds(shapes: Graph, among: Iterable[Node]) -> frozenset[Iri]:
    """Return the classes, with their subclasses, and the datatypes that these shapes ask for."""
    asked = {kind for shape in among for kind in _asked(shapes, shape)}
    below = {kind for kind, parents in SUPERCLASSES.items() if asked.intersection(parents)}
    return frozenset(asked | below)


def _asked(shapes: Graph, shape: Node) -> Iterator[Iri]:
    choices = [node for list_ in shapes.objects(shape, OR) for node in Collection(shapes, list_)]
    for node in (shape, *(node for node in choices if (node, SH.path, None) not in shapes)):
        yield from (Iri(str(kind)) for kind in shapes.objects(node, CLASS))
        for datatype in shapes.objects(node, SH.datatype):
            least = str(shapes.value(node, SH.minInclusive))
            is_integer = str(datatype).endswith("#integer")
            yield INTEGERS[least] if is_integer else Iri(str(datatype))


# -- The shapes themselves -------------------------------------------------------------------------


def test_shapes_use_no_word_that_shacl_lacks(shapes: Graph) -> None:
    for node in {node for triple in shapes for node in triple if str(node).startswith(str(SH))}:
        assert SH[str(node).removeprefix(str(SH))] == node  # an unknown word raises


def test_every_message_says_what_is_wrong_and_then_what_to_do(shapes: Graph) -> None:
    messages = list(map(str, shapes.objects(None, SH.message)))
    assert len(messages) == len(_names(shapes))
    for message in messages:
        assert re.fullmatch(r"[A-Z{][^:]+: [a-z{].+\.", message), message


def test_no_two_shapes_share_a_message(shapes: Graph) -> None:
    messages = Counter(shapes.objects(None, SH.message))
    assert [str(message) for message, count in messages.items() if count > 1] == []


def test_another_engine_finds_by_our_queries_what_the_store_finds(
    shapes: Graph, spoken: Spoken
) -> None:
    ours_alone = Graph().parse(SHAPES / "statements.ttl", format="turtle")
    queries = _names(shapes, SH.sparql) - _names(ours_alone)
    axioms = [quad for quad in ontology_quads() if quad.predicate.value in AXIOMS]
    for name, broken in BREAKS.items():
        for result in spoken[name]:
            if result.shape in queries:
                assert _is_found_elsewhere(result, [*axioms, *_copy(broken)], shapes), name


def _is_found_elsewhere(result: Said, quads: Iterable[Quad], shapes: Graph) -> bool:
    plain = [quad.triple for quad in quads if not quad.predicate.value.endswith("#reifies")]
    data = Graph().parse(serialize(plain, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    shape, node = SHAPE[result.shape], URIRef(result.focus)
    _, report, _ = validate_with_pyshacl(
        data, shacl_graph=shapes, use_shapes=[shape], focus_nodes=[node]
    )
    return (None, SH.focusNode, node) in report
