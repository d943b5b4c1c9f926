"""Open the index of names and search it; which match is better is said in ``ranking``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, Self

from tantivy import Query

from clustergraph.model import Iri
from clustergraph.names.aspects import NO_ASPECTS, Aspects
from clustergraph.names.card import Card
from clustergraph.names.files.opening import Opened, opened
from clustergraph.names.files.parts import Hit
from clustergraph.names.files.schema import FACETS
from clustergraph.names.searching.alphabet import Alphabet
from clustergraph.names.searching.bookmarks import Bookmark, fingerprint
from clustergraph.names.searching.fields import Fields
from clustergraph.names.searching.filters import Filters, filtering
from clustergraph.names.searching.found import Found, NameHit
from clustergraph.names.searching.nearing import Ground, Near, near
from clustergraph.names.searching.pages import Ranked, best_of
from clustergraph.names.searching.ranking import (
    LEAST_NEAR,
    WHOLE,
    Asked,
    Match,
    Step,
    match_of,
    steps,
    weight_of,
)
from clustergraph.names.searching.showing import hit_of, near_hit

__all__ = ["NameIndex"]

_LEAST_LETTERS_TO_BE_NEAR: Final = 4
"""Who has typed fewer is still at the beginning of something."""
_BY_NEARNESS: Final = frozenset({Match.NEAR, Match.FUZZY})
_PLACES: Final = 256
"""More than there are near names, and a power of two."""


class NameIndex:
    """An index of names, open for reading; safe to share between threads.

    Example::

        with_karaganda = NameIndex.open(version.names_path).search("karaganda", limit=5).hits
    """

    def __init__(self, opened: Opened) -> None:
        self._parts = opened.parts
        self._schema = opened.parts.schema
        self._surroundings = opened.surroundings

    @classmethod
    def open(cls, path: Path, like: "NameIndex | None" = None) -> Self:
        """Open the index in the folder; later changes of the folder are not seen.

        Args:
            path: the folder.
            like: one that has most of its files in common, since it was written to; that takes a
                tenth of the time then.

        Raises:
            StoreError: when there is none, it is damaged, or of another shape.
        """
        return cls(opened(path, None if like is None else like._parts))  # noqa: SLF001  (our own)

    def search(
        self,
        text: str,
        *,
        kinds: Collection[Iri] = (),
        language: str | None = None,
        places: Collection[Iri] = (),
        aspects: Aspects = NO_ASPECTS,
        limit: int = 10,
        prefix: bool = False,
        parts: bool = True,
        after: str | None = None,
    ) -> Found:
        """Find entities by name, the best first, each once, whatever the text holds.

        Args:
            text: what to look for; past its 300th character it is not read.
            kinds: leaf classes to keep; all where empty. Subclasses are the caller's to add.
            language: keep names in this language, and those that have none; all where None.
            places: keep what lies in one of these, near or far.
            aspects: keep what has one of each kind of these.
            limit: the most entities to return.
            prefix: whether the last word may be unfinished.
            parts: whether to add names that only hold the text, where others are the text, and
                those far less like it than others; without these it takes a third of the time.
            after: the ``next`` of the page before.

        Raises:
            InvalidParameter: when ``after`` is no such token, or of another question.
        """
        asked = Asked(text=text, language=language, unfinished=prefix, parts=parts)
        filters = filtering(kinds, places, None, aspects)
        found = self._page(asked, filters, limit, after)
        if parts or found.hits:
            return found
        return self._page(replace(asked, parts=True), filters, limit, after, few=True)

    def called(self, text: str, *, limit: int = 10) -> tuple[NameHit, ...]:
        """Return what has the text as a whole name, the best first; none where nothing has."""
        return self._page(Asked(text=text, parts=False), Filters(), limit, None).hits

    def of_kinds(
        self,
        kinds: Collection[Iri] = (),
        *,
        language: str | None = None,
        places: Collection[Iri] = (),
        aspects: Aspects = NO_ASPECTS,
        limit: int = 10,
        after: str | None = None,
    ) -> Found:
        """List the entities of these leaf classes, the most prominent first; all where empty.

        Raises:
            InvalidParameter: when ``after`` is no ``next``, or of another question.
        """
        filters = filtering(kinds, places, language, aspects)
        return self._page(Asked(text="", language=language), filters, limit, after)

    def in_order(
        self,
        language: str,
        kinds: Collection[Iri] = (),
        *,
        places: Collection[Iri] = (),
        aspects: Aspects = NO_ASPECTS,
        limit: int = 10,
        after: str | None = None,
    ) -> Found:
        """List entities by what readers of the language see them called; all where nothing narrows.

        Raises:
            InvalidParameter: when ``after`` is no ``next``, or of another question.
        """
        filters = filtering(kinds, places, None, aspects)
        return self._alphabet(language).page(filters, limit, after)

    def beside(self, iri: Iri, language: str) -> tuple[Card | None, Card | None]:
        """Return what readers of the language see before and after an entity in its class's list.

        None where it is the first or the last, or where the index does not know it.
        """
        card = self.card(iri)
        if card is None:
            return None, None
        return self._alphabet(language).beside(card, filtering((card.cls,), ()))

    def facets(
        self,
        text: str = "",
        *,
        kinds: Collection[Iri] = (),
        language: str | None = None,
        places: Collection[Iri] = (),
        aspects: Aspects = NO_ASPECTS,
        prefix: bool = False,
        wanted: Collection[str] = FACETS,
    ) -> Mapping[str, list[tuple[str, int]]]:
        """Count what a search finds by the fields wanted, the most first.

        An empty text counts all that passes the filters. By what it is narrowed by already it
        counts what would be found without that, so that another value can be chosen as well;
        classes are counted within those asked for, since there may be some below them.
        """
        asked = Asked(text=text, language=language, unfinished=prefix)
        filters = filtering(kinds, places, None if text.strip() else language, aspects)
        narrowed = filters.facets()
        together = self._counted(asked, filters, [each for each in wanted if each not in narrowed])
        apart = (
            self._counted(asked, filters, [each], but_for=each)
            for each in wanted
            if each in narrowed
        )
        counts = {field: values for part in (together, *apart) for field, values in part.items()}
        return {field: counts[field] for field in wanted}

    def card(self, iri: Iri) -> Card | None:
        """Return what the index keeps of an entity; None where it knows none of its names."""
        filed = self._parts.find(iri)
        return filed.card if filed else None

    def _alphabet(self, language: str) -> Alphabet:
        return Alphabet(self._parts, self._parts.language_for(language))

    def _page(
        self, asked: Asked, filters: Filters, limit: int, after: str | None, *, few: bool = False
    ) -> Found:
        question = fingerprint(replace(asked, parts=True), filters)  # parts may come on page one
        mark = Bookmark.read(after, question) if after is not None else None
        ranked, near = self._ranked(asked, filters, limit + 1, few=few)
        found = ranked.page(limit + 1, mark)
        hits = tuple(
            near_hit(near[rank].card, near[rank].likeness, match)
            if (match := match_of(weight)) in _BY_NEARNESS
            else hit_of(
                self._parts.filed_at(rank), asked, match, is_alone=partial(self._is_alone, asked)
            )
            for weight, rank in found[:limit]
        )
        follows = None
        if len(found) > limit > 0:
            last = _mark(found[limit - 1][0], hits[-1].card)
            follows = last.write(question)
        is_all = mark is None and len(found) <= limit
        return Found(hits=hits, next=follows, count=hits.__len__ if is_all else ranked.count)

    def _ranked(
        self,
        asked: Asked,
        filters: Filters,
        limit: int = 1,
        *,
        few: bool = False,
        but_for: str = "",
    ) -> tuple[Ranked, Mapping[int, Near]]:
        """Rank by the steps; by nearness too, where nothing is called what was asked for."""
        fields = Fields(self._parts.count, self._schema, asked.language)
        filtered = partial(filters.narrow, self._schema, but_for=but_for)
        found = [step._replace(query=filtered(step.query)) for step in steps(fields, asked)]
        if not asked.text.strip():
            found = [Step(weight_of(Match.LISTED), filtered(Query.all_query()))]
        ranked = Ranked(self._parts, found)
        if not asked.keys.folded or _is_enough(asked, first := ranked.page(limit)):
            return ranked, {}
        ground = Ground(self._parts, fields, filtered, self._surroundings)
        all_near = [*enumerate(near(ground, asked, few=few))]
        found += [
            Step(_weight(*each), Query.term_query(self._schema, "iri", each[1].card.iri))
            for each in all_near
        ]
        also = [(_weight(*each), each[1].rank) for each in all_near]
        joined = Ranked(self._parts, found, best_of(self._parts, first, also)[:limit])
        return joined, {each.rank: each for _, each in all_near}

    def _is_alone(self, asked: Asked) -> bool:
        """Tell whether the word that was asked for is in the names of one entity only."""
        fields = Fields(self._parts.count, self._schema, None)
        return fields.count("word", asked.keys.bare) <= 1

    def _counted(
        self, asked: Asked, filters: Filters, fields: Sequence[str], *, but_for: str = ""
    ) -> Mapping[str, list[tuple[str, int]]]:
        if not fields:
            return {}
        query = self._ranked(asked, filters, but_for=but_for)[0].query
        return self._parts.counted(query, fields)


def _is_enough(asked: Asked, found: Sequence[Hit]) -> bool:
    """Tell whether what is only near need not be looked for."""
    if not asked.parts:
        return True
    if asked.unfinished:
        return bool(found) or len(asked.keys.folded) < _LEAST_LETTERS_TO_BE_NEAR
    return bool(found) and match_of(found[0][0]) in WHOLE


def _weight(place: int, near: Near) -> float:
    """Weigh what is near by its place, exactly as the index writes numbers down."""
    match = Match.NEAR if near.likeness.score >= LEAST_NEAR else Match.FUZZY
    return weight_of(match) + 1 - (place + 1) / _PLACES


def _mark(weight: float, card: Card) -> Bookmark:
    return Bookmark(weight, card.prominence, card.iri)
