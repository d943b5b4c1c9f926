"""Refuse what may not stand in the graph: what breaks its rules, and what is kept out of it."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from clustergraph.errors import BadContent, RulesBroken, SaysWithheld
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.validate import validate_nodes
from clustergraph.operations.validation import Result
from clustergraph.operations.writing.touched import Touched
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version

__all__ = ["check_iris", "check_rules", "check_withheld"]

_Term: TypeAlias = NamedNode | BlankNode | DefaultGraph | Literal | Triple

_SENT: Final = "What would be written"


def check_iris(added: Iterable[Quad]) -> None:
    """Make sure that each IRI is one that the whole house can hold (see ``model.Iri``).

    The engine takes a few more, such as those with an address of IPv6 in them.

    Raises:
        BadContent: with the first that is not.
    """
    for iri in {iri for quad in added for iri in _iris(quad, quad.predicate, quad.graph_name)}:
        try:
            Iri(iri)
        except ValueError as error:
            reason = f"<{iri}> is an IRI of a kind that this graph does not take."
            raise BadContent(_SENT, reason) from error


def check_rules(
    touched: Touched, *, graph: GraphStore, before: GraphStore
) -> tuple[dict[str, str], ...]:
    """Make sure that what was touched breaks no rule; return what a curator should look at.

    What broke one before already is nobody's fault who writes now.

    Raises:
        RulesBroken: with all that is wrong since.
    """
    found = validate_nodes(graph, touched.nodes)
    if broken := _new(found.violations, before):
        raise RulesBroken([result.row for result in broken], str(broken[0]))
    return tuple(result.row for result in found.warnings)


def _new(results: Iterable[Result], before: GraphStore) -> list[Result]:
    """Return what was not there before."""
    nodes = {focus for result in results if isinstance(focus := result.focus, Iri)}
    if not nodes:
        return list(results)
    known = {result.breach for result in validate_nodes(before, nodes).violations}
    return [result for result in results if result.breach not in known]


def check_withheld(added: Iterable[Quad], version: Version) -> None:
    """Make sure that nothing is said of what the version keeps out.

    Raises:
        SaysWithheld: with the first address of that kind.
    """
    if not version.withholds:
        return
    for iri in {iri for quad in added for iri in _iris(quad) if iri.startswith(BASE)}:
        if (withheld := version.withheld(Iri(iri))) is not None:
            raise SaysWithheld(iri, withheld.replaced_by)


def _iris(statement: Quad | Triple, *others: _Term) -> Iterator[str]:
    """Yield the IRIs of the ends of a statement, also of one within it, and of other terms."""
    for term in (statement.subject, statement.object, *others):
        match term:
            case NamedNode():
                yield term.value
            case Literal():
                yield term.datatype.value
            case Triple():
                yield from _iris(term, term.predicate)
            case _:
                pass
