"""Search by name, address or identifier; tell of what was found what a list shows of it."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.names import (
    DEFAULT_LANGUAGE,
    FACETS,
    NO_ASPECTS,
    Aspects,
    Card,
    Found,
)
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.identify import LONGEST, Via, identify
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.look_up.hits import Hit, hit_by_identifier, hit_by_name, lies_in

__all__ = ["Findings", "Question", "count_all", "facets", "listed", "named", "search"]

_MAY_IDENTIFY = re.compile(r"[:/\d-]")
"""What every address and identifier has somewhere; most names have none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: a name, an address or an identifier, and what the answers must be.

    ``kinds`` are leaf classes, all where empty. ``names_in`` keeps the names of one language, and
    those that have none. ``places`` keeps what lies in one of them, ``aspects`` what has one of
    each kind of them. ``unfinished`` says that the last word may still be being typed, ``parts``
    that names are wanted too that only hold the text where others are the text. ``after`` is the
    ``next`` of the page before.
    """

    text: str
    kinds: Collection[Iri] = ()
    names_in: str | None = None
    places: Collection[Iri] = ()
    aspects: Aspects = NO_ASPECTS
    unfinished: bool = False
    parts: bool = True
    after: str | None = None

    def __post_init__(self) -> None:
        """Refuse a text of which the end would not be looked for.

        Raises:
            InvalidParameter: when it is too long.
        """
        if len(self.text) > LONGEST:
            wanted = f"no longer than {LONGEST:,} characters"
            raise InvalidParameter("what is looked for", self.text, wanted)

    @property
    def narrows(self) -> bool:
        """Whether it asks for anything but a name."""
        return bool(self.kinds or self.places) or self.aspects != NO_ASPECTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A page of what was found, the best first.

    ``next`` leads to the page that follows, None where there is none.
    """

    hits: tuple[Hit, ...] = ()
    next: str | None = None
    count: Callable[[], int] = int

    @property
    def total(self) -> int:
        """How many there are on all pages; counted when it is read."""
        return self.count()


def search(
    opened: OpenVersion, question: Question, *, language: str = DEFAULT_LANGUAGE, limit: int
) -> Findings:
    """Find things, the best first; what identifies something that exists finds it alone.

    An empty question lists all that passes its filters, and nothing where it has none.
    ``language`` is that of the labels and descriptions.

    Raises:
        InvalidParameter: when ``after`` is no token, or belongs to another question.
    """
    if question.text.strip():
        identified = _identified(opened, question, language)
        return identified or named(opened, question, language=language, limit=limit)
    if not question.narrows:
        return Findings()
    return _shown(_most_prominent(opened, question, limit), question, language)


def named(opened: OpenVersion, question: Question, *, language: str, limit: int) -> Findings:
    """Find things by name only, for who knows that nothing is identified.

    Raises:
        InvalidParameter: when ``after`` is no token, or belongs to another question.
    """
    found = opened.names.search(
        question.text,
        kinds=question.kinds,
        language=question.names_in,
        places=question.places,
        aspects=question.aspects,
        limit=limit,
        prefix=question.unfinished,
        parts=question.parts,
        after=question.after,
    )
    return _shown(found, question, language)


def listed(
    opened: OpenVersion, question: Question, *, language: str = DEFAULT_LANGUAGE, limit: int
) -> Findings:
    """List all that passes the filters, in the order of what it is called in the language.

    Raises:
        InvalidParameter: when ``after`` is no token, or belongs to another question.
    """
    found = opened.names.in_order(
        language,
        question.kinds,
        places=question.places,
        aspects=question.aspects,
        limit=limit,
        after=question.after,
    )
    return _shown(found, question, language)


def count_all(opened: OpenVersion, question: Question) -> int:
    """Count what a search finds, or all that passes the filters where it names nothing."""
    if question.text.strip():
        return search(opened, question, limit=1).total
    return listed(opened, question, limit=1).total


def facets(
    opened: OpenVersion, question: Question, wanted: Collection[str] = FACETS
) -> Mapping[str, list[tuple[str, int]]]:
    """Count what a search finds by the facets wanted, the most first.

    By what it is narrowed by already, but for classes, it counts what there would be without that.
    """
    return opened.names.facets(
        question.text,
        kinds=question.kinds,
        language=question.names_in,
        places=question.places,
        aspects=question.aspects,
        prefix=question.unfinished,
        wanted=wanted,
    )


def _identified(opened: OpenVersion, question: Question, language: str) -> Findings | None:
    """Find what an address or an identifier of others leads to; None where it is neither."""
    if not _MAY_IDENTIFY.search(question.text):
        return None
    meant = identify(opened, question.text)
    if meant is None or meant.iri is None:
        return None
    card = opened.names.card(meant.iri)
    labels = Labels(opened.graph, language)
    name = meant.asked if meant.via is Via.IDENTIFIER else meant.was or meant.iri
    hit = hit_by_identifier(meant.iri, card, meant, labels, name=name)
    return Findings(hits=(hit,), count=lambda: 1) if _passes(question, hit.thing, card) else None


def _passes(question: Question, thing: Thing, card: Card | None) -> bool:
    """Tell whether something passes the filters of a question."""
    if question.kinds and thing.kind not in question.kinds:
        return False
    if not lies_in(card, question.places):
        return False
    return question.aspects.admits(card.aspects if card else NO_ASPECTS)


def _most_prominent(opened: OpenVersion, question: Question, limit: int) -> Found:
    return opened.names.of_kinds(
        question.kinds,
        language=question.names_in,
        places=question.places,
        aspects=question.aspects,
        limit=limit,
        after=question.after,
    )


def _shown(found: Found, question: Question, language: str) -> Findings:
    spoken = question.names_in or language
    hits = tuple(hit_by_name(hit, language, spoken) for hit in found.hits)
    return Findings(hits=hits, next=found.next, count=found.count)
