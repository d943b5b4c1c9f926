"""Refuse what may not stand in the graph: what breaks its rules, and what is kept out of it."""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.errors import BadContent, RulesBroken, SaysWithheld
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.validating.validate import validate_nodes
from clustergraph.operations.validating.validation import Result
from clustergraph.operations.writing.touched import Touched
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.store.written import terms_in

__all__ = ["check_iris", "check_rules", "check_withheld"]

_SENT: Final = "What would be written"


def check_iris(added: Iterable[Quad]) -> None:
    """Make sure that each IRI is one that the whole house can hold (see ``model.Iri``).

    The engine takes a few more, such as those with an address of IPv6 in them.

    Raises:
        BadContent: with the first that is not.
    """
    for iri in {iri for quad in added for iri in _iris(quad)}:
        try:
            Iri(iri)
        except ValueError as error:
            reason = f"<{iri}> is an IRI of a kind that this graph does not take."
            raise BadContent(_SENT, reason) from error


def check_rules(
    touched: Touched, *, graph: GraphStore, before: GraphStore, version: Version
) -> tuple[dict[str, str], ...]:
    """Make sure that what was touched breaks no rule; return what a curator should look at.

    What broke one before already is nobody's fault who writes now. Quotes must be what the texts
    say that the version keeps.

    Raises:
        RulesBroken: with all that is wrong since.
    """
    found = validate_nodes(graph, touched.nodes, text_of=version.text)
    if broken := _new(found.violations, before, version):
        raise RulesBroken([result.row for result in broken], str(broken[0]))
    return tuple(result.row for result in found.warnings)


def _new(results: Iterable[Result], before: GraphStore, version: Version) -> list[Result]:
    """Return what was not there before."""
    nodes = {focus for result in results if isinstance(focus := result.focus, Iri)}
    if not nodes:
        return list(results)
    earlier = validate_nodes(before, nodes, text_of=version.text)
    known = {result.breach for result in earlier.violations}
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


def _iris(quad: Quad) -> Iterator[str]:
    """Yield all IRIs of a statement, its graph's and those of datatypes too."""
    for term in terms_in(quad):
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value
