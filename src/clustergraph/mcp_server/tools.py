"""The tools that a model may call: find a thing, read what documents say of it, ask in SPARQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Final

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from clustergraph.client import AsyncClient, Outcome, Table
from clustergraph.errors import AnswerTooLong, CallFailed, CallRefused, NoAnswer
from clustergraph.mcp_server import telling
from clustergraph.mcp_server.shapes import Answer, Description, Finding

__all__ = ["Tools"]

_PARTS: Final = (
    *("names", "relations", "incoming", "consequences", "documents", "same_as", "evidence"),
)
_QUERY_SECONDS: Final = 20.0
_CANDIDATES: Final = 5
_NOTHING_FOUND: Final = (
    "Nothing here bears such a name. Try another name, fewer words, or no kind and place."
)
_ASK_FOR_LESS: Final = "If it found too much: add a LIMIT, or make its patterns more selective."

Text = Annotated[str, Field(description="A name in any language and script, or an identifier.")]
Kind = Annotated[
    str,
    Field(
        description="Keep things of this class, with all below it: Cluster, Organisation, Person, "
        "Programme, Project, Training, Event, Place, Country, Sector, Topic, Document …"
    ),
]
Place = Annotated[str, Field(description="Keep what lies in this place or country.")]
Language = Annotated[str, Field(description="Labels in this language where there are any: en, pl.")]
Limit = Annotated[int, Field(ge=1, le=100, description="How many to return at the most.")]
Thing = Annotated[
    str, Field(description="The IRI that search gave, or a name that only one thing bears.")
]
Sparql = Annotated[str, Field(description="A SPARQL 1.1 or 1.2 query with its prefixes.")]
MostRows = Annotated[int, Field(ge=1, le=1000, description="How many rows to show at the most.")]


class Tools:
    """The tools, each a method whose docstring tells a model what it is for."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def search(
        self,
        text: Text,
        kind: Kind = "",
        place: Place = "",
        language: Language = "",
        limit: Limit = 10,
    ) -> Finding:
        """Find things by name: clusters, organisations, people, programmes, places, documents.

        Names are compared across languages, scripts, accents, word order and slips of typing. The
        best match comes first, with a score. An empty text lists what passes the filters.
        """
        with _told_as_tool_error():
            page = await self._client.search(
                text, kind=kind, place=place, language=language, limit=limit
            )
        return Finding(
            total=page.total,
            results=[telling.candidate(hit) for hit in page.results],
            note="" if page.results else _NOTHING_FOUND,
        )

    async def describe(self, thing: Thing, language: Language = "") -> Description:
        """Tell what documents say of one thing, each statement with the exact words that say it.

        Quote these words when you repeat a statement, and say where documents disagree. Documents
        are described in the same way: their IRI tells title, publisher and date.
        """
        with _told_as_tool_error():
            iri = await self._iri_of(thing)
            entity = await self._client.entity(iri, include=_PARTS, language=language)
        return telling.description(entity)

    async def query(self, sparql: Sparql, most_rows: MostRows = 100) -> Answer:
        """Ask in SPARQL what the other tools don't tell: counts, lists, joins, time spans.

        Example, with the quote behind each statement (the part in {| |} speaks of the statement):

        PREFIX cg: <https://w3id.org/clustergraph/ns#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?programme ?funder ?quote {
          ?p a cg:Programme ; skos:prefLabel ?programme .
          ?p cg:fundedBy ?f {| cg:quote ?quote |} . ?f skos:prefLabel ?funder
        } LIMIT 20

        Labels are skos:prefLabel and skos:altLabel with language tags. To see which classes or
        properties there are: SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n).
        Write a LIMIT; other endpoints can't be called.
        """
        with _told_as_tool_error():
            found = await self._answer(sparql)
        if isinstance(found, Table):
            return telling.rows(found, most_rows)
        return telling.truth(holds=found) if isinstance(found, bool) else telling.turtle(found)

    async def _answer(self, sparql: str) -> Table | bool | str:
        """Ask a query; one whose answer is too long is told from a service that fails."""
        try:
            return await self._client.answer(sparql, seconds=_QUERY_SECONDS)
        except (NoAnswer, AnswerTooLong) as error:
            message = f"{error}. {_ASK_FOR_LESS}"
            raise ToolError(message) from error

    async def _iri_of(self, thing: str) -> str:
        """Return the IRI of what was named by it, by an identifier or by a name.

        Raises:
            ToolError: when nothing is certainly that.
        """
        batch = await self._client.lookup([thing], candidates=_CANDIDATES)
        (outcome,) = batch.results
        if outcome.entity is None:
            raise ToolError(_unclear(thing, outcome))
        return outcome.entity.iri


@contextmanager
def _told_as_tool_error() -> Iterator[None]:
    """Let the model read why a call failed, and nothing of addresses that aren't its business."""
    try:
        yield
    except CallRefused as error:
        raise ToolError(error.detail or error.title) from error
    except CallFailed as error:
        message = f"The service gave no answer that can be used: {error}"
        raise ToolError(message) from error


def _unclear(thing: str, outcome: Outcome) -> str:
    candidates = "; ".join(f"{hit.label} ({hit.type}) <{hit.iri}>" for hit in outcome.candidates)
    if candidates:
        return f"It is not certain what {thing!r} is. Give the IRI of one of these: {candidates}"
    return f"{thing!r} is {outcome.status} here. {outcome.detail or _NOTHING_FOUND}"
