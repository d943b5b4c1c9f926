"""What the index of names keeps of an entity, and what to call it in a reader's language.

How a card is kept is in ``files.cards``; which card is found is said in ``searching.ranking``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from clustergraph.model import Iri
from clustergraph.names.aspects import NO_ASPECTS, Aspects

__all__ = ["DEFAULT_LANGUAGE", "Card", "Label", "Name", "Place", "call"]

DEFAULT_LANGUAGE = "en"
_ALTERNATIVE = "altLabel"


class Name(NamedTuple):
    """One name; ``kind_of_name`` is ``prefLabel``, ``altLabel`` or ``title``.

    ``language`` may be empty.
    """

    text: str
    language: str
    kind_of_name: str = "prefLabel"

    @property
    def is_alternative(self) -> bool:
        """Whether nothing is called so that has another name."""
        return self.kind_of_name == _ALTERNATIVE


class Label(NamedTuple):
    """What a thing is called; ``fell_back`` where it has no name in the language asked for."""

    text: str
    language: str = ""
    fell_back: bool = False


class Place(NamedTuple):
    """Where an entity lies: a place and what that is called."""

    iri: Iri
    names: tuple[Name, ...]
    is_country: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a lookup tells of an entity without a question to the graph.

    ``cls`` is the leaf class. ``prominence`` counts the statements about the entity, in and out.
    ``names`` has the preferred ones first. ``places`` says where it lies, the nearest first and
    the country last; ``aspects`` what else lists are narrowed by.
    """

    iri: Iri
    cls: Iri
    prominence: int
    names: tuple[Name, ...]
    places: tuple[Place, ...] = ()
    aspects: Aspects = NO_ASPECTS

    def heard(self, language: str | None) -> tuple[Name, ...]:
        """Return the names in the language, and those in none; all where it has no such."""
        if language is None:
            return self.names
        spoken = {"", language}
        heard = [
            name
            for name in self.names
            if name.language in spoken or name.language.partition("-")[0] in spoken
        ]
        return tuple(heard) or self.names

    def label(self, language: str = DEFAULT_LANGUAGE) -> Label:
        """Return what to call it: by a preferred name where it has one."""
        preferred = [name for name in self.names if not name.is_alternative]
        return _label(preferred or self.names, language) or Label(self.iri.local)

    def named(self, text: str, language: str) -> Label:
        """Return one of its names, in the likeliest of the languages in which it is called so."""
        return _label([name for name in self.names if name.text == text], language) or Label(text)

    def description(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return in a few words where it lies, such as "Ruse, Bulgaria"; empty where not known."""
        labels = (_label(place.names, language) for place in self.places)
        return ", ".join(dict.fromkeys(label.text for label in labels if label))


def call(by_language: dict[str, str], language: str) -> Label | None:
    """Choose a text for a reader: in the language, in none, in the default language, in any.

    >>> call({"pl": "Bułgaria", "en": "Bulgaria"}, "bg")
    Label(text='Bulgaria', language='en', fell_back=True)
    """
    for wanted in (language, "", DEFAULT_LANGUAGE, *sorted(by_language)):
        if wanted in by_language:
            return Label(by_language[wanted], wanted, wanted not in {language, ""})
    return None


def _label(names: Iterable[Name], language: str) -> Label | None:
    by_language: dict[str, str] = {}
    for name in names:
        if name.language == language:
            return Label(name.text, language)
        by_language.setdefault(name.language, name.text)
    return call(by_language, language)
