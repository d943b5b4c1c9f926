"""Read what is looked for, look for it, and shape what was found."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from clustergraph.errors import InvalidParameter
from clustergraph.operations.listing.filter_values import Named, aspects_meant, few, place_meant
from clustergraph.operations.look_up import KINDS, Findings, Hit, Question, kinds_named, search
from clustergraph.web.api.parameters import FilterParameters
from clustergraph.web.api.shapes.searching import ResultShape
from clustergraph.web.api.shaping import thing_parts, url_of
from clustergraph.web.visit import Visit

__all__ = ["as_list", "find", "following", "question", "result", "result_parts"]


def question(visit: Visit, asked: FilterParameters, *, unfinished: bool = False) -> Question:
    """Read a question; one that is empty and has no filter asks for everything.

    Raises:
        InvalidParameter: when there is no such class, or a filter names nothing in the graph.
    """
    kinds = [kind for name in asked.type if name for kind in kinds_named(name)]
    places = [place_meant(visit.opened, name) for name in few("place", asked.place)]
    aspects = Named(asked.sector, asked.programme, asked.year, asked.source_language)
    wanted = Question(
        text=asked.q.strip(),
        kinds=frozenset(kinds),
        names_in=asked.lang or None,
        places=frozenset(places),
        aspects=aspects_meant(visit.opened, aspects),
        unfinished=unfinished,
    )
    if wanted.text or wanted.narrows:
        return wanted
    return replace(wanted, kinds=frozenset(KINDS.values()))


def following(asked: Question, token: str) -> Question:
    """Ask for what comes after a page; from the beginning where the token is empty."""
    return replace(asked, after=token or None)


def find(visit: Visit, asked: Question, limit: int, language: str = "") -> Findings:
    """Look for it, and label what is found in a language: the visitor's, if no other is given."""
    return search(visit.opened, asked, language=language or visit.language, limit=limit)


def result(hit: Hit, *, explained: bool = True) -> ResultShape:
    """Shape something found; ``explained`` says why its score is what it is."""
    why: dict[str, Any] = {"features": dict(hit.features)} if explained else {}
    return ResultShape(**result_parts(hit), **why)


def result_parts(hit: Hit) -> dict[str, Any]:
    """Return the parts of a ``ResultShape``, but for what explains it."""
    return {
        **thing_parts(hit.thing),
        "description": hit.description,
        "url": url_of(hit.thing.iri),
        "name": hit.name,
        "name_language": hit.language,
        "match": hit.match,
        "score": hit.score,
    }


def as_list(name: str, text: str, allowed: Iterable[str]) -> list[str]:
    """Read words with commas between.

    Raises:
        InvalidParameter: when one is not among those allowed.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    for word in words:
        if word not in allowed:
            raise InvalidParameter(name, word, f"of {', '.join(allowed)}")
    return words
