"""The addresses of the lookup API, put together; each module beside this one answers a few."""

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute

from clustergraph.web.api import (
    batch,
    changes,
    context,
    documents,
    entities,
    resolving,
    searching,
    streaming,
    suggesting,
)
from clustergraph.web.api.openapi import docs_page
from clustergraph.web.api.openapi.problem_answers import problem
from clustergraph.web.api.parameters import said_once

__all__ = ["router"]

_TOO_OFTEN = "The client asks more often than it may; `Retry-After` tells when it may again."


def _name_of(route: APIRoute) -> str:
    """Name an operation as its function is named, since generators of clients do as we do."""
    return route.name


router = APIRouter(generate_unique_id_function=_name_of)
for _part in (
    suggesting,
    searching,
    streaming,
    batch,
    resolving,
    changes,
    entities,
    documents,
    context,
    docs_page,
):
    router.include_router(
        _part.router, dependencies=[Depends(said_once)], responses={429: problem(_TOO_OFTEN)}
    )
