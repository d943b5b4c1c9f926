"""What browsers see at ``/sparql``: a form to ask with, and the answer below; without a script."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response
from starlette.types import Scope

from clustergraph.errors import QueryError
from clustergraph.operations.querying.answer import Answers, Prepared
from clustergraph.operations.querying.chunks import Chunks
from clustergraph.operations.questions.questionnaire import questions
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format, format_of
from clustergraph.rdf.prefixes import shorten
from clustergraph.rdf.write import turtle_of
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.web.addresses import path_of
from clustergraph.web.exchange.headers import spoken_in
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.switching import languages_at
from clustergraph.web.pieces import Link, LinkGroup
from clustergraph.web.problems.telling import problem_of
from clustergraph.web.problems.words import problem_words
from clustergraph.web.questions.asking import question_address, title_of
from clustergraph.web.sparql.editor import EditorLinks, editor_links, editor_settings
from clustergraph.web.wording import Wording, message
from clustergraph.web.wording.reader import Reader
from clustergraph.web.wording.reader_language import reader_of

__all__ = ["empty_page", "format_for_page", "page_of_answer", "page_of_error"]

_MOST_BYTES = 1_000_000
_MOST_ROWS = 500
_READ_BY_SCRIPT = frozenset({"json", "nt"})
_TOO_LARGE = message("The answer is too large for a page; take it in one of the formats above.")

_FIRST_QUERY = """PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?cluster ?name WHERE {
  ?cluster a cg:Cluster ; skos:prefLabel ?name .
}
ORDER BY ?name
LIMIT 100
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlPage:
    """A query, and what is known of its answer: rows, or text, or what is wrong, and where.

    ``editor`` leads to the script that makes more of the form, ``settings`` is what that goes by,
    and ``first_query`` the one to begin with. ``told`` is the whole answer for that script, so
    that it need not ask once more. An example's address ends with its name. ``trouble`` says in the
    reader's language what kind of ``problem`` there is, which is told in English.
    """

    query: str
    language: str
    languages: tuple[Link, ...]
    editor: EditorLinks
    settings: str
    examples: tuple[LinkGroup, ...]
    first_query: str = _FIRST_QUERY
    formats: tuple[Link, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Link, ...], ...] = ()
    text: str = ""
    note: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)
    trouble: str = ""
    problem: str = ""
    line: int | None = None
    column: int | None = None


def empty_page(scope: Scope) -> Response:
    """Show the form with a query to begin with."""
    reader = reader_of(scope)
    return _response(_page(scope, reader, _FIRST_QUERY), reader)


def format_for_page(formats: Sequence[Format]) -> Format:
    """Choose the format that the page's script reads; people are shown its content."""
    return next(format_ for format_ in formats if format_.key in _READ_BY_SCRIPT)


async def page_of_answer(
    scope: Scope, answers: Answers, prepared: Prepared, client: str
) -> Response:
    """Show a query with the first rows of its answer.

    Raises:
        QueryError: when it gets none.
    """
    began = time.monotonic()
    async with answers.open(prepared, client) as chunks:
        body = await _gather(chunks)
    reader = reader_of(scope)
    page = _page(
        scope,
        reader,
        prepared.question.text,
        formats=_downloads(prepared),
        told=_told(body, prepared, time.monotonic() - began),
        **await asyncio.to_thread(_shown, body, prepared.question.format, reader),
    )
    headers = {"Cache-Control": "no-cache", "Dataset-Version": prepared.version.id}
    return _response(page, reader, headers=headers)


def page_of_error(scope: Scope, query: str, error: QueryError) -> Response:
    """Show a query with what is wrong with it."""
    reader = reader_of(scope)
    problem = problem_of(error)
    trouble = problem_words(problem.type.rpartition("/")[2], problem.status)
    line, column = (getattr(error, name, None) for name in ("line", "column"))
    page = _page(
        scope,
        reader,
        query,
        trouble=reader.wording.gettext(trouble.title),
        problem=problem.detail,
        line=line,
        column=column,
    )
    return _response(page, reader, status=problem.status, headers=problem.headers)


