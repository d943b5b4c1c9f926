"""Validate a graph against the shapes, and say what is wrong in a curator's words.

What must hold is written in ``ontology/shapes``; here stands who is asked. The one rule that no
shape can hold, since the registry is no part of the graph, is checked here too.
"""

import re
import textwrap
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad
from rich.markup import escape
from rich.table import Table

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.shapes import Breach, Severity, Shapes, SparqlConstraint, core_breaches
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = ["Result", "Validation", "validate"]

_ENTITIES: Final = f"{BASE}id/"
_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}
_LONGEST_LABEL: Final = 60
_UNREGISTERED: Final = (
    "No registry holds this IRI, so the next build may give it to something else: "
    "restore the registry's lines, or build again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing that is wrong, and what to do about it.

    ``label`` tells people which node it is about: a name, or the beginning of a quote. ``path`` and
    ``value`` are empty where the node itself is at fault.
    """

    severity: Severity
    shape: str
    focus: str
    label: str
    path: str
    value: str
    message: str

    def __str__(self) -> str:
        statement = f", {self.statement}" if self.value else ""
        return f"{self.label} ({shorten(self.focus)}){statement}: {self.message}"

    @property
    def statement(self) -> str:
        """The path and the value that are at fault, shortened; empty where none is."""
        return f"{self.path} {_brief(self.value)}".strip() if self.value else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """All results: violations first, then warnings and infos, each by shape, node, path, value."""

    results: tuple[Result, ...]

    @property
    def violations(self) -> tuple[Result, ...]:
        """What stops a build."""
        return self._of(Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """What a curator should look at."""
        return self._of(Severity.WARNING)

    @property
    def infos(self) -> tuple[Result, ...]:
        """What a curator may want to know."""
        return self._of(Severity.INFO)

    @property
    def summary(self) -> str:
        """How much of what was found, in one sentence."""
        if not self.results:
            return "The graph keeps all its rules."
        counts = {severity: len(self._of(severity)) for severity in Severity}
        return ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in counts.items()) + "."

    def as_rows(self) -> list[dict[str, str]]:
        """Return the results as plain values, for JSON."""
        return [asdict(result) for result in self.results]

    def as_table(self) -> Table:
        """Return the results for people."""
        table = Table("severity", "of what", "what is wrong and what to do", show_lines=True)
        for result in self.results:
            of_what = f"{result.label}\n{shorten(result.focus)}"
            message = f"{result.message}\n{result.statement}".strip()
            table.add_row(result.severity, escape(of_what), escape(message))
        return table

    def _of(self, severity: Severity) -> tuple[Result, ...]:
        return tuple(result for result in self.results if result.severity == severity)


def validate(graph: GraphStore, registered: Collection[Iri] | None = None) -> Validation:
    """Check everything that must hold of the graph.

    Args:
        graph: a version's store, with all that the rules infer.
        registered: the IRIs that the registry holds; None where no registry is at hand.

    Raises:
        StoreError: when the store can't be read.
    """
    shapes = Shapes.read()
    breaches = chain(
        core_breaches(shapes, _projection(graph, shapes)),
        *(_asked(graph, constraint) for constraint in shapes.queries),
        _unregistered(graph, registered) if registered is not None else (),
    )
    labels = Labels(graph)
    results = {_result(graph, labels, breach) for breach in breaches}
    return Validation(results=tuple(sorted(results, key=_rank)))


def _projection(graph: GraphStore, shapes: Shapes) -> Iterator[Quad]:
    """Yield the quads of which the shapes speak; triple terms are not among them."""
    for predicate in shapes.predicates:
        yield from graph.quads(predicate=NamedNode(predicate))


def _asked(graph: GraphStore, constraint: SparqlConstraint) -> Iterator[Breach]:
    query = NamedQuery(
        name=constraint.shape, group="shapes", text=constraint.query, question=constraint.message
    )
    for row in graph.select(query):
        values = {name: _text(term) for name, term in row.items()}
        yield Breach(
            severity=constraint.severity,
            shape=constraint.shape,
            focus=values["this"],
            path=shorten(values.get("path", "")),
            value=values.get("value", ""),
            message=_filled(constraint.message, values),
        )


def _filled(message: str, values: dict[str, str]) -> str:
    """Put a row's values where the message names them (SHACL, section 5.2.1)."""
    return re.sub(r"\{[?$](\w+)\}", lambda found: shorten(values[found[1]]), message)


def _text(term: Term) -> str:
    if isinstance(term, NamedNode):
        return Iri(term.value)
    return term.value if isinstance(term, Literal) else str(term)


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
                severity=Severity.VIOLATION, shape="registered", focus=iri, message=_UNREGISTERED
            )


def _result(graph: GraphStore, labels: Labels, breach: Breach) -> Result:
    return Result(
        severity=breach.severity,
        shape=breach.shape,
        focus=breach.focus,
        label=_label(graph, labels, breach.focus),
        path=breach.path,
        value=breach.value,
        message=breach.message,
    )


def _label(graph: GraphStore, labels: Labels, focus: str) -> str:
    """Return what people know the node by: of evidence, the words."""
    if not isinstance(focus, Iri):
        return _brief(focus)
    for quad in graph.quads(NamedNode(focus), NamedNode(CG.quote)):
        return f"“{_brief(_text(quad.object))}”"
    return labels.thing(focus).label.text


def _brief(text: str) -> str:
    return textwrap.shorten(shorten(text), _LONGEST_LABEL, placeholder=" …")


def _rank(result: Result) -> tuple[int, str, str, str, str, str]:
    rank = _RANKS[result.severity]
    return rank, result.shape, result.focus, result.path, result.value, result.message
