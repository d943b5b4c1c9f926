"""How a list is narrowed: what its address asks for, and the addresses with more or less of it.

Several values of one parameter mean any of them; several parameters all of them.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from clustergraph.errors import InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.listing.filter_values import Named, aspects_meant, few, place_meant
from clustergraph.operations.look_up import KINDS, Question, kinds_named
from clustergraph.web.api.facet_names import BESIDE_CLASSES, FACETS, spelled
from clustergraph.web.exchange.repeating import refuse_repeated
from clustergraph.web.visit import Visit
from clustergraph.web.wording.reader import Reader

__all__ = ["Narrowing", "check_parameters", "narrowing_of"]

_OTHERS: Final = ("lang", "next", "limit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a list is narrowed by; ``values`` as the index has them, by parameter.

    ``path`` is that of the list, ``text`` what is searched for.
    """

    path: str
    reader: Reader
    question: Question
    values: Mapping[str, tuple[str, ...]]

    @property
    def is_narrowed(self) -> bool:
        """Whether it is narrowed by anything but a name."""
        return any(self.values.values())

    @property
    def named(self) -> list[tuple[str, str]]:
        """The parameters of its address, without the reader's language."""
        text = [("q", self.question.text)] if self.question.text else []
        return [*text, *self._spelled()]

    @property
    def whole(self) -> "Narrowing":
        """The same list without what narrows it."""
        return self._with({})

    def adding(self, parameter: str, value: str) -> "Narrowing":
        """Return the list that holds what has this value, too."""
        return self._with({**self.values, parameter: (*self.values.get(parameter, ()), value)})

    def removing(self, parameter: str, value: str) -> "Narrowing":
        """Return the list without this value."""
        left = tuple(each for each in self.values.get(parameter, ()) if each != value)
        return self._with({**self.values, parameter: left})

    def without(self, parameter: str) -> "Narrowing":
        """Return the list that is not narrowed by this parameter."""
        return self._with({**self.values, parameter: ()})

    def address(self, path: str = "") -> str:
        """Return its address, or that of another list that is narrowed in the same way."""
        query = urlencode(self.named)
        path = path or self.path
        return self.reader.to(f"{path}?{query}" if query else path)

    def data_address(self, extension: str, *, in_language: bool) -> str:
        """Return the address of the same for programs; they may name a language of labels."""
        kept = self.reader.kept.items() if in_language else ()
        query = urlencode([*self.named, *kept])
        return f"{self.path}.{extension}?{query}" if query else f"{self.path}.{extension}"

    def _spelled(self) -> Iterator[tuple[str, str]]:
        for name, values in self.values.items():
            yield from ((name, spelled(value)) for value in values)

    def _with(self, values: Mapping[str, tuple[str, ...]]) -> "Narrowing":
        return replace(self, values=values)


def narrowing_of(visit: Visit, path: str, kinds: Collection[Iri] = ()) -> Narrowing:
    """Read how a list is narrowed; ``kinds`` are those of a list of a class, which may be asked.

    Raises:
        InvalidParameter: when a parameter is unknown, given twice, or names nothing in the graph.
    """
    check_parameters(visit, ("q", *FACETS) if not kinds else BESIDE_CLASSES)
    asked = {name: _texts(visit, name) for name in FACETS}
    named = Named(asked["sector"], asked["programme"], asked["year"], asked["source_language"])
    question = Question(
        text="" if kinds else visit.word("q"),
        kinds=frozenset(kinds) or frozenset().union(*map(kinds_named, asked["type"])),
        places=tuple(dict.fromkeys(place_meant(visit.opened, each) for each in asked["place"])),
        aspects=aspects_meant(visit.opened, named),
        after=visit.word("next") or None,
    )
    classes = () if kinds else tuple(KINDS[name] for name in asked["type"])
    values = {"type": classes, **_values(question)}
    return Narrowing(path=path, reader=visit.reader, question=question, values=values)


def _values(question: Question) -> dict[str, tuple[str, ...]]:
    aspects = question.aspects
    return {
        "place": tuple(question.places),
        "sector": aspects.sectors,
        "programme": aspects.programmes,
        "year": tuple(map(str, aspects.years)),
        "source_language": aspects.source_languages,
    }


def _texts(visit: Visit, name: str) -> tuple[str, ...]:
    return tuple(few(name, visit.request.query_params.getlist(name)))


def check_parameters(visit: Visit, allowed: Collection[str]) -> None:
    """Refuse what a list can't be asked for: passed over, it would look as if it were heeded.

    Raises:
        InvalidParameter: when a parameter is none of these, or one that is no facet has two values.
    """
    given = visit.request.query_params.multi_items()
    refuse_repeated(given, lists=FACETS)
    for name, value in given:
        if name not in allowed and name not in _OTHERS:
            wanted = f"left out; what there is are {', '.join([*allowed, *_OTHERS])}"
            raise InvalidParameter(name, value, wanted)
