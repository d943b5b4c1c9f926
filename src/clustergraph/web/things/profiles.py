"""What of a thing of each class is told first, and in which order the rest follows.

Data only: ``composing`` reads it. A class without a profile is told by that of the class above it.
"""

from collections.abc import Mapping
from typing import Final

from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG, SUPERCLASSES

__all__ = ["BESIDE_THE_FACTS", "ORDER", "key_properties"]

ORDER: Final = (
    *(CG.kind, CG.startDate, CG.endDate, CG.locatedIn, CG.covers, CG.sector, CG.about, CG.topic),
    *(CG.partOf, CG.fundedBy, CG.organisedBy, CG.accountableBody, CG.implementedBy),
    *(CG.coordinatedBy, CG.partner, CG.taughtBy, CG.speaker, CG.hostedBy, CG.attendedBy),
    *(CG.affiliatedWith, CG.memberOf, CG.holds, CG.awards, CG.issuedBy),
    *(expand(f"dcterms:{name}") for name in ("publisher", "issued", "language", "identifier")),
    *(CG.characterCount, CG.sha256),
)
"""The order of properties on a page; the others follow by label."""

BESIDE_THE_FACTS: Final = frozenset(
    {CG.kind, CG.locatedIn, CG.covers, CG.sector, CG.about, CG.deliveryMode}
)
"""Relations that stand among the dates and numbers, wherever no profile says otherwise."""

_WHEN: Final = (CG.kind, CG.startDate, CG.endDate)
_PROFILES: Final[Mapping[Iri, tuple[Iri, ...]]] = {
    CG.Activity: (*_WHEN, CG.locatedIn, CG.partOf, CG.fundedBy, CG.organisedBy),
    CG.Programme: (
        *(*_WHEN, CG.fundedBy, CG.organisedBy, CG.accountableBody, CG.implementedBy),
        *(CG.locatedIn, CG.covers),
    ),
    CG.Project: (
        *(*_WHEN, CG.partOf, CG.fundedBy, CG.coordinatedBy, CG.locatedIn, CG.covers),
        CG.partnerCount,
    ),
    CG.Training: (
        *(*_WHEN, CG.locatedIn, CG.hostedBy, CG.deliveryMode, CG.partOf, CG.participantCount),
    ),
    CG.Event: (*_WHEN, CG.locatedIn, CG.hostedBy, CG.organisedBy, CG.partOf, CG.participantCount),
    CG.Cluster: (
        *(CG.kind, CG.sector, CG.locatedIn, CG.covers, CG.lifecycleStage, CG.coordinatedBy),
        *(CG.memberOf, CG.holds),
    ),
    CG.Organisation: (CG.kind, CG.locatedIn, CG.sector, CG.covers, CG.partOf, CG.memberOf),
    CG.Person: (CG.kind, CG.affiliatedWith, CG.memberOf, CG.holds),
    CG.Qualification: (CG.labelLevel, CG.issuedBy, CG.locatedIn),
    CG.Place: (CG.locatedIn,),
}


def key_properties(kind: Iri | None) -> tuple[Iri, ...]:
    """Return what is told first of a thing of a class, in order; nothing where nobody said.

    >>> [each.local for each in key_properties(CG.City)]
    ['locatedIn']
    """
    if kind is None:
        return ()
    known = (each for each in (kind, *SUPERCLASSES.get(kind, ())) if each in _PROFILES)
    return _PROFILES.get(next(known, kind), ())
