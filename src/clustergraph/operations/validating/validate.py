"""Validate a graph against the shapes of data, and its ontology against those of ontologies.

What must hold is written in ``ontology/shapes``; here stands who is asked. Two rules can't be held
by shapes, since neither the registry nor the texts are part of the graph: one is checked here, the
other in ``misquote``. Which part of a graph shapes look at is told by ``projecting``.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.errors import MalformedQuery, OntologyError, QueryError, StoreError
from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import ONTOLOGY, ONTOLOGY_SHAPES, SHAPES
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.validating.misquote import TextOf, misquotes
from clustergraph.operations.validating.projecting import projection, projection_near
from clustergraph.operations.validating.validation import Result, Validation, brief, plain
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.property_paths import PropertyPath
from clustergraph.rdf.shacl_core import SPARQL_COMPONENT, Breach, core_breaches
from clustergraph.rdf.shapes import (
    SHAPE_NAMESPACE,
    Severity,
    Shapes,
    SparqlConstraint,
)
from clustergraph.rdf.turtle import read_turtle
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = ["find_breaches", "ontology_files", "validate", "validate_nodes"]

_ENTITIES: Final = f"{BASE}id/"
_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}
_REGISTERED: Final = Iri(f"{SHAPE_NAMESPACE}registered")
_REGISTRY_COMPONENT: Final = Iri(f"{SHAPE_NAMESPACE}RegistryConstraintComponent")
_UNREGISTERED: Final = (
    "No registry holds this IRI, so the next build may give it to something else: "
    "restore the registry's lines, or build again."
)


def validate(
    graph: GraphStore,
    registered: Collection[Iri] | None = None,
    *,
    ontology: Path | None = ONTOLOGY,
) -> Validation:
    """Check everything that must hold of the graph, and of the ontology that it was built with.

    Args:
        graph: a version's store, with all that the rules infer.
        registered: the IRIs that the registry holds; None where no registry is at hand.
        ontology: the folder of the ontology; None to take it as it is.

    Raises:
        OntologyError: when a file of shapes or of the ontology can't be used, with file and line.
        StoreError: when the store can't be read.
    """
    breaches = chain(
        find_breaches(graph, SHAPES),
        find_breaches(ontology_files(ontology), ONTOLOGY_SHAPES) if ontology else (),
        _unregistered(graph, registered) if registered is not None else (),
    )
    return _validation(graph, breaches)


def validate_nodes(
    graph: GraphStore, nodes: Collection[Iri], *, text_of: TextOf = lambda _: ""
) -> Validation:
    """Check what the shapes of data want of these nodes, as ``validate`` would tell it of them.

    A few milliseconds a node, whatever else is in the graph; a node with very many links takes as
    long as these take to read. The shapes are read once in the life of a process.

    Only these nodes are judged, each by the shapes that look at it. Most shapes see no farther than
    a step or two, and ``writing.touched`` knows those steps. More than that is needed for a circle
    (``partOf-circle`` and its like), which is told of those of its nodes that are asked for; for
    ``related-broader``, whose two ends may lie far apart; for ``lone-guess``, of a passage that
    lost the other one that said the same; and for ``supported``, where a build's own statements
    go. What is not seen of these is seen when the whole is validated. But quotes are held against
    the texts that ``text_of`` gives here alone: those of a build are cut out of them.

    Raises:
        OntologyError: when a file of shapes can't be used, with file and line.
        StoreError: when the store can't be read.
    """
    shapes = _kept_shapes(SHAPES)
    near = projection_near(graph, shapes, nodes)
    breaches = chain(
        core_breaches(shapes.aimed_at(near.focus), near.quads),
        (
            breach
            for constraint in shapes.queries
            for node in near.focus.get(constraint.shape, ())
            for breach in _asked(graph, constraint, this=node)
        ),
        misquotes(graph, nodes, text_of),
    )
    return _validation(graph, breaches)


@cache
def _kept_shapes(folder: Path) -> Shapes:
    return Shapes.read(folder)


def find_breaches(graph: GraphStore, folder: Path) -> Iterator[Breach]:
    """Yield what is not as the shapes of a folder want it; the order is not fixed.

    Raises:
        OntologyError: when a file of shapes can't be used, with file and line.
    """
    shapes = Shapes.read(folder)
    yield from core_breaches(shapes, projection(graph, shapes))
    for constraint in shapes.queries:
        yield from _asked(graph, constraint)


def ontology_files(folder: Path) -> GraphStore:
    """Return the ontology and the vocabularies as written: each file a graph, ``ontology/{name}``.

    Its releases are read for their syntax alone, since they are given as they are.

    Raises:
        OntologyError: when a file is no Turtle, with its line.
    """
    store = Store()
    for path in sorted([*folder.glob("*.ttl"), *folder.glob("vocabularies/*.ttl")]):
        name = NamedNode(graph_iri(f"ontology/{path.name}"))
        store.extend(Quad(s, p, o, name) for s, p, o in read_turtle(path))
    for path in sorted(folder.glob("releases/*.ttl")):
        read_turtle(path)
    return GraphStore(store)


# -- Asking ----------------------------------------------------------------------------------------


def _asked(graph: GraphStore, constraint: SparqlConstraint, **bound: Iri) -> Iterator[Breach]:
    for row in _rows(graph, constraint, bound):
        values = {name: plain(term) for name, term in row.items()}
        yield Breach(
            severity=constraint.severity,
            shape=constraint.shape,
            focus=row["this"],
            path=PropertyPath(Iri(values["path"])) if "path" in row else None,
            value=row.get("value"),
            message=_filled(constraint.message, values),
            component=SPARQL_COMPONENT,
        )


def _rows(
    graph: GraphStore, constraint: SparqlConstraint, bound: Mapping[str, Iri]
) -> list[dict[str, Term]]:
    query = NamedQuery(
        name=constraint.shape.local,
        group="shapes",
        text=constraint.query,
        question=constraint.message,
        parameters=dict.fromkeys(bound, "the node that is asked about"),
    )
    try:
        rows = graph.select(query, **bound)
    except StoreError as error:
        raise _not_usable(constraint, error) from error
    if any("this" not in row for row in rows):
        reason = "a row of the query of this shape names no node ($this); let it select one."
        raise OntologyError(constraint.location(), reason)
    return rows


def _not_usable(constraint: SparqlConstraint, error: StoreError) -> OntologyError | StoreError:
    """Tell the query's own fault, by the line where it stands, from the store's."""
    cause = error.__cause__
    if isinstance(cause, MalformedQuery):
        reason = f"the query of this shape is not SPARQL ({cause.reason}); mend it there or before."
        return OntologyError(constraint.location(cause.line), reason)
    if isinstance(cause, QueryError):
        return OntologyError(constraint.location(), f"the query of this shape fails: {cause}")
    return error


def _filled(message: str, values: dict[str, str]) -> str:
    """Put a row's values where the message names them (SHACL, section 5.2.1)."""
    return re.sub(r"\{[?$](\w+)\}", lambda found: shorten(values.get(found[1], found[0])), message)


