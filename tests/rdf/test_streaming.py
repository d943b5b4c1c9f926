"""What is streamed is what other tools read, and the same bytes every time."""

import io
import subprocess
import sys

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse

from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sorting import sorted_quads
from clustergraph.rdf.streaming import write_trig, write_turtle
from given.homes import numbered_quads

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

QUADS = [*numbered_quads(3000), *numbered_quads(3, graph="voc")]

_WRITE = """
import sys
from clustergraph.rdf.streaming import write_turtle
from given.homes import numbered_quads
write_turtle(numbered_quads(20), sys.stdout.buffer)
"""


def _turtle(quads: list[Quad]) -> bytes:
    output = io.BytesIO()
    write_turtle(sorted_quads(quad.triple for quad in quads), output)
    return output.getvalue()


def _trig(quads: list[Quad]) -> bytes:
    output = io.BytesIO()
    write_trig(sorted_quads(quads), output)
    return output.getvalue()


def test_turtle_holds_each_triple_and_no_graph() -> None:
    triples = {quad.triple for quad in parse(_turtle(QUADS), format=RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in QUADS}
    assert len(rdflib.Graph().parse(data=_turtle(QUADS), format="turtle")) == len(triples)


def test_trig_holds_each_quad_in_its_graph() -> None:
    assert set(parse(_trig(QUADS), format=RdfFormat.TRIG)) == set(QUADS)
    read = rdflib.Dataset()
    read.parse(data=_trig(QUADS), format="trig")
    assert len(list(read.quads())) == len(QUADS)


def test_prefixes_stand_once_at_the_head_in_the_order_of_the_alphabet() -> None:
    lines = _turtle(QUADS).decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head) == lines[: len(PREFIXES)]


def test_another_process_writes_the_same_bytes() -> None:
    path = {"PYTHONPATH": "tests", "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", _WRITE]
    written = subprocess.run(command, env=path, check=True, capture_output=True).stdout
    output = io.BytesIO()
    write_turtle(numbered_quads(20), output)
    assert written == output.getvalue()
