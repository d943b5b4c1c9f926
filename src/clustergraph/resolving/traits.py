"""What tells two things of one name apart: a number, a year, a country, a legal form.

What follows from it is decided in ``vetoes``.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from clustergraph.folding import company_form, fold
from clustergraph.model import Entity, Iri, PartialDate, Value
from clustergraph.resolving.people import generation
from clustergraph.resolving.said import Said
from clustergraph.resolving.spelling import Spelling
from clustergraph.vocab import CG

__all__ = [
    "ALPHABET",
    "DATED_KINDS",
    "EMPLOYED_IN",
    "FORM",
    "Dimension",
    "named_traits",
    "unnamed_traits",
]

Dimension = str
"""A respect in which two things of one name may differ: ``number``, ``year``, ``country`` …"""

ALPHABET: Final[Dimension] = "alphabet"
FORM: Final[Dimension] = "form"
EMPLOYED_IN: Final[Dimension] = "employed in"
DATED_KINDS: Final = frozenset({CG.Event, CG.Training})
"""What takes place at a time, in another year it is another; a project may be dated two ways."""
_SEATED_FAMILIES: Final = frozenset({"agent", "place"})
"""What belongs to one country; programmes and projects spread over several."""
_TELLING: Final = {
    CG.locatedIn: "place",
    CG.startDate: "start",
    CG.endDate: "end",
    CG.sector: "sector",
    CG.sequenceNumber: "number",
    CG.participantCount: "participants",
}
"""What tells two unnamed things of one document apart."""


def named_traits(
    entity: Entity, of_family: str, name: Spelling, said: Said
) -> dict[Dimension, frozenset[str]]:
    """Return what is said of something that has a name."""
    about = said.about(entity.id)
    traits = {
        "figures": _if_any(name.figures),
        "number": frozenset(map(str, about.get(CG.sequenceNumber, ()))),
    }
    if name.is_acronym:
        traits[ALPHABET] = _if_any("Cyrillic" if name.is_cyrillic else "Latin")
    if entity.kind in DATED_KINDS:
        traits["year"] = frozenset(_years(about))
    if of_family in _SEATED_FAMILIES or entity.kind in DATED_KINDS:
        traits["country"] = said.countries(entity.id)
    if of_family == "agent":
        traits[FORM] = _if_any(company_form(fold(name.text)))
    if of_family == "person":
        employers = said.others(entity.id, CG.affiliatedWith)
        traits["generation"] = _if_any(generation(name))
        traits[EMPLOYED_IN] = frozenset().union(*(said.countries(each.id) for each in employers))
    return traits


def unnamed_traits(about: Mapping[Iri, Sequence[Value]]) -> dict[Dimension, frozenset[str]]:
    """Return what is said of something that has no name, and is known by this alone."""
    return {name: frozenset(map(str, about.get(term, ()))) for term, name in _TELLING.items()}


def _if_any(text: str) -> frozenset[str]:
    return frozenset({text}) if text else frozenset()


def _years(about: Mapping[Iri, Sequence[Value]]) -> Iterable[str]:
    dates = [*about.get(CG.startDate, ()), *about.get(CG.endDate, ())]
    return (str(value.year) for value in dates if isinstance(value, PartialDate))
