"""The parts of the picture of the ontology: boxes of families, and arrows with their names."""

from collections.abc import Iterable, Iterator, Sequence

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.ontology_guide.overview import Family, Relation
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.drawing import LINE, Arrow, Box, Words, flow, width_of

__all__ = ["PAD", "TAIL", "Parts"]

PAD = 14
TAIL = 18
"""What an arrow has of itself before and after its names."""

_TITLE_SIZE, _NAME_SIZE = 16, 14
_HEAD = 34
"""From the top of a box to what stands below its title."""
_CHIP, _CHIP_GAP = 26, 8
_LANE, _NEXT_LANE = 9, 16
"""From an arrow to its names, and from there to the next arrow."""
_TURN = 22
"""How far an arrow that comes back leaves its box."""
_LEAST_BOX = 140
_DOT = 16
"""What parts two names on a line."""
_BASE = 5
"""From the middle of a line of words to the line that they stand on."""


class Parts:
    """Makes the parts, named in the reader's language."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    # -- Boxes --

    def narrowest(self, family: Family) -> int:
        """Return the least width of a family's box."""
        title = width_of(self._name(family.root), _TITLE_SIZE)
        chips = [self._chip_width(member) for member in family.members]
        return max(_LEAST_BOX, max([title, *chips]) + 2 * PAD)

    def height(self, family: Family, width: int) -> int:
        """Return the height that a family's box needs at a width."""
        return self.box(family, 0, 0, width).height

    def shares(self, families: Sequence[Family], width: int) -> list[int]:
        """Share a width between families, more for those with more in them."""
        least = [self.narrowest(family) for family in families]
        weights = [1 + len(family.members) + len(family.attributes) for family in families]
        spare = max(0, width - sum(least))
        return [
            each + spare * weight // sum(weights)
            for each, weight in zip(least, weights, strict=True)
        ]

    def box(
        self, family: Family, x: int, y: int, width: int, *, height: int = 0, style: str = "family"
    ) -> Box:
        """Draw a family: its name, the classes below it, and what leads to no class."""
        chips = list(self._chips(family, x + PAD, y + _HEAD, width - 2 * PAD))
        below = max((chip.bottom for chip in chips), default=y + _HEAD - _CHIP_GAP) + _CHIP_GAP
        words = list(self._attributes(family, x + PAD, below, width - 2 * PAD))
        end = max((each.y + _BASE for each in words), default=below - _CHIP_GAP)
        title = self._words([family.root], x + PAD, y + 23, style="title")
        return Box(
            x=x,
            y=y,
            width=width,
            height=max(height, end + PAD - y),
            style=style,
            words=(title, *words),
            boxes=tuple(chips),
        )

    def _chips(self, family: Family, x: int, y: int, width: int) -> Iterator[Box]:
        widths = [self._chip_width(member) for member in family.members]
        places = flow(widths, width, _CHIP_GAP)
        for member, each, (left, line) in zip(family.members, widths, places, strict=True):
            top = y + line * (_CHIP + _CHIP_GAP)
            name = self._words(
                [member], x + left + each // 2, top + _CHIP // 2 + _BASE, anchor="middle"
            )
            yield Box(x=x + left, y=top, width=each, height=_CHIP, style="class", words=(name,))

    def _chip_width(self, member: Thing) -> int:
        return width_of(self._name(member), _NAME_SIZE) + 2 * 10

    def _attributes(self, family: Family, x: int, y: int, width: int) -> Iterator[Words]:
        """Write the names one after the other; they take less room than is reckoned with."""
        widths = [self._label_width(it) for it in family.attributes]
        lines: dict[int, list[Thing]] = {}
        for thing, (_, line) in zip(family.attributes, flow(widths, width, _DOT), strict=True):
            lines.setdefault(line, []).append(thing)
        for line, things in lines.items():
            yield self._words(things, x, y + (line + 1) * LINE - _BASE, style="attribute")

    # -- Arrows --

    def widest(self, relation: Relation) -> int:
        """Return the width of the longest name of a relation."""
        return max(map(self._label_width, relation.properties))

    def lanes_width(self, relations: Iterable[Relation]) -> int:
        """Return how wide arrows are that stand side by side, with their names."""
        return sum(PAD + _LANE + self.widest(it) + _NEXT_LANE - PAD for it in relations)

    def lane_height(self, relations: Iterable[Relation]) -> int:
        """Return how long arrows must be to have room for their names beside them."""
        return max((len(it.properties) * LINE for it in relations), default=0) + 2 * TAIL

    def lanes(
        self, relations: Iterable[Relation], x: int, ends: tuple[int, int], target: Iri
    ) -> Iterator[Arrow]:
        """Draw arrows down or up between a band and a box; ``ends`` are where these begin."""
        x += PAD
        for relation in relations:
            band, box = ends
            points = ((x, band), (x, box)) if relation.target == target else ((x, box), (x, band))
            names = self._stack(relation.properties, x + _LANE, (band + box) // 2)
            yield Arrow(relation=relation, points=points, words=tuple(names))
            x += _LANE + self.widest(relation) + _NEXT_LANE

    def way_width(self, relations: Iterable[Relation]) -> int:
        """Return how wide the arrows from band to band are, with names on both sides of each."""
        return sum(
            (1 + self._is_parted(it)) * (self.widest(it) + _LANE) + _NEXT_LANE for it in relations
        )

    def _is_parted(self, relation: Relation) -> bool:
        """Tell whether the names stand on both sides of the arrow."""
        return len(relation.properties) > 2

    def way_height(self, relations: Iterable[Relation]) -> int:
        """Return how long the arrows from band to band must be."""
        return max(((len(it.properties) + 1) // 2 * LINE for it in relations), default=0) + 2 * TAIL

    def ways(
        self, relations: Iterable[Relation], x: int, top: int, bottom: int, upper: Family
    ) -> Iterator[Arrow]:
        """Draw the arrows from band to band."""
        for relation in relations:
            half = (len(relation.properties) + 1) // 2 * self._is_parted(relation)
            x += (self.widest(relation) + _LANE) * self._is_parted(relation) or _LANE
            points = ((x, top), (x, bottom))
            middle = (top + bottom) // 2
            before, after = relation.properties[:half], relation.properties[half:]
            yield Arrow(
                relation=relation,
                points=points if relation.sources == (upper.root.iri,) else points[::-1],
                words=(
                    *self._stack(before, x - _LANE, middle, anchor="end"),
                    *self._stack(after, x + _LANE, middle),
                ),
            )
            x += _LANE + self.widest(relation) + _NEXT_LANE

    def turn_width(self, relations: Iterable[Relation]) -> int:
        """Return the room that arrows from a box to itself take on its right."""
        return max((_TURN + _LANE + self.widest(it) for it in relations), default=0)

    def turns(self, relations: Iterable[Relation], box: Box) -> Iterator[Arrow]:
        """Draw arrows that come back to their box."""
        for relation in relations:
            middle, half = box.y + box.height * 2 // 3, min(22, box.height // 6)
            out = box.right + _TURN
            points = (
                (box.right, middle - half),
                (out, middle - half),
                (out, middle + half),
                (box.right, middle + half),
            )
            names = self._stack(relation.properties, out + _LANE, middle)
            yield Arrow(relation=relation, points=points, words=tuple(names))

    def across(
        self, relations: Sequence[Relation], left: Box, right: Box, source: Iri
    ) -> Iterator[Arrow]:
        """Draw arrows between neighbours, their names above them."""
        for number, relation in enumerate(relations):
            y = left.y + _HEAD + number * LINE
            points = ((left.right, y), (right.x, y))
            middle = (left.right + right.x) // 2
            height = len(relation.properties) * LINE
            names = self._stack(relation.properties, middle, y - height // 2 - 2, anchor="middle")
            yield Arrow(
                relation=relation,
                points=points if relation.sources == (source,) else points[::-1],
                words=tuple(names),
            )

    def drop(self, relations: Iterable[Relation], top: int, box: Box) -> Iterator[Arrow]:
        """Draw arrows from all that is framed above down to a box."""
        x = box.x + PAD
        for relation in relations:
            names = self._stack(relation.properties, x + _LANE, (top + box.y) // 2)
            yield Arrow(relation=relation, points=((x, top), (x, box.y)), words=tuple(names))
            x += _LANE + self.widest(relation) + _NEXT_LANE

    # -- Words --

    def _stack(
        self, things: Sequence[Thing], x: int, middle: int, *, anchor: str = "start"
    ) -> Iterator[Words]:
        """Write names one below the other, their middle at a height."""
        first = middle - (len(things) - 1) * LINE // 2 + _BASE
        for number, thing in enumerate(things):
            yield self._words([thing], x, first + number * LINE, anchor=anchor, style="label")

    def _words(
        self, things: Iterable[Thing], x: int, y: int, *, anchor: str = "start", style: str = "name"
    ) -> Words:
        things = tuple(things)
        named = self._linker.titled if style in {"title", "name"} else self._linker.link
        return Words(
            x=x,
            y=y,
            links=tuple(map(named, things)),
            names=tuple(f"cg:{thing.iri.local}" for thing in things),
            anchor=anchor,
            style=style,
        )

    def _label_width(self, thing: Thing) -> int:
        return width_of(self._linker.link(thing).text, _NAME_SIZE)

    def _name(self, thing: Thing) -> str:
        return self._linker.titled(thing).text