def _page(scope: Scope, reader: Reader, query: str, **known: Any) -> SparqlPage:
    return SparqlPage(
        query=query,
        language=reader.language,
        languages=languages_at(scope),
        editor=editor_links(),
        settings=editor_settings(),
        examples=_examples(reader),
        **known,
    )


async def _gather(chunks: Chunks) -> bytes | None:
    """Read the answer to its end, or give up when it is too large to be shown."""
    body = b""
    while not chunks.is_complete:
        body += await chunks.next()
        if len(body) > _MOST_BYTES:
            return None
    return body


def _shown(body: bytes | None, format_key: str, reader: Reader) -> dict[str, Any]:
    say = reader.wording.gettext
    if body is None:
        return {"note": say(_TOO_LARGE)}
    if format_key != "json":
        return {"text": turtle_of(body) or say("No triples.")}
    answer = json.loads(body)
    if "boolean" in answer:
        return {"text": say("yes") if answer["boolean"] else say("no")}
    columns = tuple(answer["head"]["vars"])
    found = answer["results"]["bindings"]
    return {
        "columns": columns,
        "rows": tuple(
            tuple(_cell(row.get(column), reader) for column in columns)
            for row in found[:_MOST_ROWS]
        ),
        "note": _count(len(found), reader.wording),
    }


def _told(body: bytes | None, prepared: Prepared, seconds: float) -> dict[str, Any]:
    """Hand the script what it would otherwise ask for; nothing where that is too large."""
    if body is None:
        return {}
    format_ = format_of(prepared.question.format, (*RESULT_FORMATS, *RDF_FORMATS))
    return {
        "body": body.decode(),
        "mediaType": format_.media_type if format_ else "",
        "version": prepared.version.id,
        "seconds": seconds,
    }


def _count(rows: int, wording: Wording) -> str:
    if not rows:
        return wording.gettext("No rows.")
    if rows <= _MOST_ROWS:
        return wording.ngettext("%(num)s row.", "%(num)s rows.", rows)
    return wording.ngettext(
        "%(num)s row, of which the first %(shown)s are shown.",
        "%(num)s rows, of which the first %(shown)s are shown.",
        rows,
        shown=wording.number(_MOST_ROWS),
    )


def _cell(term: Mapping[str, Any] | None, reader: Reader) -> Link:
    """Show a term; only addresses of the web become links, whatever else a IRI may say."""
    match term:
        case None:
            return Link(text="")
        case {"type": "uri", "value": str(iri)}:
            return Link(text=shorten(iri), href=reader.to(path_of(iri)))
        case {"type": "triple", "value": {"subject": s, "predicate": p, "object": o}}:
            parts = " ".join(_cell(part, reader).text for part in (s, p, o))
            return Link(text=f"<<( {parts} )>>")
        case {"type": "bnode", "value": str(label)}:
            return Link(text=f"_:{label}")
        case _:
            return Link(text=str(term["value"]), language=str(term.get("xml:lang", "")))


def _downloads(prepared: Prepared) -> tuple[Link, ...]:
    """Link to the same answer in the formats of its kind."""
    asked = prepared.question
    formats = RESULT_FORMATS if asked.format == "json" else RDF_FORMATS
    graphs = [("default-graph-uri", iri) for iri in asked.default_graphs]
    graphs += [("named-graph-uri", iri) for iri in asked.named_graphs]
    version = [("version", prepared.version.id)]
    return tuple(
        Link(
            text=format_.name,
            href="?"
            + urlencode([("query", asked.text), *graphs, *version, ("format", format_.key)]),
        )
        for format_ in formats
    )


def _examples(reader: Reader) -> tuple[LinkGroup, ...]:
    """Link to the competency questions, by who asks them."""
    return tuple(
        LinkGroup(
            title=title_of(group, reader.wording),
            links=tuple(_example(query, reader) for query in group),
        )
        for group in questions().values()
    )


def _example(query: NamedQuery, reader: Reader) -> Link:
    question = reader.wording.gettext(query.question)
    return Link(text=question, href=reader.to(question_address(query.name)))


def _response(
    page: SparqlPage,
    reader: Reader,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    html = render("sparql.html", page, reader)
    standing = spoken_in(reader.wording.language)
    return Response(html, status, {**standing, **(headers or {})}, media_type="text/html")
