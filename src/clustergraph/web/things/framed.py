"""What stands round the page of a thing, be it an entity or a concept."""

from collections.abc import Sequence

from clustergraph.operations.describing.describe import Description
from clustergraph.web.framing.frame import frame
from clustergraph.web.framing.views import Frame
from clustergraph.web.linking import brief
from clustergraph.web.offers import offers_of
from clustergraph.web.pieces import Link
from clustergraph.web.structured.node import Node
from clustergraph.web.visit import Visit

__all__ = ["thing_frame"]


def thing_frame(
    visit: Visit, description: Description, told: str, *, crumbs: Sequence[Link], node: Node
) -> Frame:
    """Frame the page of a thing, which is ``told`` of in one sentence and stands for a ``node``."""
    iri = description.thing.iri
    return frame(
        visit,
        brief(description.thing.label.text),
        languages={name.language for name in description.names},
        iri=iri,
        offers=offers_of(iri),
        description=told,
        crumbs=crumbs,
        about=[node],
    )
