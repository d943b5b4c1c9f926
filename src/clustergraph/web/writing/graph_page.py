"""The page of a graph: who wrote to it, and the first of what it says.

All of it is read by programs; see ``reading``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.iris import is_of_build
from clustergraph.model import Iri
from clustergraph.operations.describing.show_graph import Value as Said
from clustergraph.operations.describing.show_graph import show_graph
from clustergraph.rdf.formats import RDF_FORMATS
from clustergraph.web.evidence.quoting import written
from clustergraph.web.evidence.views import WrittenView
from clustergraph.web.evidence.writers import graph_link, writers
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.views import Frame
from clustergraph.web.linking import Linker
from clustergraph.web.offers import Offer
from clustergraph.web.pieces import Link, Property, Value
from clustergraph.web.questions.asking import query_address
from clustergraph.web.visit import Visit

__all__ = ["GraphPage", "graph_page"]

_MOST_STATEMENTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphPage:
    """What the page shows; ``most`` is how many statements are shown where there are more."""

    frame: Frame
    name: Link
    is_written: bool
    written: tuple[WrittenView, ...]
    subjects: tuple[tuple[Link, tuple[Property, ...]], ...]
    most: int
    query: str


def graph_page(visit: Visit, graph: Iri | None) -> str:
    """Show a graph; None is the default graph."""
    linker = Linker(visit.labels, visit.reader)
    found = show_graph(visit.graph, graph, most=_MOST_STATEMENTS)
    name = graph_link(graph or "", linker)
    page = GraphPage(
        frame=frame(visit, name.text, offers=_offers(name)),
        name=name,
        is_written=visit.version.is_plain or not is_of_build(graph or ""),
        written=writers(visit, [graph or ""], linker),
        subjects=tuple(
            (_link(subject, linker), tuple(_properties(said, linker)))
            for subject, said in found.subjects.items()
        ),
        most=0 if found.is_whole else _MOST_STATEMENTS,
        query=query_address("said-in-graph", graph=graph) if graph else "",
    )
    return render("graph.html", page, visit.reader)


def _offers(name: Link) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            media_type=format_.media_type,
            address=f"{name.href}&format={format_.key}",
            name=format_.name,
            format=format_,
        )
        for format_ in RDF_FORMATS
    )


def _properties(said: Mapping[Said, Sequence[Said]], linker: Linker) -> Iterator[Property]:
    for property_, values in said.items():
        yield Property(
            name=_property(property_, linker),
            values=tuple(Value(link=_link(value, linker)) for value in values),
        )


def _property(value: Said, linker: Linker) -> Link:
    if isinstance(value, Iri):
        return linker.titled(linker.labels.thing(value))
    return _link(value, linker)


def _link(value: Said, linker: Linker) -> Link:
    if isinstance(value, Iri):
        return linker.to(value)
    return Link(text=written(value, linker.wording), language=value.language)
