"""The pictures on the page of an entity: what stands round it, its money, where and when it is."""

from dataclasses import dataclass

from clustergraph.operations.describing.describe import Description
from clustergraph.operations.picturing.funding_chain import funding_chain
from clustergraph.operations.picturing.neighbourhood import neighbourhood
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.flow import FlowView, flow_view
from clustergraph.web.pictures.map import MapView, entity_map
from clustergraph.web.pictures.network import NetworkView, network_view
from clustergraph.web.pictures.timeline import TimelineView, entity_timeline
from clustergraph.web.visit import Visit

__all__ = ["EntityPictures", "entity_pictures"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPictures:
    """The pictures; None where there is nothing to show."""

    network: NetworkView | None
    flow: FlowView | None
    map: MapView | None
    timeline: TimelineView | None


def entity_pictures(visit: Visit, description: Description, linker: Linker) -> EntityPictures:
    """Draw all that the entity's description gives."""
    chain = funding_chain(visit.graph, visit.labels, description.thing.iri)
    return EntityPictures(
        network=network_view(neighbourhood(description, visit.names), linker),
        flow=flow_view(chain, linker),
        map=entity_map(visit, description, linker),
        timeline=entity_timeline(visit, description, linker),
    )
