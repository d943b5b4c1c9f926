"""The picture of the ontology: its families of classes as boxes, their relations as arrows.

The two families with the most relations lie across as bands, those related to them stand in columns
between, the rest below, so that no two arrows cross. What has no straight way is left to the words
beside the picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from clustergraph.operations.ontology_guide.overview import Family, Overview, Relation
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.picture_parts import PAD, TAIL, Parts
from clustergraph.web.ontology.views import PictureRow
from clustergraph.web.pictures.drawing import LINE, Arrow, Box, Drawing
from clustergraph.web.pieces import Property, Value
from clustergraph.web.wording import message

__all__ = ["draw", "in_words"]

_TITLE = message("The classes of the ontology and how they are related")
_BETWEEN = 24
_MARGIN = 14
_MOST_TO_ARRANGE = 7
"""Seven columns stand in 5,040 orders; of more the first order is taken."""


def in_words(survey: Overview, linker: Linker) -> Iterator[PictureRow]:
    """Tell what the picture shows, family by family."""
    names = {family.root.iri: linker.titled(family.root) for family in survey.families}
    for family in survey.families:
        yield PictureRow(
            family=names[family.root.iri],
            members=tuple(map(linker.link, family.members)),
            attributes=tuple(map(linker.link, family.attributes)),
            relations=tuple(
                Property(
                    name=names[relation.target],
                    values=tuple(Value(link=linker.link(it)) for it in relation.properties),
                )
                for relation in (*survey.relations, *survey.shared)
                if family.root.iri in relation.sources
            ),
        )


def draw(survey: Overview, linker: Linker) -> Drawing | None:
    """Draw the picture; None where there are not even two related families."""
    hubs = _hubs(survey)
    if len(hubs) < 2:
        return None
    title, description = linker.wording.gettext(_TITLE), _description(survey, linker)
    return _Picture(survey, Parts(linker), *hubs).drawing(title, description)


def _hubs(survey: Overview) -> list[Family]:
    """Return the two families with the most relations to others; the one that leads more first."""
    touching = {family.root.iri: 0 for family in survey.families}
    leading = dict(touching)
    for relation in survey.relations:
        (source,), target = relation.sources, relation.target
        if source != target:
            leading[source] += len(relation.properties)
            touching[source] += len(relation.properties)
            touching[target] += len(relation.properties)
    busy = sorted(survey.families, key=lambda family: -touching[family.root.iri])[:2]
    hubs = [family for family in busy if touching[family.root.iri]]
    return sorted(hubs, key=lambda family: -leading[family.root.iri])


def _description(survey: Overview, linker: Linker) -> str:
    say = linker.wording.gettext
    told = []
    for row in in_words(survey, linker):
        parts = [
            say(
                "to %(class)s by %(properties)s",
                **{
                    "class": relation.name.text,
                    "properties": ", ".join(value.link.text for value in relation.values),
                },
            )
            for relation in row.relations
        ]
        led = "; ".join(parts) or say("leads nowhere")
        told.append(f"{row.family.text}: {led}.")
    return " ".join(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A family between the bands: how much room it takes, and the arrows above and below it."""

    family: Family
    box_width: int
    turn_width: int
    above: tuple[Relation, ...]
    below: tuple[Relation, ...]

    @property
    def width(self) -> int:
        return self.box_width + self.turn_width


