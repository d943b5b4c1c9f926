"""One operation of an update, carried out on a store.

What somebody else sends is never run as an update: what its data and templates say is read in a
store of its own, its patterns are asked as a query, and what follows from both is written by us. So
every graph that is written to is known, and asked for, before anything changes; and what changes is
known without comparing stores.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolution, QuerySolutions, Store

from clustergraph.errors import BadUpdate, MalformedQuery, UnsupportedQuery
from clustergraph.sparql.update_operations import ALL, DEFAULT, NAMED, Form, Operation
from clustergraph.sparql.update_templates import Template
from clustergraph.store.changing.ledger import GraphName, Ledger
from clustergraph.store.changing.mistakes import bad_operation
from clustergraph.store.changing.templates import Pattern
from clustergraph.store.engine import QueryOptions, translated

__all__ = ["MayWrite", "take_step"]

MayWrite = Callable[[str | None], None]
"""Asked before a graph is written to, the default graph by None; raises where it may not be."""


def take_step(operation: Operation, ledger: Ledger, may_write: MayWrite) -> None:
    """Carry the operation out.

    Raises:
        BadUpdate: when a part of it is no SPARQL, can't be run, or misses a graph.
        StoreError: when the store can't be written.
    """
    step = _Step(operation, ledger, may_write)
    match operation.form:
        case Form.DATA:
            step.change_data()
        case Form.MODIFY:
            step.modify()
        case Form.CREATE:
            step.create()
        case Form.CLEAR:
            step.clear()
        case Form.DROP:
            step.drop()
        case Form.ADD | Form.COPY | Form.MOVE:
            step.transfer()


class _Step:
    """An operation, and the store that it changes."""

    def __init__(self, operation: Operation, ledger: Ledger, may_write: MayWrite) -> None:
        self._operation = operation
        self._ledger = ledger
        self._may_write = may_write

    # -- Statements --------------------------------------------------------------------------------

    def change_data(self) -> None:
        """Delete or insert what the text says."""
        deleted, inserted = self._patterns()
        self._ledger.replace(deleted.quads, inserted.quads)

    def modify(self) -> None:
        """Delete and insert what the templates say of each solution; all are found first."""
        deleted, inserted = self._patterns()
        old: dict[Quad, None] = {}
        new: dict[Quad, None] = {}
        for solution in self._solutions():
            old.update(dict.fromkeys(deleted.filled(solution)))
            new.update(dict.fromkeys(inserted.filled(solution)))
        for graph in dict.fromkeys(quad.graph_name for quads in (old, new) for quad in quads):
            self._ask(graph)
        self._ledger.replace(old, new)

    def _patterns(self) -> tuple[Pattern, Pattern]:
        """Read what is deleted and what is inserted, and ask for the graphs of both."""
        deleted = self._pattern(self._operation.deleted)
        inserted = self._pattern(self._operation.inserted)
        if deleted.makes_nodes:
            raise BadUpdate("what is deleted can't hold blank nodes; put variables for them.")
        for graph in dict.fromkeys((*deleted.graphs, *inserted.graphs)):
            self._ask(graph)
        return deleted, inserted

    def _pattern(self, template: Template | None) -> Pattern:
        if template is None:
            return Pattern((), {})
        quads = self._read(template.text)
        if self._operation.with_graph is not None:
            own = self._named(self._operation.with_graph)
            quads = [_put_into(own, it) if _is_in_default(it) else it for it in quads]
        return Pattern(quads, template.variables)

    def _solutions(self) -> Iterator[QuerySolution]:
        """Yield the solutions, to be read by the thread that asks, before anything is written."""
        seen = self._operation.default_graph
        options: QueryOptions = {} if seen is None else {"default_graph": [self._named(seen)]}
        with self._blamed():
            answer = self._ledger.store.query(
                self._operation.query, base_iri=self._operation.place.base or None, **options
            )
            if isinstance(answer, QuerySolutions):
                yield from answer

    # -- Graphs ------------------------------------------------------------------------------------

    def create(self) -> None:
        """Make a graph."""
        name = self._graph(self._operation.target)
        self._ask(name)
        if self._ledger.has(name) and not self._operation.is_silent:
            reason = f"the graph {name} is there already; CREATE SILENT lets it be."
            raise BadUpdate(reason)
        self._ledger.make(name)

    def clear(self) -> None:
        """Empty one graph, or several."""
        for name in self._targets():
            self._ledger.empty(name)

    def drop(self) -> None:
        """Remove one graph, or several."""
        for name in self._targets():
            self._ledger.drop(name)

    def transfer(self) -> None:
        """Add one graph to another, or put it in its place, or let it have its name."""
        source, target = self._graph(self._operation.source), self._graph(self._operation.target)
        moves = self._operation.form is Form.MOVE
        self._ask(target)
        if moves:
            self._ask(source)
        if not self._is_found(source) or source == target:
            return
        coming = [_put_into(target, quad) for quad in self._ledger.quads_of(source)]
        going = [] if self._operation.form is Form.ADD else self._ledger.quads_of(target)
        self._ledger.replace(going, coming)
        if moves:
            self._ledger.drop(source)

    def _targets(self) -> list[GraphName]:
        """List the graphs that are to be emptied or removed."""
        target = self._operation.target
        names: list[GraphName] = []
        if target in {NAMED, ALL}:
            names += self._ledger.graphs()
        if target != NAMED:
            names.append(DefaultGraph() if target == ALL else self._graph(target))
        for name in names:
            self._ask(name)
        return [name for name in names if self._is_found(name)]

    def _is_found(self, name: GraphName) -> bool:
        """Tell whether there is such a graph.

        Raises:
            BadUpdate: when there is not, and the operation does not allow for that.
        """
        if self._ledger.has(name):
            return True
        if self._operation.is_silent:
            return False
        form = self._operation.form
        reason = f"there is no graph {name}; {form} SILENT would pass over it."
        raise BadUpdate(reason)

    def _graph(self, written: str) -> GraphName:
        return DefaultGraph() if written == DEFAULT else self._named(written)

    def _named(self, written: str) -> NamedNode:
        """Resolve the IRI of a graph by the prefixes and the base."""
        for quad in self._read(f"{{ GRAPH {written} {{ <x:> <x:> <x:> }} }}"):
            if isinstance(quad.graph_name, NamedNode):
                return quad.graph_name
        reason = f"{written} names no graph."
        raise BadUpdate(reason)

    def _ask(self, name: GraphName) -> None:
        self._may_write(None if isinstance(name, DefaultGraph) else name.value)

    # -- The engine --------------------------------------------------------------------------------

    def _read(self, data: str) -> list[Quad]:
        """Let the engine say which quads stand in braces."""
        scratch, place = Store(), self._operation.place
        text = f"{place.prologue}INSERT DATA {data}"
        with self._blamed():
            scratch.update(text, base_iri=place.base or None)
            return list(scratch)

    @contextmanager
    def _blamed(self) -> Iterator[None]:
        """Say where in the whole text that is which the engine refuses in a part of it."""
        try:
            with translated():
                yield
        except MalformedQuery as error:
            raise bad_operation(error, self._operation) from error
        except UnsupportedQuery as error:
            raise BadUpdate(error.reason) from error


def _is_in_default(quad: Quad) -> bool:
    return isinstance(quad.graph_name, DefaultGraph)


def _put_into(graph: GraphName, quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, graph)