def _unregistered(graph: GraphStore, registered: Collection[Iri]) -> Iterator[Breach]:
    described = {
        Iri(quad.subject.value)
        for name in ("asserted", "redirects")
        for quad in graph.quads(graph=NamedNode(graph_iri(name)))
        if isinstance(quad.subject, NamedNode)
    }
    for iri in described:
        if iri.startswith(_ENTITIES) and iri not in registered:
            yield Breach(
                severity=Severity.VIOLATION,
                shape=_REGISTERED,
                focus=NamedNode(iri),
                message=_UNREGISTERED,
                component=_REGISTRY_COMPONENT,
            )


# -- Telling ---------------------------------------------------------------------------------------


def _validation(graph: GraphStore, breaches: Iterable[Breach]) -> Validation:
    labels = Labels(graph)
    results = (
        Result(breach=breach, label=_label(graph, labels, breach))
        for breach in _once(list(breaches))
    )
    return Validation(results=tuple(sorted(results, key=_rank)))


def _once(breaches: list[Breach]) -> list[Breach]:
    """Keep of what is told alike the one with the first component, whatever the order was."""
    return list(dict.fromkeys(sorted(breaches, key=lambda breach: breach.component)))


def _label(graph: GraphStore, labels: Labels, breach: Breach) -> str:
    """Return what people know the node by: of evidence, the words."""
    if not isinstance(breach.focus, NamedNode):
        return brief(plain(breach.focus))
    for quad in graph.quads(breach.focus, NamedNode(CG.quote)):
        said = quad.object.value if isinstance(quad.object, Literal) else str(quad.object)
        return f"“{brief(said)}”"
    node = plain(breach.focus)
    return labels.thing(node).label.text if isinstance(node, Iri) else brief(node)


def _rank(result: Result) -> tuple[int, str, str, str, str, str]:
    rank = _RANKS[result.severity]
    return rank, result.shape, result.focus, result.path, result.value, result.message
