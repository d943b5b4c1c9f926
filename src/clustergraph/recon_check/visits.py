"""One visit to a service: what was asked of it and what came, and the samples that checks need.

What can't be had raises ``Unmet``, and the check that wanted it is skipped. Judging is in
``checks``.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from typing import Final

from clustergraph.recon_check.dialects import (
    Asked,
    Dialect,
    Manifest,
    Query,
    Record,
    Results,
    records_of,
)
from clustergraph.recon_check.findings import Unmet
from clustergraph.recon_check.messages import Exchange, Request
from clustergraph.recon_check.reading import json_of
from clustergraph.recon_check.replies import Matching, Reply, Suggestions, joined
from clustergraph.recon_check.samples import BEGINNINGS, TEXTS, Sample, identifiers_of, samples_of
from clustergraph.recon_check.wire import Wire

__all__ = ["Visit"]

_USUAL_BATCH: Final = 10
"""OpenRefine sends batches of ten to services that declare no size."""
_FEW: Final = 5
_LEAST_TEXTS: Final = 3


class Visit:
    """A service, in one dialect. All is asked when it is wanted, and at most once."""

    def __init__(self, wire: Wire, endpoint: str, dialect: Dialect, text: str = "") -> None:
        """Begin; ``text`` is a name that the service should know, where somebody knows one."""
        self.endpoint = endpoint
        self.dialect = dialect
        self.replies: dict[Request, Reply] = {}
        self._wire = wire
        self._texts = (text,) if text else TEXTS

    def ask(self, request: Request) -> Exchange:
        """Return what becomes of a request."""
        return self._wire.ask(request)

    def reply(self, request: Request) -> Reply:
        """Return the JSON that answers a request."""
        if request not in self.replies:
            exchange = self.ask(request)
            value, problem = json_of(exchange)
            self.replies[request] = Reply(exchange=exchange, value=value, problem=problem)
        return self.replies[request]

    @property
    def manifest_reply(self) -> Reply:
        """The answer to a request without parameters."""
        return self.reply(self.dialect.manifest(self.endpoint))

    @property
    def manifest(self) -> Manifest:
        """What the service says of itself."""
        value = self.manifest_reply.value
        if not isinstance(value, dict):
            raise Unmet("there is no manifest to go by")
        return value

    @property
    def batch_size(self) -> int:
        """How many queries go into a batch."""
        declared = self.manifest.get("batchSize")
        if isinstance(declared, int) and declared >= 1:
            return declared
        return _USUAL_BATCH

    def match(self, queries: Mapping[str, Query]) -> Matching:
        """Ask queries, in batches that the service takes."""
        rest = iter(queries.items())
        pieces = iter(lambda: dict(islice(rest, self.batch_size)), {})
        return joined([self.match_once(piece) for piece in pieces])

    def match_once(self, batch: Mapping[str, Query], request: Request | None = None) -> Matching:
        """Ask one batch, however large; or by another request than the usual one."""
        reply = self.reply(request or self.dialect.match(self.endpoint, batch))
        results = self.dialect.results(reply.value, list(batch)) if not reply.problem else Results()
        return Matching(
            exchanges=(reply.exchange,),
            candidates=results.candidates,
            problems=(reply.problem,) if reply.problem else tuple(results.problems),
            strays=tuple(results.strays),
        )

    @cached_property
    def first_queries(self) -> dict[str, Query]:
        """The words that are tried first."""
        texts = self._texts[: max(_LEAST_TEXTS, self.batch_size)]
        return {f"q{number}": Query(text=text, limit=_FEW) for number, text in enumerate(texts)}

    @cached_property
    def first(self) -> Matching:
        """The answer to the words that are tried first."""
        return self.match(self.first_queries)

    @cached_property
    def sample(self) -> Sample:
        """An entity that the service has."""
        found = next(self._sampled(), None)
        if found is None:
            raise Unmet("no query found an entity; tell a name that the service knows (--sample)")
        return found

    @cached_property
    def named(self) -> Matching:
        """The answer to the name of the sample."""
        return self.match({"name": Query(text=self.sample.name)})

    @property
    def matchings(self) -> tuple[Matching, Matching]:
        """The answers whose candidates are judged: to words, and to the name of the sample."""
        return self.first, self.named

    @property
    def candidates(self) -> Iterator[tuple[str, Record]]:
        """All these candidates, with their places."""
        for matching in self.matchings:
            for key, candidates in matching.candidates.items():
                for number, candidate in enumerate(candidates):
                    yield f"candidate {number} of {key}", candidate

    @property
    def candidate_exchanges(self) -> tuple[Exchange, ...]:
        """What the candidates came with."""
        return tuple(dict.fromkeys(one for each in self.matchings for one in each.exchanges))

    @cached_property
    def types(self) -> tuple[str, ...]:
        """Identifiers of types that the service knows."""
        defaults = samples_of(records_of(self.manifest.get("defaultTypes")))
        own = chain(self._sample_types(), (one.identifier for one in defaults))
        return tuple(dict.fromkeys(own)) or self._suggested("type")

    @property
    def type(self) -> str:
        """The identifier of a type that the service knows."""
        if not self.types:
            raise Unmet("no type is known: neither the sample nor the manifest has one")
        return self.types[0]

    @cached_property
    def properties(self) -> tuple[str, ...]:
        """Identifiers of properties that the service knows."""
        proposed = tuple(one.identifier for one in samples_of(self._proposed()))
        found = proposed or self._suggested("property")
        if not found:
            raise Unmet("no property is known: none is proposed or suggested")
        return found[:_FEW]

    def suggest(
        self, kind: str, prefix: str, *, skip: int | None = None, limit: int | None = None
    ) -> Suggestions:
        """Ask for suggestions of a kind.

        Raises:
            Unmet: the service does not offer any.
        """
        request = self.dialect.suggest(
            self.endpoint, self.manifest, kind, prefix, skip=skip, limit=limit
        )
        if request is None:
            reason = f"the manifest declares no suggest service for {kind}"
            raise Unmet(reason)
        return Suggestions(prefix=prefix, reply=self.reply(request))

    def suggestions(self, kind: str) -> Suggestions:
        """Return the first suggestions that are not empty, or else the last that are."""
        for prefix in self._beginnings(kind):
            found = self.suggest(kind, prefix)
            if found.items or found.reply.problem:
                return found
        return self.suggest(kind, BEGINNINGS[0])

    def propose(self, limit: int | None = None) -> Reply:
        """Ask for properties of a type.

        Raises:
            Unmet: the service does not offer that.
        """
        request = self._proposal(limit)
        if request is None:
            raise Unmet("the manifest declares no proposal of properties")
        return self.reply(request)

    @property
    def preview(self) -> Exchange:
        """The preview of the sample."""
        return self.preview_of(self.sample.identifier)

    def preview_of(self, identifier: str) -> Exchange:
        """Ask for a preview.

        Raises:
            Unmet: the service does not offer any.
        """
        request = self.dialect.preview(self.endpoint, self.manifest, identifier)
        if request is None:
            raise Unmet("the manifest declares no preview")
        return self.ask(request)

    @property
    def wanted(self) -> tuple[tuple[str, ...], Asked]:
        """The entities and properties whose values are asked for."""
        if "extend" not in self.manifest:
            raise Unmet("the manifest declares no data extension")
        entities = dict.fromkeys([self.sample.identifier, *identifiers_of(self._matched())])
        return tuple(islice(entities, 2)), {pid: {} for pid in self.properties}

    @property
    def values_reply(self) -> Reply:
        """The answer to a query for values."""
        return self.reply(self.dialect.extend(self.endpoint, *self.wanted))

    def _beginnings(self, kind: str) -> Iterator[str]:
        """Return prefixes to try: a name that the service told, then what many begin with."""
        told = {"entity": self._matched, "type": self._told_types, "property": self._proposed}
        yield from (one.name for one in samples_of(told[kind]())[:1])
        yield from BEGINNINGS

    def _matched(self) -> list[Record]:
        return list(chain.from_iterable(self.first.candidates.values()))

    def _sampled(self) -> Iterator[Sample]:
        yield from samples_of(self._matched())
        try:
            yield from samples_of(self.suggestions("entity").items)
        except Unmet:
            return

    def _sample_types(self) -> tuple[str, ...]:
        try:
            return self.sample.types
        except Unmet:
            return ()

    def _told_types(self) -> list[Record]:
        of_candidates = (records_of(one.get("type")) for one in self._matched())
        return [*records_of(self.manifest.get("defaultTypes")), *chain.from_iterable(of_candidates)]

    def _suggested(self, kind: str) -> tuple[str, ...]:
        try:
            items = self.suggestions(kind).items
        except Unmet:
            return ()
        return tuple(one.identifier for one in samples_of(items))

    def _proposal(self, limit: int | None = None) -> Request | None:
        """Ask for properties of a type; of no type, where none is known."""
        known = next(iter(self.types), "")
        return self.dialect.propose(self.endpoint, self.manifest, known, limit)

    def _proposed(self) -> list[Record]:
        request = self._proposal()
        return records_of(self.reply(request).fields.get("properties")) if request else []
