"""Which property of schema.org a statement is told by; pure data, and how it is read.

A row holds for the classes of schema.org that may bear the property, and for those that its values
may be of. What has no row is not told: the vocabulary has no word for it that means the same.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from clustergraph.vocab import CG
from clustergraph.web.structured.types import is_of

__all__ = ["DATES", "WORDS", "incoming_property", "outgoing_property"]

_EVENT: Final = ("Event",)
_PLACE: Final = ("Place",)
_ORGANISED: Final = ("Organization",)
_AGENT: Final = ("Organization", "Person")
_WITH_KEYWORDS: Final = ("Organization", "Event", "Course")
_CREDENTIAL: Final = ("EducationalOccupationalCredential",)
_ANYTHING: Final = ()


class _Row(NamedTuple):
    """How a property of ours is told of things of some classes, about values of some classes."""

    property: str
    told_as: str
    bearers: tuple[str, ...]
    values: tuple[str, ...]

    def fits(self, bearer: str, value: str) -> bool:
        """Tell whether it holds for a bearer and a value of these classes."""
        return is_of(bearer, self.bearers) and (not self.values or is_of(value, self.values))


_OUTGOING: Final = (
    _Row(CG.locatedIn, "containedInPlace", _PLACE, _PLACE),
    _Row(CG.locatedIn, "location", (*_EVENT, *_ORGANISED), _PLACE),
    _Row(CG.covers, "areaServed", _ORGANISED, _PLACE),
    _Row(CG.partOf, "superEvent", _EVENT, _EVENT),
    _Row(CG.memberOf, "memberOf", _AGENT, _ORGANISED),
    _Row(CG.affiliatedWith, "affiliation", ("Person",), _ORGANISED),
    _Row(CG.fundedBy, "funder", (*_EVENT, *_ORGANISED), _AGENT),
    _Row(CG.organisedBy, "organizer", _EVENT, _AGENT),
    _Row(CG.organisedBy, "provider", ("Course",), _AGENT),
    _Row(CG.taughtBy, "instructor", ("CourseInstance",), ("Person",)),
    _Row(CG.speaker, "performer", _EVENT, _AGENT),
    _Row(CG.attendedBy, "attendee", _EVENT, _AGENT),
    _Row(CG.awards, "educationalCredentialAwarded", ("Course",), _CREDENTIAL),
    _Row(CG.holds, "hasCredential", _AGENT, _CREDENTIAL),
    _Row(CG.issuedBy, "recognizedBy", _CREDENTIAL, _ORGANISED),
    _Row(CG.sector, "keywords", _WITH_KEYWORDS, _ANYTHING),
    _Row(CG.about, "about", (*_EVENT, "Course"), _ANYTHING),
)
_INCOMING: Final = (
    _Row(CG.partOf, "subEvent", _EVENT, _EVENT),
    _Row(CG.memberOf, "member", _ORGANISED, _AGENT),
)
DATES: Final = {CG.startDate: "startDate", CG.endDate: "endDate"}
"""Of what happens at a time."""
WORDS: Final = {CG.topic: "keywords"}
"""What documents say in words of their own."""


def outgoing_property(property_: str, bearer: str, value: str) -> str:
    """Return how a statement is told of its subject; empty where it is not.

    >>> outgoing_property(CG.locatedIn, "City", "Country")
    'containedInPlace'
    >>> outgoing_property(CG.fundedBy, "Person", "Organization")
    ''
    """
    return next(_told_as(_OUTGOING, property_, bearer, value), "")


def incoming_property(property_: str, bearer: str, value: str) -> str:
    """Return how a statement is told of its object; empty where it is not.

    >>> incoming_property(CG.partOf, "Event", "CourseInstance")
    'subEvent'
    """
    return next(_told_as(_INCOMING, property_, bearer, value), "")


def _told_as(rows: tuple[_Row, ...], property_: str, bearer: str, value: str) -> Iterator[str]:
    for row in rows:
        if row.property == property_ and row.fits(bearer, value):
            yield row.told_as
