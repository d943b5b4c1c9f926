"""What the editor is told by addresses of its own: terms to complete with, and the questions."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.querying.complete import Completions, KnownTerm, complete
from clustergraph.operations.questions.questionnaire import questions
from clustergraph.operations.serving.as_of_build import found_in_build
from clustergraph.rdf.prefixes import shorten
from clustergraph.store.graph import GraphStore
from clustergraph.web.offers import JSON
from clustergraph.web.visit import Visit

__all__ = ["router"]


def completion(request: Request) -> Response:
    """Tell which classes and properties there are, and how often they are used together.

    A build is asked once; after that the answer is kept, also while people write.
    """
    visit = Visit(request)
    return visit.answer(
        lambda: found_in_build(visit.dataset, visit.opened, "completion of queries", _found),
        media_type=JSON,
    )


def examples(request: Request) -> Response:
    """Give the texts of the questions that stand beside the editor."""
    told = [
        {"name": question.name, "question": question.question, "text": question.text}
        for group in questions().values()
        for question in group
    ]
    return Visit(request).answer(lambda: _as_json({"examples": told}), media_type=JSON)


router = APIRouter(include_in_schema=False)
router.add_route("/sparql/completion.json", completion)
router.add_route("/sparql/examples.json", examples)


def _found(graph: GraphStore) -> bytes:
    return _as_json(_told(complete(graph, Definitions.read(graph))))


def _told(completions: Completions) -> dict[str, Any]:
    return {
        "classes": [_term(term) for term in completions.classes],
        "properties": [_term(term) for term in completions.properties],
        "uses": completions.uses,
    }


def _term(term: KnownTerm) -> dict[str, Any]:
    name = shorten(term.iri)
    return {
        "iri": term.iri,
        "name": f"<{name}>" if name == term.iri else name,
        "labels": term.labels,
        "definitions": term.definitions,
        "count": term.total,
    }


def _as_json(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