class _Picture:
    """Finds a place for everything, from top to bottom."""

    def __init__(self, survey: Overview, parts: Parts, top: Family, bottom: Family) -> None:
        self._survey = survey
        self._parts = parts
        self._top, self._bottom = top, bottom
        between = [family for family in survey.families if self._is_between(family)]
        self._columns = [self._column(family) for family in self._arranged(between)]
        framed = {top.root.iri, bottom.root.iri, *(family.root.iri for family in between)}
        self._apart = [family for family in survey.families if family.root.iri not in framed]
        self._framed = framed
        self._boxes: list[Box] = []
        self._arrows: list[Arrow] = []

    def drawing(self, title: str, description: str) -> Drawing:
        left = top = 2 * _MARGIN
        gaps = self._gaps()
        way = self._parts.way_width(self._ways())
        inner = way + sum(gaps) + sum(column.width for column in self._columns)
        turn = max(self._turn(self._top), self._turn(self._bottom))
        upper = self._band(self._top, left, top, inner)
        floor = self._between(left + way, upper.bottom, gaps)
        lower = self._band(self._bottom, left, floor, inner)
        self._arrows += self._parts.ways(self._ways(), left, upper.bottom, lower.y, self._top)
        frame = Box(
            x=_MARGIN,
            y=_MARGIN,
            width=inner + turn + 2 * _MARGIN,
            height=lower.bottom,
            style="frame",
        )
        end = self._foot(frame, left, inner + turn)
        return Drawing(
            width=inner + turn + 4 * _MARGIN,
            height=end + _MARGIN,
            title=title,
            description=description,
            boxes=(frame, *self._boxes),
            arrows=tuple(self._arrows),
        )

    # -- What stands where --

    def _relations(self, one: Family, other: Family) -> tuple[Relation, ...]:
        """Return what leads from one family to the other, and what leads back."""
        ends = [(one.root.iri, other.root.iri), (other.root.iri, one.root.iri)]
        return tuple(
            relation
            for pair in dict.fromkeys(ends)
            for relation in self._survey.relations
            if (*relation.sources, relation.target) == pair
        )

    def _ways(self) -> tuple[Relation, ...]:
        return self._relations(self._top, self._bottom)

    def _is_between(self, family: Family) -> bool:
        hubs = (self._top, self._bottom)
        return family not in hubs and any(self._relations(hub, family) for hub in hubs)

    def _arranged(self, families: Sequence[Family]) -> Sequence[Family]:
        """Order the columns so that related ones are neighbours, else as they come."""
        if len(families) > _MOST_TO_ARRANGE:
            return families
        return min(permutations(families), key=lambda order: self._disorder(order, families))

    def _disorder(self, order: Sequence[Family], given: Sequence[Family]) -> tuple[int, int]:
        neighbours = sum(bool(self._relations(*pair)) for pair in pairwise(order))
        moved = sum(abs(given.index(family) - place) for place, family in enumerate(order))
        return -neighbours, moved

    def _column(self, family: Family) -> _Column:
        above = self._relations(self._top, family)
        below = self._relations(self._bottom, family)
        lanes = max(self._parts.lanes_width(above), self._parts.lanes_width(below))
        return _Column(
            family=family,
            box_width=max(self._parts.narrowest(family), lanes + PAD),
            turn_width=self._parts.turn_width(self._relations(family, family)),
            above=above,
            below=below,
        )

    def _gaps(self) -> list[int]:
        """Return the room before each column; names of arrows stand between neighbours."""
        gaps = [_BETWEEN]
        for one, other in pairwise(self._columns):
            relations = self._relations(one.family, other.family)
            widest = max(map(self._parts.widest, relations), default=0)
            room = widest + 2 * TAIL - one.turn_width if widest else 0
            gaps.append(max(_BETWEEN, room))
        return gaps

    # -- Drawing it --

    def _band(self, family: Family, x: int, y: int, width: int) -> Box:
        box = self._parts.box(family, x, y, width, style="hub")
        return self._add(box, self._relations(family, family))

    def _turn(self, family: Family) -> int:
        return self._parts.turn_width(self._relations(family, family))

    def _add(self, box: Box, turns: Iterable[Relation]) -> Box:
        self._boxes.append(box)
        self._arrows += self._parts.turns(turns, box)
        return box

    def _between(self, x: int, y: int, gaps: Sequence[int]) -> int:
        """Draw the columns; return where the band below them begins."""
        parts, columns = self._parts, self._columns
        above = parts.lane_height(relation for column in columns for relation in column.above)
        below = parts.lane_height(relation for column in columns for relation in column.below)
        height = max((parts.height(it.family, it.box_width) for it in columns), default=0)
        missing = parts.way_height(self._ways()) - above - height - below
        above += max(0, missing)
        floor = y + above + height + below
        boxes = []
        for gap, column in zip(gaps, columns, strict=False):
            x += gap
            box = parts.box(column.family, x, y + above, column.box_width, height=height)
            boxes.append(self._add(box, self._relations(column.family, column.family)))
            root = column.family.root.iri
            self._arrows += parts.lanes(column.above, box.x, (y, box.y), root)
            self._arrows += parts.lanes(column.below, box.x, (floor, box.bottom), root)
            x += column.width
        for (one, box), (other, next_box) in pairwise(zip(columns, boxes, strict=True)):
            relations = self._relations(one.family, other.family)
            self._arrows += parts.across(relations, box, next_box, one.family.root.iri)
        return floor

    def _foot(self, frame: Box, x: int, width: int) -> int:
        """Draw the families that nothing in the frame is related to but as a whole."""
        if not self._apart:
            return frame.bottom
        y = frame.bottom + LINE + 2 * TAIL
        order = sorted(self._apart, key=lambda family: -len(self._led(family)))
        gap = max(self._led_width(order), _BETWEEN)
        widths = self._parts.shares(order, width - gap * (len(order) - 1))
        height = max(
            self._parts.height(family, each) for family, each in zip(order, widths, strict=True)
        )
        boxes = []
        for family, each in zip(order, widths, strict=True):
            box = self._parts.box(family, x, y, each, height=height)
            boxes.append(self._add(box, ()))
            self._arrows += self._parts.drop(self._shared_with(family), frame.bottom, box)
            x += each + gap
        for (one, box), (other, next_box) in pairwise(zip(order, boxes, strict=True)):
            relations = self._relations(one, other)
            self._arrows += self._parts.across(relations, box, next_box, one.root.iri)
        return y + height

    def _led(self, family: Family) -> list[Relation]:
        """Return what leads from a family to others that stand apart."""
        others = {other.root.iri for other in self._apart if other is not family}
        return [
            relation
            for relation in self._survey.relations
            if relation.sources == (family.root.iri,) and relation.target in others
        ]

    def _led_width(self, families: Iterable[Family]) -> int:
        relations = [relation for family in families for relation in self._led(family)]
        return max((self._parts.widest(relation) + 2 * TAIL for relation in relations), default=0)

    def _shared_with(self, family: Family) -> list[Relation]:
        """Return what leads from all in the frame, and from nothing else, to the family."""
        return [
            relation
            for relation in self._survey.shared
            if relation.target == family.root.iri and set(relation.sources) == self._framed
        ]
