"""``/problem/{name}``: what each type of problem means, for whoever follows the type in an answer.

The words are in ``words``; what becomes of an error is decided in ``telling``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph import errors
from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.web.addresses import split_extension
from clustergraph.web.framing.frame import frame, page_links
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.views import Frame
from clustergraph.web.linked_data.forms import wanted
from clustergraph.web.offers import HTML, JSON, Offer
from clustergraph.web.pieces import Link
from clustergraph.web.problems.statuses import status_of
from clustergraph.web.problems.words import PROBLEM_WORDS, problem_words
from clustergraph.web.structured.node import node
from clustergraph.web.visit import PageVisit, Visit

__all__ = ["router"]

_PATH: Final = "/problem"
_TYPES: Final = f"{BASE}problem"
_OF_NO_ERROR: Final = {
    "internal-error": HTTPStatus.INTERNAL_SERVER_ERROR,
    "invalid-request": HTTPStatus.UNPROCESSABLE_ENTITY,
}
"""Those that stand for no error of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemType:
    """A type of problem, told to somebody; ``phrase`` is what HTTP calls its status."""

    name: str
    iri: str
    status: int
    phrase: str
    title: str
    meaning: str
    advice: str

    def as_plain(self) -> Mapping[str, str | int]:
        """Return what programs are told."""
        return {
            "type": self.iri,
            "title": self.title,
            "status": self.status,
            "meaning": self.meaning,
            "advice": self.advice,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemTypePage:
    """What the page about one type shows."""

    frame: Frame
    type: ProblemType
    all: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemTypesPage:
    """What the page about all types shows."""

    frame: Frame
    types: tuple[tuple[Link, ProblemType], ...]


def problem_type(request: Request) -> Response:
    """Explain a type of problem, to people or to programs."""
    visit = Visit(request)
    name, extension = split_extension(request.path_params["name"])
    if name not in _statuses():
        raise NotFound(visit.path)
    offers = _offers(f"{_PATH}/{name}")
    offer = wanted(visit, offers, extension)
    if offer.media_type == JSON:
        return visit.answer(lambda: _json(_told(visit, name).as_plain()), media_type=JSON)
    return _answer(visit.of_person(), offers, name)


def problem_types(request: Request) -> Response:
    """List all types of problems, for people or for programs."""
    visit = Visit(request)
    offers = _offers(_PATH)
    offer = wanted(visit, offers, request.path_params.get("extension", ""))
    if offer.media_type == JSON:
        told = [_told(visit, name).as_plain() for name in _statuses()]
        return visit.answer(lambda: _json({"problems": told}), media_type=JSON)
    return _answer(visit.of_person(), offers)


router = APIRouter(include_in_schema=False)
router.add_route(_PATH, problem_types)
router.add_route(f"{_PATH}.{{extension}}", problem_types)
router.add_route(f"{_PATH}/{{name}}", problem_type)


@cache
def _statuses() -> Mapping[str, HTTPStatus]:
    """Return the status of each type that is explained, those of one status together."""
    found = {name: _OF_NO_ERROR.get(name) or status_of(_error(name)) for name in PROBLEM_WORDS}
    return dict(sorted(found.items(), key=lambda each: each[1]))


def _error(name: str) -> type[Exception]:
    error: type[Exception] = getattr(errors, name.title().replace("-", ""))
    return error


def _offers(path: str) -> tuple[Offer, ...]:
    return (
        Offer(media_type=JSON, address=f"{path}.json", name="JSON"),
        Offer(media_type=HTML, address=path, name="HTML"),
    )


def _told(visit: Visit, name: str) -> ProblemType:
    status, say = _statuses()[name], visit.reader.wording.gettext
    words = problem_words(name, status)
    return ProblemType(
        name=name,
        iri=f"{_TYPES}/{name}",
        status=status,
        phrase=status.phrase,
        title=say(words.title),
        meaning=say(words.meaning),
        advice=say(words.advice),
    )


def _answer(visit: PageVisit, offers: tuple[Offer, ...], name: str = "") -> Response:
    iri = f"{_TYPES}/{name}" if name else _TYPES
    return visit.answer(
        lambda: _one(visit, offers, name) if name else _all(visit, offers),
        media_type=HTML,
        headers=page_links(iri, offers),
    )


def _one(visit: Visit, offers: tuple[Offer, ...], name: str) -> str:
    type_ = _told(visit, name)
    all_ = Link(text=_title_of_all(visit), href=visit.reader.to(_PATH))
    page = ProblemTypePage(
        frame=frame(
            visit,
            type_.title,
            iri=type_.iri,
            offers=offers,
            description=type_.meaning,
            crumbs=[all_],
            about=[
                node("DefinedTerm", type_.iri, name=type_.title, description=type_.meaning),
            ],
        ),
        type=type_,
        all=all_,
    )
    return render("problem_type.html", page, visit.reader)


def _all(visit: Visit, offers: tuple[Offer, ...]) -> str:
    types = (_told(visit, name) for name in _statuses())
    page = ProblemTypesPage(
        frame=frame(visit, _title_of_all(visit), iri=_TYPES, offers=offers),
        types=tuple((_link(visit, type_), type_) for type_ in types),
    )
    return render("problem_types.html", page, visit.reader)


def _title_of_all(visit: Visit) -> str:
    return visit.reader.wording.gettext("What can go wrong")


def _link(visit: Visit, type_: ProblemType) -> Link:
    return Link(text=type_.title, href=visit.reader.to(f"{_PATH}/{type_.name}"))


def _json(told: Mapping[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode()
