"""The addresses of nodes and edges as JSON, for the script that explores the graph from a page."""

import json

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.web.addresses import iri_at
from clustergraph.web.offers import JSON
from clustergraph.web.pictures.exploring import (
    NetworkData,
    network_address,
    network_of,
    network_of_all,
)
from clustergraph.web.visit import PageVisit

__all__ = ["router"]


def around(request: Request) -> Response:
    """Give what stands round a thing; what was merged leads to the survivor."""
    visit = PageVisit(request)
    iri = iri_at(request.path_params["place"])
    if moved := visit.moved(iri, lambda new: visit.reader.to(network_address(new))):
        return moved
    return visit.answer(lambda: _written(network_of(visit, iri)), media_type=JSON)


def everything(request: Request) -> Response:
    """Give the things that most is said about."""
    visit = PageVisit(request)
    return visit.answer(lambda: _written(network_of_all(visit)), media_type=JSON)


router = APIRouter(include_in_schema=False)
router.add_route("/network.json", everything)
router.add_route("/network/{place:path}.json", around)


def _written(data: NetworkData) -> bytes:
    return json.dumps(data.as_plain(), ensure_ascii=False).encode()
