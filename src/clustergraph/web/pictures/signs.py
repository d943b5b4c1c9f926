"""The signs of classes: a shape for each class and a colour for its family.

Neither is needed without the other: who sees no colours goes by the shapes. What the colours are is
said in the style sheet ``network.css``; the script that explores has them from there too.
"""

from dataclasses import dataclass
from typing import Final

from clustergraph.model import Iri
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["Sign", "sign_of"]

_PATHS: Final = {
    "ellipse": "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z",
    "rectangle": "M-6 -6h12v12h-12z",
    "diamond": "M0 -8L8 0L0 8L-8 0z",
    "hexagon": "M-4 -7H4L8 0L4 7H-4L-8 0z",
    "triangle": "M0 -7L8 7H-8z",
    "pentagon": "M0 -8L7.6 -2.5L4.7 6.5H-4.7L-7.6 -2.5z",
    "star": "M0 -9L2.4 -3.1L8.6 -2.8L3.8 1.2L5.4 7.3L0 3.9L-5.4 7.3L-3.8 1.2L-8.6 -2.8L-2.4 -3.1z",
    "vee": "M-8 -7L0 -3L8 -7L0 8z",
    "rhomboid": "M-8 -5H4L8 5H-4z",
    "octagon": "M-3 -7H3L7 -3V3L3 7H-3L-7 3V-3z",
}
"""Outlines round the point 0, 0, by the names that the script's library has for the shapes."""

_SHAPES: Final = {
    CG.Cluster: "hexagon",
    CG.Organisation: "rectangle",
    CG.Person: "ellipse",
    CG.Programme: "star",
    CG.Project: "diamond",
    CG.Training: "triangle",
    CG.Event: "pentagon",
    CG.Country: "octagon",
    CG.Region: "rhomboid",
    CG.City: "vee",
    CG.Venue: "rectangle",
}
_FAMILIES: Final = {
    CG.Agent: ("agent", "rectangle"),
    CG.Activity: ("activity", "pentagon"),
    CG.Place: ("place", "vee"),
    CG.Qualification: ("qualification", "star"),
}
"""By the class above: the colour's name, and the shape of what has none of its own."""
_OTHER: Final = ("other", "ellipse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What stands for a class: ``family`` names the colour, ``shape`` the outline."""

    family: str
    shape: str

    @property
    def path(self) -> str:
        """The outline round the point 0, 0, as SVG writes it."""
        return _PATHS[self.shape]


def sign_of(kind: Iri | None) -> Sign:
    """Return the sign of a class; one that is not known has the sign of all others.

    >>> sign_of(CG.Training)
    Sign(family='activity', shape='triangle')
    """
    if kind is None:
        return Sign(family=_OTHER[0], shape=_OTHER[1])
    above = (kind, *SUPERCLASSES.get(kind, ()))
    family, shape = next((_FAMILIES[each] for each in above if each in _FAMILIES), _OTHER)
    return Sign(family=family, shape=_SHAPES.get(kind, shape))
