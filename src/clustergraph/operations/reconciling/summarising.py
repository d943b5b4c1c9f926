"""Summarise a thing in a few lines, each with words of a document: for a preview beside a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.describing.linked import links_of
from clustergraph.operations.labels import Label, Labels, Thing, choose_text
from clustergraph.operations.quote import Passage, passages_for
from clustergraph.operations.reconciling.identifiers import iri_meant
from clustergraph.operations.reconciling.schema import EXACT_MATCH
from clustergraph.rdf.sssom import Match

__all__ = ["Line", "Summary", "summary_of"]

_LINES = 6
_VALUES = 3
_OTHER_NAMES = 4
_ELSEWHERE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a property says of a thing: the first values, how many more, and words that say it."""

    property: Thing
    values: tuple[Label, ...]
    more: int
    passage: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A thing in a few lines; ``names`` are others that it has, in any language.

    ``elsewhere`` is what it is in the registers of others, where it is exactly that.
    """

    thing: Thing
    kind: Thing | None
    place: str
    names: tuple[Label, ...]
    lines: tuple[Line, ...]
    elsewhere: tuple[Match, ...]


def summary_of(opened: OpenVersion, id_: str, *, language: str) -> Summary:
    """Summarise what an identifier stands for now.

    Raises:
        Gone: when it is no longer here.
        NotFound: when it never was.
    """
    iri = iri_meant(opened, id_)
    labels = Labels(opened.graph, language)
    thing, card = labels.thing(iri), opened.names.card(iri)
    return Summary(
        thing=thing,
        kind=labels.thing(thing.kind) if thing.kind else None,
        place=card.description(language) if card else "",
        names=tuple(_other_names(card, thing)) if card else (),
        lines=tuple(_lines(opened, labels, iri)),
        elsewhere=tuple(_same_elsewhere(opened, iri)),
    )


def _other_names(card: Card, thing: Thing) -> list[Label]:
    others = {name.text: Label(name.text, name.language) for name in card.names}
    others.pop(thing.label.text, None)
    return list(others.values())[:_OTHER_NAMES]


def _same_elsewhere(opened: OpenVersion, iri: Iri) -> list[Match]:
    exact = (each for each in links_of(opened.graph, iri) if each.relation == EXACT_MATCH)
    return list(islice(exact, _ELSEWHERE))


def _lines(opened: OpenVersion, labels: Labels, iri: Iri) -> Iterator[Line]:
    said: dict[Iri, list[Iri | Text]] = {}
    for row in consult(opened.graph, "facts-of", entity=iri):
        said.setdefault(row.iri("property"), []).append(row["value"])
    for row in consult(opened.graph, "relations-of", entity=iri):
        property_ = row.iri("property")
        others = consult(opened.graph, "related-by", entity=iri, property=property_)
        said[property_] = [other["other"] for other in others]
    for property_, values in list(said.items())[:_LINES]:
        yield _line(opened, labels, iri, property_, values)


def _line(
    opened: OpenVersion, labels: Labels, iri: Iri, property_: Iri, values: list[Iri | Text]
) -> Line:
    shown = _in_one_language(sorted(values, key=str), labels.language)[:_VALUES]
    passages = passages_for(opened.graph, labels, iri, property_, shown[0])
    return Line(
        property=labels.thing(property_),
        values=tuple(_called(labels, value) for value in shown),
        more=len(values) - len(shown),
        passage=passages[0] if passages else None,
    )


def _in_one_language(values: list[Iri | Text], language: str) -> list[Iri | Text]:
    """Keep the words that the reader reads best: others are most often the same once more."""
    chosen = choose_text((value for value in values if isinstance(value, Text)), language)
    read = {"", chosen.language} if chosen else {""}
    return [value for value in values if isinstance(value, Iri) or value.language in read]


def _called(labels: Labels, value: Iri | Text) -> Label:
    if isinstance(value, Iri):
        return labels.thing(value).label
    return Label(value.text, value.language)
