"""How fast the rules infer, beside owlrl, in one run: `make bench` prints it; nothing is asserted.

The graph is what a careful reader finds in our documents, copied as often as wanted: each copy has
things of its own, and shares its places with the others. Both sides get the same statements and
axioms; owlrl, whose time grows fast, only the small graphs.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import owlrl
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import RDFS, Graph, URIRef
from rdflib.namespace import SDO, SKOS

from bench.measuring.figures import Figure, Group
from bench.measuring.reporting import Report
from bench.measuring.running import options_of, run
from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.inferring import infer

IDEAL = Path(__file__).parent.parent / "queries" / "ideal.trig"
ASSERTED = NamedNode(graph_iri("asserted"))
COPIES = (1, 2, 4, 8, 50, 200)
MOST_FOR_OWLRL = 8
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
PLACES = {NamedNode(f"{BASE}ns#{kind}") for kind in ("Country", "Region", "City", "Place")}
WITHOUT_FORCE = (RDFS.label, RDFS.comment, SKOS.example, SDO.domainIncludes, SDO.rangeIncludes)


def copied(quads: list[Quad], copies: int) -> Iterator[Quad]:
    """Yield each statement as often as that, about other things each time, but the same places."""
    shared = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object in PLACES}

    for number in range(copies):
        for quad in quads:
            subject = quad.subject
            if isinstance(subject, NamedNode) and subject not in shared:
                subject = _numbered(subject, number)
            object_ = quad.object
            if isinstance(object_, NamedNode) and object_ not in shared:
                object_ = _numbered(object_, number)
            yield Quad(subject, quad.predicate, object_, ASSERTED)


def _numbered(node: NamedNode, number: int) -> NamedNode:
    is_entity = node.value.startswith(f"{BASE}id/")
    return NamedNode(f"{node.value}-{number}") if is_entity else node


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ours(quads: list[Quad]) -> tuple[float, int]:
    """Time our rules, on a store as a build fills it; count what they add."""
    store = Store()
    store.bulk_extend([*ontology_quads(), *quads])
    before = len(store)
    return seconds(lambda: infer(store)), len(store) - before


def as_graph(quads: list[Quad]) -> Graph:
    """Return links, classes and axioms as owlrl wants them, without what would only cost time."""
    graph = Graph()
    for path in ONTOLOGY.glob("*.ttl"):
        graph.parse(path, format="turtle")
    for predicate in WITHOUT_FORCE:
        graph.remove((None, predicate, None))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            ends = URIRef(quad.subject.value), URIRef(quad.object.value)
            graph.add((ends[0], URIRef(quad.predicate.value), ends[1]))
    return graph


class Bench:
    """What a careful reader finds in our documents."""

    def __init__(self, _options: argparse.Namespace) -> None:
        quads = parse(path=IDEAL, format=RdfFormat.TRIG)
        self._quads = [quad for quad in quads if quad.graph_name == ASSERTED]

    def rules(self) -> Iterator[Figure]:
        """Infer from ever more copies."""
        for copies in COPIES:
            given = list(copied(self._quads, copies))
            took, added = ours(given)
            name = f"{len(set(given)):,} statements"
            details = f"rules {took:.2f} s, {added:,} added"
            if copies > MOST_FOR_OWLRL:
                yield Figure(
                    group=Group.INFERENCE, name=name, value=took, unit="s alone", details=details
                )
                continue
            graph = as_graph(given)
            theirs = seconds(partial(owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand, graph))
            yield Figure(
                group=Group.INFERENCE,
                name=name,
                value=theirs / took,
                details=f"{details}; owlrl {theirs:.1f} s",
            )


def main() -> int:
    """Measure, print, write."""
    return run(options_of("inference_speed", __doc__), {"rules": Bench.rules}, Bench, _report)


def _report(_bench: Bench) -> Report:
    return Report(
        name="inference",
        title="What follows by the rules",
        size={"copies": max(COPIES)},
        packages=("clustergraph", "owlrl"),
    )


if __name__ == "__main__":
    sys.exit(main())
