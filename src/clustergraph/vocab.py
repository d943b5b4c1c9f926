# Generated from ontology/*.ttl by `python -m clustergraph.rdf.generate_vocab`: edit those files.
"""The terms of the ontology as constants, and how they hang together."""

from dataclasses import dataclass
from typing import Final

from clustergraph.model import Iri

__all__ = [
    "CG",
    "INFERRED",
    "INVERSES",
    "RDF",
    "SIGNATURES",
    "SKOS",
    "SUPERCLASSES",
    "SUPERPROPERTIES",
    "XSD",
    "Signature",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What a property may join: classes, ours with all their subclasses, or datatypes."""

    domain: frozenset[Iri]
    range: frozenset[Iri]


class CG:
    """Terms of <https://w3id.org/clustergraph/ns#>."""

    Activity: Final = Iri("https://w3id.org/clustergraph/ns#Activity")
    Agent: Final = Iri("https://w3id.org/clustergraph/ns#Agent")
    City: Final = Iri("https://w3id.org/clustergraph/ns#City")
    Cluster: Final = Iri("https://w3id.org/clustergraph/ns#Cluster")
    ClusterLabel: Final = Iri("https://w3id.org/clustergraph/ns#ClusterLabel")
    Country: Final = Iri("https://w3id.org/clustergraph/ns#Country")
    Document: Final = Iri("https://w3id.org/clustergraph/ns#Document")
    Event: Final = Iri("https://w3id.org/clustergraph/ns#Event")
    Evidence: Final = Iri("https://w3id.org/clustergraph/ns#Evidence")
    Organisation: Final = Iri("https://w3id.org/clustergraph/ns#Organisation")
    Person: Final = Iri("https://w3id.org/clustergraph/ns#Person")
    PersonalQualification: Final = Iri("https://w3id.org/clustergraph/ns#PersonalQualification")
    Place: Final = Iri("https://w3id.org/clustergraph/ns#Place")
    Programme: Final = Iri("https://w3id.org/clustergraph/ns#Programme")
    Project: Final = Iri("https://w3id.org/clustergraph/ns#Project")
    Qualification: Final = Iri("https://w3id.org/clustergraph/ns#Qualification")
    Region: Final = Iri("https://w3id.org/clustergraph/ns#Region")
    Sector: Final = Iri("https://w3id.org/clustergraph/ns#Sector")
    Topic: Final = Iri("https://w3id.org/clustergraph/ns#Topic")
    Training: Final = Iri("https://w3id.org/clustergraph/ns#Training")
    Venue: Final = Iri("https://w3id.org/clustergraph/ns#Venue")
    about: Final = Iri("https://w3id.org/clustergraph/ns#about")
    accountableBody: Final = Iri("https://w3id.org/clustergraph/ns#accountableBody")
    accountableFor: Final = Iri("https://w3id.org/clustergraph/ns#accountableFor")
    affiliatedWith: Final = Iri("https://w3id.org/clustergraph/ns#affiliatedWith")
    atLeast: Final = Iri("https://w3id.org/clustergraph/ns#atLeast")
    attendedBy: Final = Iri("https://w3id.org/clustergraph/ns#attendedBy")
    attends: Final = Iri("https://w3id.org/clustergraph/ns#attends")
    awardedThrough: Final = Iri("https://w3id.org/clustergraph/ns#awardedThrough")
    awards: Final = Iri("https://w3id.org/clustergraph/ns#awards")
    basedOn: Final = Iri("https://w3id.org/clustergraph/ns#basedOn")
    characterCount: Final = Iri("https://w3id.org/clustergraph/ns#characterCount")
    confidence: Final = Iri("https://w3id.org/clustergraph/ns#confidence")
    coordinatedBy: Final = Iri("https://w3id.org/clustergraph/ns#coordinatedBy")
    coordinates: Final = Iri("https://w3id.org/clustergraph/ns#coordinates")
    covers: Final = Iri("https://w3id.org/clustergraph/ns#covers")
    deliveryMode: Final = Iri("https://w3id.org/clustergraph/ns#deliveryMode")
    endDate: Final = Iri("https://w3id.org/clustergraph/ns#endDate")
    former: Final = Iri("https://w3id.org/clustergraph/ns#former")
    fundedBy: Final = Iri("https://w3id.org/clustergraph/ns#fundedBy")
    fundingSource: Final = Iri("https://w3id.org/clustergraph/ns#fundingSource")
    funds: Final = Iri("https://w3id.org/clustergraph/ns#funds")
    graduateCount: Final = Iri("https://w3id.org/clustergraph/ns#graduateCount")
    hasAffiliate: Final = Iri("https://w3id.org/clustergraph/ns#hasAffiliate")
    hasMember: Final = Iri("https://w3id.org/clustergraph/ns#hasMember")
    hasPart: Final = Iri("https://w3id.org/clustergraph/ns#hasPart")
    heldBy: Final = Iri("https://w3id.org/clustergraph/ns#heldBy")
    holds: Final = Iri("https://w3id.org/clustergraph/ns#holds")
    hostedBy: Final = Iri("https://w3id.org/clustergraph/ns#hostedBy")
    hosts: Final = Iri("https://w3id.org/clustergraph/ns#hosts")
    implementedBy: Final = Iri("https://w3id.org/clustergraph/ns#implementedBy")
    implements: Final = Iri("https://w3id.org/clustergraph/ns#implements")
    inDocument: Final = Iri("https://w3id.org/clustergraph/ns#inDocument")
    inferredOnly: Final = Iri("https://w3id.org/clustergraph/ns#inferredOnly")
    involvedIn: Final = Iri("https://w3id.org/clustergraph/ns#involvedIn")
    involves: Final = Iri("https://w3id.org/clustergraph/ns#involves")
    issuedBy: Final = Iri("https://w3id.org/clustergraph/ns#issuedBy")
    issues: Final = Iri("https://w3id.org/clustergraph/ns#issues")
    kind: Final = Iri("https://w3id.org/clustergraph/ns#kind")
    labelLevel: Final = Iri("https://w3id.org/clustergraph/ns#labelLevel")
    lifecycleStage: Final = Iri("https://w3id.org/clustergraph/ns#lifecycleStage")
    locatedIn: Final = Iri("https://w3id.org/clustergraph/ns#locatedIn")
    locatedInTransitive: Final = Iri("https://w3id.org/clustergraph/ns#locatedInTransitive")
    maintainedBy: Final = Iri("https://w3id.org/clustergraph/ns#maintainedBy")
    maintains: Final = Iri("https://w3id.org/clustergraph/ns#maintains")
    memberOf: Final = Iri("https://w3id.org/clustergraph/ns#memberOf")
    mentionedIn: Final = Iri("https://w3id.org/clustergraph/ns#mentionedIn")
    modality: Final = Iri("https://w3id.org/clustergraph/ns#modality")
    moduleCount: Final = Iri("https://w3id.org/clustergraph/ns#moduleCount")
    nextInSeries: Final = Iri("https://w3id.org/clustergraph/ns#nextInSeries")
    organisedBy: Final = Iri("https://w3id.org/clustergraph/ns#organisedBy")
    organises: Final = Iri("https://w3id.org/clustergraph/ns#organises")
    partOf: Final = Iri("https://w3id.org/clustergraph/ns#partOf")
    partOfTransitive: Final = Iri("https://w3id.org/clustergraph/ns#partOfTransitive")
    participantCount: Final = Iri("https://w3id.org/clustergraph/ns#participantCount")
    partner: Final = Iri("https://w3id.org/clustergraph/ns#partner")
    partnerCount: Final = Iri("https://w3id.org/clustergraph/ns#partnerCount")
    partnerIn: Final = Iri("https://w3id.org/clustergraph/ns#partnerIn")
    periodEnd: Final = Iri("https://w3id.org/clustergraph/ns#periodEnd")
    periodStart: Final = Iri("https://w3id.org/clustergraph/ns#periodStart")
    quote: Final = Iri("https://w3id.org/clustergraph/ns#quote")
    quoteEnd: Final = Iri("https://w3id.org/clustergraph/ns#quoteEnd")
    quoteStart: Final = Iri("https://w3id.org/clustergraph/ns#quoteStart")
    reviewNote: Final = Iri("https://w3id.org/clustergraph/ns#reviewNote")
    reviewStatus: Final = Iri("https://w3id.org/clustergraph/ns#reviewStatus")
    reviewedBy: Final = Iri("https://w3id.org/clustergraph/ns#reviewedBy")
    reviewedOn: Final = Iri("https://w3id.org/clustergraph/ns#reviewedOn")
    roleAsWritten: Final = Iri("https://w3id.org/clustergraph/ns#roleAsWritten")
    rule: Final = Iri("https://w3id.org/clustergraph/ns#rule")
    sector: Final = Iri("https://w3id.org/clustergraph/ns#sector")
    sequenceNumber: Final = Iri("https://w3id.org/clustergraph/ns#sequenceNumber")
    sha256: Final = Iri("https://w3id.org/clustergraph/ns#sha256")
    speaker: Final = Iri("https://w3id.org/clustergraph/ns#speaker")
    speaksAt: Final = Iri("https://w3id.org/clustergraph/ns#speaksAt")
    startDate: Final = Iri("https://w3id.org/clustergraph/ns#startDate")
    suppliesTrainerTo: Final = Iri("https://w3id.org/clustergraph/ns#suppliesTrainerTo")
    taughtBy: Final = Iri("https://w3id.org/clustergraph/ns#taughtBy")
    teachesIn: Final = Iri("https://w3id.org/clustergraph/ns#teachesIn")
    topic: Final = Iri("https://w3id.org/clustergraph/ns#topic")


class RDF:
    """Terms of <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    langString: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


class SKOS:
    """Terms of <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = Iri("http://www.w3.org/2004/02/skos/core#Concept")


class XSD:
    """Terms of <http://www.w3.org/2001/XMLSchema#>."""

    boolean: Final = Iri("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = Iri("http://www.w3.org/2001/XMLSchema#date")
    decimal: Final = Iri("http://www.w3.org/2001/XMLSchema#decimal")
    gMonthDay: Final = Iri("http://www.w3.org/2001/XMLSchema#gMonthDay")
    gYear: Final = Iri("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth: Final = Iri("http://www.w3.org/2001/XMLSchema#gYearMonth")
    nonNegativeInteger: Final = Iri("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
    positiveInteger: Final = Iri("http://www.w3.org/2001/XMLSchema#positiveInteger")
    string: Final = Iri("http://www.w3.org/2001/XMLSchema#string")


_ANY_ACTIVITY: Final = frozenset(
    {
        CG.Activity,
        CG.Event,
        CG.Programme,
        CG.Project,
        CG.Training,
    }
)
_ANY_AGENT: Final = frozenset(
    {
        CG.Agent,
        CG.Cluster,
        CG.Organisation,
        CG.Person,
    }
)
_ANY_PLACE: Final = frozenset(
    {
        CG.City,
        CG.Country,
        CG.Place,
        CG.Region,
        CG.Venue,
    }
)
_ANY_QUALIFICATION: Final = frozenset(
    {
        CG.ClusterLabel,
        CG.PersonalQualification,
        CG.Qualification,
    }
)
SUPERCLASSES: Final[dict[Iri, tuple[Iri, ...]]] = {
    CG.City: (CG.Place,),
    CG.Cluster: (CG.Agent,),
    CG.ClusterLabel: (CG.Qualification,),
    CG.Country: (CG.Place,),
    CG.Event: (CG.Activity,),
    CG.Organisation: (CG.Agent,),
    CG.Person: (CG.Agent,),
    CG.PersonalQualification: (CG.Qualification,),
    CG.Programme: (CG.Activity,),
    CG.Project: (CG.Activity,),
    CG.Region: (CG.Place,),
    CG.Training: (CG.Activity,),
    CG.Venue: (CG.Place,),
}
SUPERPROPERTIES: Final[dict[Iri, tuple[Iri, ...]]] = {
    CG.accountableBody: (CG.organisedBy,),
    CG.accountableFor: (CG.organises,),
    CG.attendedBy: (CG.involves,),
    CG.attends: (CG.involvedIn,),
    CG.fundedBy: (CG.fundingSource,),
    CG.hostedBy: (CG.involves,),
    CG.hosts: (CG.involvedIn,),
    CG.implementedBy: (CG.organisedBy,),
    CG.implements: (CG.organises,),
    CG.locatedIn: (CG.locatedInTransitive,),
    CG.maintainedBy: (CG.involves,),
    CG.maintains: (CG.involvedIn,),
    CG.partOf: (CG.partOfTransitive,),
    CG.speaker: (CG.involves,),
    CG.speaksAt: (CG.involvedIn,),
    CG.taughtBy: (CG.involves,),
    CG.teachesIn: (CG.involvedIn,),
}
INVERSES: Final[dict[Iri, Iri]] = {
    CG.accountableBody: CG.accountableFor,
    CG.accountableFor: CG.accountableBody,
    CG.affiliatedWith: CG.hasAffiliate,
    CG.attendedBy: CG.attends,
    CG.attends: CG.attendedBy,
    CG.awardedThrough: CG.awards,
    CG.awards: CG.awardedThrough,
    CG.coordinatedBy: CG.coordinates,
    CG.coordinates: CG.coordinatedBy,
    CG.fundedBy: CG.funds,
    CG.funds: CG.fundedBy,
    CG.hasAffiliate: CG.affiliatedWith,
    CG.hasMember: CG.memberOf,
    CG.hasPart: CG.partOf,
    CG.heldBy: CG.holds,
    CG.holds: CG.heldBy,
    CG.hostedBy: CG.hosts,
    CG.hosts: CG.hostedBy,
    CG.implementedBy: CG.implements,
    CG.implements: CG.implementedBy,
    CG.involvedIn: CG.involves,
    CG.involves: CG.involvedIn,
    CG.issuedBy: CG.issues,
    CG.issues: CG.issuedBy,
    CG.maintainedBy: CG.maintains,
    CG.maintains: CG.maintainedBy,
    CG.memberOf: CG.hasMember,
    CG.organisedBy: CG.organises,
    CG.organises: CG.organisedBy,
    CG.partOf: CG.hasPart,
    CG.partner: CG.partnerIn,
    CG.partnerIn: CG.partner,
    CG.speaker: CG.speaksAt,
    CG.speaksAt: CG.speaker,
    CG.taughtBy: CG.teachesIn,
    CG.teachesIn: CG.taughtBy,
}
INFERRED: Final[frozenset[Iri]] = frozenset(
    {
        CG.accountableFor,
        CG.attends,
        CG.awardedThrough,
        CG.coordinates,
        CG.fundingSource,
        CG.funds,
        CG.hasAffiliate,
        CG.hasMember,
        CG.hasPart,
        CG.heldBy,
        CG.hosts,
        CG.implements,
        CG.involvedIn,
        CG.involves,
        CG.issues,
        CG.locatedInTransitive,
        CG.maintains,
        CG.nextInSeries,
        CG.organises,
        CG.partOfTransitive,
        CG.partnerIn,
        CG.periodEnd,
        CG.periodStart,
        CG.speaksAt,
        CG.suppliesTrainerTo,
        CG.teachesIn,
    }
)
SIGNATURES: Final[dict[Iri, Signature]] = {
    CG.about: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Topic}),
    ),
    CG.accountableBody: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Organisation}),
    ),
    CG.accountableFor: Signature(
        domain=frozenset({CG.Organisation}),
        range=_ANY_ACTIVITY,
    ),
    CG.affiliatedWith: Signature(
        domain=frozenset({CG.Person}),
        range=frozenset({CG.Cluster, CG.Organisation}),
    ),
    CG.atLeast: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.boolean}),
    ),
    CG.attendedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_AGENT,
    ),
    CG.attends: Signature(
        domain=_ANY_AGENT,
        range=_ANY_ACTIVITY,
    ),
    CG.awardedThrough: Signature(
        domain=_ANY_QUALIFICATION,
        range=_ANY_ACTIVITY,
    ),
    CG.awards: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_QUALIFICATION,
    ),
    CG.basedOn: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_ACTIVITY,
    ),
    CG.characterCount: Signature(
        domain=frozenset({CG.Document}),
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.confidence: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.decimal}),
    ),
    CG.coordinatedBy: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=_ANY_AGENT,
    ),
    CG.coordinates: Signature(
        domain=_ANY_AGENT,
        range=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
    ),
    CG.covers: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=_ANY_PLACE,
    ),
    CG.deliveryMode: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({SKOS.Concept}),
    ),
    CG.endDate: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.date, XSD.gMonthDay, XSD.gYear, XSD.gYearMonth}),
    ),
    CG.former: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.boolean}),
    ),
    CG.fundedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Cluster, CG.Organisation, CG.Person, CG.Programme, CG.Project}),
    ),
    CG.fundingSource: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster},
        range=frozenset({CG.Cluster, CG.Organisation, CG.Person, CG.Programme, CG.Project}),
    ),
    CG.funds: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation, CG.Person, CG.Programme, CG.Project}),
        range=_ANY_ACTIVITY,
    ),
    CG.graduateCount: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.hasAffiliate: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation}),
        range=frozenset({CG.Person}),
    ),
    CG.hasMember: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation}),
        range=_ANY_AGENT,
    ),
    CG.hasPart: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
    ),
    CG.heldBy: Signature(
        domain=_ANY_QUALIFICATION,
        range=_ANY_AGENT,
    ),
    CG.holds: Signature(
        domain=_ANY_AGENT,
        range=_ANY_QUALIFICATION,
    ),
    CG.hostedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Cluster, CG.Organisation}),
    ),
    CG.hosts: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation}),
        range=_ANY_ACTIVITY,
    ),
    CG.implementedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Cluster, CG.Organisation}),
    ),
    CG.implements: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation}),
        range=_ANY_ACTIVITY,
    ),
    CG.inDocument: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({CG.Document}),
    ),
    CG.involvedIn: Signature(
        domain=_ANY_AGENT,
        range=_ANY_ACTIVITY,
    ),
    CG.involves: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_AGENT,
    ),
    CG.issuedBy: Signature(
        domain=_ANY_QUALIFICATION,
        range=frozenset({CG.Cluster, CG.Organisation, CG.Programme}),
    ),
    CG.issues: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation, CG.Programme}),
        range=_ANY_QUALIFICATION,
    ),
    CG.kind: Signature(
        domain=_ANY_ACTIVITY | _ANY_AGENT,
        range=frozenset({SKOS.Concept}),
    ),
    CG.labelLevel: Signature(
        domain=frozenset({CG.ClusterLabel}),
        range=frozenset({SKOS.Concept}),
    ),
    CG.lifecycleStage: Signature(
        domain=frozenset({CG.Cluster}),
        range=frozenset({SKOS.Concept}),
    ),
    CG.locatedIn: Signature(
        domain=_ANY_ACTIVITY | _ANY_PLACE | _ANY_QUALIFICATION | {CG.Cluster, CG.Organisation},
        range=_ANY_PLACE,
    ),
    CG.locatedInTransitive: Signature(
        domain=_ANY_ACTIVITY | _ANY_PLACE | _ANY_QUALIFICATION | {CG.Cluster, CG.Organisation},
        range=_ANY_PLACE,
    ),
    CG.maintainedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_AGENT,
    ),
    CG.maintains: Signature(
        domain=_ANY_AGENT,
        range=_ANY_ACTIVITY,
    ),
    CG.memberOf: Signature(
        domain=_ANY_AGENT,
        range=frozenset({CG.Cluster, CG.Organisation}),
    ),
    CG.mentionedIn: Signature(
        domain=_ANY_ACTIVITY | _ANY_AGENT | _ANY_PLACE | _ANY_QUALIFICATION | {CG.Sector, CG.Topic},
        range=frozenset({CG.Document}),
    ),
    CG.modality: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({SKOS.Concept}),
    ),
    CG.moduleCount: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.positiveInteger}),
    ),
    CG.nextInSeries: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_ACTIVITY,
    ),
    CG.organisedBy: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Cluster, CG.Organisation, CG.Project}),
    ),
    CG.organises: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation, CG.Project}),
        range=_ANY_ACTIVITY,
    ),
    CG.partOf: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
    ),
    CG.partOfTransitive: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
    ),
    CG.participantCount: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.partner: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Cluster, CG.Organisation, CG.Project}),
    ),
    CG.partnerCount: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.partnerIn: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation, CG.Project}),
        range=_ANY_ACTIVITY,
    ),
    CG.periodEnd: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.date}),
    ),
    CG.periodStart: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.date}),
    ),
    CG.quote: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({RDF.langString}),
    ),
    CG.quoteEnd: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.quoteStart: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.nonNegativeInteger}),
    ),
    CG.reviewNote: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.string}),
    ),
    CG.reviewStatus: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({SKOS.Concept}),
    ),
    CG.reviewedBy: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.string}),
    ),
    CG.reviewedOn: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.date}),
    ),
    CG.roleAsWritten: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({RDF.langString}),
    ),
    CG.rule: Signature(
        domain=frozenset({CG.Evidence}),
        range=frozenset({XSD.string}),
    ),
    CG.sector: Signature(
        domain=_ANY_ACTIVITY | {CG.Cluster, CG.Organisation},
        range=frozenset({CG.Sector}),
    ),
    CG.sequenceNumber: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.positiveInteger}),
    ),
    CG.sha256: Signature(
        domain=frozenset({CG.Document}),
        range=frozenset({XSD.string}),
    ),
    CG.speaker: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({CG.Person}),
    ),
    CG.speaksAt: Signature(
        domain=frozenset({CG.Person}),
        range=_ANY_ACTIVITY,
    ),
    CG.startDate: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({XSD.date, XSD.gMonthDay, XSD.gYear, XSD.gYearMonth}),
    ),
    CG.suppliesTrainerTo: Signature(
        domain=frozenset({CG.Cluster, CG.Organisation}),
        range=_ANY_ACTIVITY,
    ),
    CG.taughtBy: Signature(
        domain=_ANY_ACTIVITY,
        range=_ANY_AGENT,
    ),
    CG.teachesIn: Signature(
        domain=_ANY_AGENT,
        range=_ANY_ACTIVITY,
    ),
    CG.topic: Signature(
        domain=_ANY_ACTIVITY,
        range=frozenset({RDF.langString}),
    ),
}
