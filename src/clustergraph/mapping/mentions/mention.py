"""A mention: a stretch of text that speaks of an entity, and what can be seen of it there."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from clustergraph.languages import Body, Place
from clustergraph.mapping.kinds import ACTIVITIES, PLACES
from clustergraph.model import Iri, LangString, Span

__all__ = ["Mention", "Sign", "listed_mention", "preferred"]


class Sign(Enum):
    """What a mention was recognised by."""

    ACTIVITY_NOUN = auto()
    CAPITALS = auto()
    COMPANY_FORM = auto()
    DEFINITE_NOUN = auto()
    GAZETTEER = auto()
    HEAD = auto()
    KNOWN = auto()
    LONG_NAME = auto()
    NATION = auto()
    PERSON = auto()
    QUOTES = auto()
    SECTOR = auto()
    SURROUNDINGS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that speaks of something.

    ``names`` begins with the label. ``kind`` is None where only the context can tell. ``core`` is
    the span of the name itself where the mention holds more (the "project" of «project "Alpha"»).
    ``qualifier`` marks a body that stands inside another mention ("the European Commission
    initiative"), ``sitting`` a part of a meeting ("the first session"). ``known_as`` are the names
    that the gazetteer prefers, one a language.
    """

    span: Span
    names: tuple[str, ...]
    kind: Iri | None
    sign: Sign
    named: bool = True
    core: Span | None = None
    gazetteer: str = ""
    known_as: tuple[LangString, ...] = ()
    head: str = ""
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    ordinal: int | None = None
    count: int | None = None
    qualifier: bool = False
    sitting: bool = False

    @property
    def is_activity(self) -> bool:
        """Whether it speaks of a programme, project, training or event."""
        return self.kind in ACTIVITIES

    @property
    def is_place(self) -> bool:
        """Whether it speaks of a place."""
        return self.kind in PLACES


def listed_mention(
    thing: Place | Body, span: Span, *, text: str, form: str, language: str
) -> Mention:
    """Return the mention of what the gazetteer lists, called as the language calls it.

    ``text`` is the name as written, ``form`` its base form, for want of a name in the language.
    """
    label = next((name.text for name in thing.names if name.language == language), form)
    return Mention(
        span=span,
        names=tuple(dict.fromkeys((label, text))),
        kind=thing.kind,
        sign=Sign.GAZETTEER,
        gazetteer=thing.key,
        known_as=preferred(thing.names),
    )


def preferred(names: Iterable[LangString]) -> tuple[LangString, ...]:
    """Return the first name of each language; what is written alike in all of them is in none."""
    first: dict[str, LangString] = {}
    for name in names:
        if not name.language.startswith("und"):
            first.setdefault(name.language, name)
    return tuple(first.values())
