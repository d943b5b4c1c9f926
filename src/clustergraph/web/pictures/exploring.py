"""What stands round a thing as nodes and edges, for the script that explores the graph."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from clustergraph.model import Iri
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.labels import Thing
from clustergraph.operations.picturing.neighbourhood import (
    Neighbourhood,
    Overview,
    Tie,
    neighbourhood,
    overview,
    ties,
)
from clustergraph.web.addresses import page_path
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.linking import Linker, brief
from clustergraph.web.pictures.signs import sign_of
from clustergraph.web.visit import Visit

__all__ = ["NetworkData", "network_address", "network_of", "network_of_all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _NodeData:
    """A thing; ``more`` is the address of what stands round it."""

    id: str
    label: str
    language: str
    kind: str
    family: str
    shape: str
    page: str
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _EdgeData:
    """A statement, and the address of the words that it rests on."""

    source: str
    target: str
    label: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkData:
    """Nodes and edges; ``middle`` is the IRI that it was asked for, empty for an overview."""

    version: str
    middle: str
    nodes: tuple[_NodeData, ...]
    edges: tuple[_EdgeData, ...]

    def as_plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return asdict(self)


def network_address(iri: Iri) -> str:
    """Return where the nodes and edges round a thing are.

    >>> network_address(Iri("https://w3id.org/clustergraph/id/karaganda-aaaaaaah"))
    '/network/karaganda-aaaaaaah.json'
    """
    return f"/network{page_path(iri).removeprefix('/page')}.json"


def network_of(visit: Visit, iri: Iri) -> NetworkData:
    """Return what stands round a thing, and how that is related among itself.

    Raises:
        NotFound: when the graph has never heard of the thing.
    """
    linker = Linker(visit.labels, visit.reader)
    found = neighbourhood(describe(visit.graph, iri, visit.labels), visit.names)
    among = ties(visit.graph, [thing.iri for thing in found.around])
    return _data(visit, linker, iri, (found.thing, *found.around), {*_ties_of(found), *among})


def network_of_all(visit: Visit) -> NetworkData:
    """Return the things that most is said about, and how they are related."""
    found: Overview = visit.findings.get("overview", lambda: overview(visit.graph, visit.names))
    linker = Linker(visit.labels, visit.reader)
    things = [visit.labels.thing(card.iri) for card in found.cards]
    return _data(visit, linker, "", things, found.ties)


def _ties_of(found: Neighbourhood) -> Iterable[Tie]:
    middle = found.thing.iri
    for arm in found.arms:
        for thing in arm.things:
            pair = (thing.iri, middle) if arm.is_incoming else (middle, thing.iri)
            yield Tie(pair[0], arm.property.iri, pair[1])


def _data(
    visit: Visit, linker: Linker, middle: str, things: Sequence[Thing], found: Iterable[Tie]
) -> NetworkData:
    nodes = {thing.iri: _node(thing, linker) for thing in things}
    return NetworkData(
        version=visit.version_id,
        middle=middle,
        nodes=tuple(nodes.values()),
        edges=tuple(_edge(tie, linker) for tie in sorted(found)),
    )


def _node(thing: Thing, linker: Linker) -> _NodeData:
    link, sign = linker.link(thing), sign_of(thing.kind)
    return _NodeData(
        id=thing.iri,
        label=brief(link.text),
        language=link.language,
        kind=linker.to(thing.kind).text if thing.kind else "",
        family=sign.family,
        shape=sign.shape,
        page=rooted_address(link.href),
        more=rooted_address(linker.address(network_address(thing.iri))),
    )


def _edge(tie: Tie, linker: Linker) -> _EdgeData:
    return _EdgeData(
        source=tie.subject,
        target=tie.object,
        label=linker.to(tie.property).text,
        why=rooted_address(linker.why(tie.subject, tie.property, tie.object)),
    )
