"""The addresses of maps as data."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.describing.describe import describe
from clustergraph.web.addresses import iri_at
from clustergraph.web.pictures.geojson import GEOJSON, all_features, features_of
from clustergraph.web.pictures.map import around
from clustergraph.web.visit import Visit

__all__ = ["router"]


def everything(request: Request) -> Response:
    """Give everything that lies somewhere."""
    visit = Visit(request)
    return visit.stream(all_features(visit), media_type=GEOJSON)


def about(request: Request) -> Response:
    """Give what the map on the page of a thing shows; what was merged leads to the survivor."""
    visit = Visit(request)
    iri = iri_at(request.path_params["local"])
    if moved := visit.moved(iri, lambda new: visit.reader.to(f"/map/{new.local}.geojson")):
        return moved
    shown = around(describe(visit.graph, iri, visit.labels))
    return visit.stream(features_of(visit, shown), media_type=GEOJSON)


router = APIRouter(include_in_schema=False)
router.add_route("/map.geojson", everything)
router.add_route("/map/{local}.geojson", about)
