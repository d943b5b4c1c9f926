"""Whoever is asked whether two values disagree says the same: pages, the ready query, the shapes.

The API and the pages show what ``describe`` finds, ``clustergraph review`` what the query does.
"""

from itertools import count
from typing import TypeAlias

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from clustergraph.iris import BASE
from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.labels import Labels
from clustergraph.operations.validating.validate import find_breaches
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore

Said: TypeAlias = tuple[str, str]
"""A value, and how its passages give it: each is exact, at-least, or rejected."""

PREFIXES = f"""
@prefix : <{BASE}id/> .
@prefix cg: <{BASE}ns#> .
@prefix doc: <{BASE}doc/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ev: <{BASE}ev/> .
@prefix graph: <{BASE}graph/> .
@prefix modality: <{BASE}voc/modality/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <{BASE}voc/review-status/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

DATES: list[tuple[str, str, bool]] = [
    ("2018", "2018-02-19", False),
    ("2018-02", "2018-02-19", False),
    ("2018", "2018-02", False),
    ("--02-19", "2018-02-19", False),
    ("--02-19", "2018-02", False),
    ("--02-19", "2018", False),
    ("2018-02-19", "2018-02-20", True),
    ("2018", "2019-02-19", True),
    ("2018", "2019", True),
    ("2018-01", "2018-11", True),
    ("--02-19", "2018-03", True),
    ("--02-19", "--02-20", True),
    ("--02-19", "--03-19", True),
    ("--02-19", "2018-02-20", True),
    ("--02-19", "2018-03-19", True),
]
NUMBERS: list[tuple[Said, Said, bool]] = [
    (("90", "exact"), ("95", "exact"), True),
    (("90", "exact"), ("100", "exact"), True),
    (("90", "at-least"), ("95", "exact"), False),
    (("90", "at-least"), ("95", "at-least"), False),
    (("90", "exact"), ("95", "at-least"), True),
    (("90", "at-least exact"), ("95", "exact"), True),
    (("90", "at-least rejected"), ("95", "exact"), False),
    (("90", "at-least at-least"), ("100", "exact"), False),
]
TYPES = {4: "gYear", 7: "gMonthDay", 10: "date"}
PROPERTIES = ("cg:startDate", "cg:endDate", "cg:participantCount", "cg:moduleCount")

_NUMBER = count(1)


def _case(name: str, property_: str, values: list[tuple[str, str]]) -> str:
    passages = (
        _passage(f":{name}", property_, value, how)
        for value, hows in values
        for how in hows.split()
    )
    said = ", ".join(value for value, _ in values)
    return (
        f'graph:asserted {{ :{name} a cg:Training ; skos:prefLabel "{name}"@en ; '
        f"{property_} {said} }}\n{''.join(passages)}"
    )


def _passage(subject: str, property_: str, value: str, how: str) -> str:
    more = {"at-least": " ; cg:atLeast true"}.get(how, "")
    status = "rejected" if how == "rejected" else "machine"
    return (
        f"ev:{next(_NUMBER)} rdf:reifies <<( {subject} {property_} {value} )>> ; "
        f"rdf:subject {subject} ; rdf:predicate {property_} ; "
        f'rdf:object {value} ; cg:inDocument doc:1 ; cg:quote "words"@en ; cg:quoteStart 0 ; '
        f'cg:quoteEnd 5 ; cg:modality modality:fact ; cg:confidence 0.9 ; cg:rule "drawn" ; '
        f"cg:reviewStatus status:{status}{more} .\n"
    )


def _date(text: str) -> str:
    kind = "gYearMonth" if len(text) == 7 and text[0] != "-" else TYPES[len(text)]
    return f'"{text}"^^xsd:{kind}'


def _cases() -> dict[str, tuple[str, bool]]:
    """Give each case a name, with its Turtle and whether its values disagree."""
    cases: dict[str, tuple[str, bool]] = {}
    for one, other, disagree in DATES:
        for property_ in ("cg:startDate", "cg:endDate"):
            name = f"date-{len(cases)}"
            values = [(_date(one), "exact"), (_date(other), "exact")]
            cases[name] = _case(name, property_, values), disagree
    for first, second, disagree in NUMBERS:
        for property_ in PROPERTIES[2:]:
            name = f"number-{len(cases)}"
            cases[name] = _case(name, property_, [first, second]), disagree
    return cases


CASES = _cases()


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    store = Store()
    store.extend(ontology_quads())
    turtle = "".join(turtle for turtle, _ in CASES.values())
    document = 'doc:1 dcterms:identifier "one.txt" .'
    store.load(PREFIXES + document + turtle, format=RdfFormat.TRIG)
    return GraphStore(store)


@pytest.fixture(scope="module")
def asked(graph: GraphStore) -> set[str]:
    return {row.iri("thing").local for row in consult(graph, "documents-disagree")}


@pytest.fixture(scope="module")
def warned(graph: GraphStore) -> set[str]:
    shapes = ("dates-differ", "numbers-differ")
    breaches = find_breaches(graph, SHAPES)
    found = {it.focus for it in breaches if it.shape.local in shapes}
    return {Iri(node.value).local for node in found if isinstance(node, NamedNode)}


@pytest.mark.parametrize("name", CASES)
def test_pages_query_and_shapes_agree_whether_values_disagree(
    name: str, graph: GraphStore, asked: set[str], warned: set[str]
) -> None:
    turtle, disagree = CASES[name]
    shown = describe(graph, Iri(f"{BASE}id/{name}"), Labels(graph)).disagreements
    told = {"page": bool(shown), "query": name in asked, "shape": name in warned}
    assert told == dict.fromkeys(told, disagree), turtle
