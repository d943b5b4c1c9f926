"""The page about a problem, in the language of whoever met it: what is wrong, and where to go on.

It needs no version of the graph, since that may be what is missing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from starlette.types import Scope

from clustergraph.iris import BASE
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.switching import languages_at
from clustergraph.web.pieces import Link
from clustergraph.web.problems.problem import Problem
from clustergraph.web.problems.words import problem_words
from clustergraph.web.wording.reader import ANYBODY, Reader
from clustergraph.web.wording.reader_language import reader_of

__all__ = ["reader_of_error", "show_error"]

_EXTENSION: Final = re.compile(r"\.[a-z]{2,6}\Z")
_KEY: Final = re.compile(r"-[a-z2-7]{8}\Z")
"""What keeps two things of one name apart, at the end of an IRI."""
_ONLY_DIGITS: Final = re.compile(r"[0-9a-f]{8,}|[0-9.]+")
_BETWEEN_WORDS: Final = re.compile(r"[^\w]+|_+")
_MOST_CHARACTERS: Final = 100
_MISSING: Final = frozenset({404, 410})
_WITHDRAWN: Final = "withdrawn"
_NOT_SEARCHED: Final = frozenset({_WITHDRAWN, "unknown-graph"})
"""Kinds of what is missing that no search for the words of the address finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """What the page shows.

    ``detail`` is the error's own sentence, in English; ``words`` are those to search for instead.
    """

    title: str
    meaning: str
    advice: str
    again: str
    detail: str
    status: int
    kind: Link | None
    words: str
    language: str
    languages: tuple[Link, ...]


def show_error(problem: Problem, scope: Scope | None) -> str:
    """Render the page; where nothing is known of the request, for nobody in particular."""
    reader = reader_of_error(scope)
    say = reader.wording.gettext
    name = problem.type.removeprefix(f"{BASE}problem/")
    told = problem_words(name, problem.status)
    is_withdrawn = name == _WITHDRAWN
    is_missing = problem.status in _MISSING and name not in _NOT_SEARCHED
    page = ErrorPage(
        title=say(told.title),
        meaning=say(told.meaning),
        advice=say(told.advice),
        again=_again(problem, reader),
        detail=problem.detail,
        status=problem.status,
        kind=_kind(problem, reader),
        words=_words(path_below_root(scope)) if scope is not None and is_missing else "",
        language=reader.language,
        languages=tuple(_languages(scope, is_withdrawn=is_withdrawn)) if scope is not None else (),
    )
    return render("problem.html", page, reader)


def reader_of_error(scope: Scope | None) -> Reader:
    """Return who is told of an error."""
    return ANYBODY if scope is None else reader_of(scope)


def _again(problem: Problem, reader: Reader) -> str:
    """Say when it makes sense to ask again; nothing where that is not known."""
    seconds = problem.members.get("retry_after_seconds")
    if not isinstance(seconds, int):
        return ""
    return reader.wording.ngettext(
        "It may be answered in %(num)s second.", "It may be answered in %(num)s seconds.", seconds
    )


def _kind(problem: Problem, reader: Reader) -> Link | None:
    """Lead to what is said of all problems of its kind."""
    if not problem.type.startswith(BASE):
        return None
    path = f"/{problem.type.removeprefix(BASE)}"
    return Link(text=problem.type.rpartition("/")[2], href=reader.to(path))


def _languages(scope: Scope, *, is_withdrawn: bool) -> Iterator[Link]:
    """Lead to the same in other languages; an address that holds a withdrawn name is left out."""
    for link in languages_at(scope):
        query = link.href.partition("?")[2]
        yield replace(link, href=f"?{query}") if is_withdrawn else link


def _words(path: str) -> str:
    """Return the words in the last part of an address, to search for them.

    >>> _words("/id/klaster-metali-knxm5e4n"), _words("/data/a_b.ttl"), _words("/doc/9aa47e5e")
    ('klaster metali', 'a b', '')
    """
    last = path.rstrip("/").rpartition("/")[2][: 2 * _MOST_CHARACTERS]
    bare = _KEY.sub("", _EXTENSION.sub("", last))
    if _ONLY_DIGITS.fullmatch(bare):
        return ""
    return _BETWEEN_WORDS.sub(" ", bare).strip()[:_MOST_CHARACTERS]
