"""Which class of schema.org each of ours is told as. Pure data; ``align.ttl`` tells how close."""

from collections.abc import Mapping
from typing import Final

from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG

__all__ = ["SCHEMA", "is_of", "schema_iri", "schema_type"]

SCHEMA: Final = "https://schema.org/"

_TYPES: Final[Mapping[str, str]] = {
    CG.Agent: "Organization",
    CG.Organisation: "Organization",
    CG.Cluster: "Organization",
    CG.Person: "Person",
    CG.Activity: "Project",
    CG.Programme: "FundingScheme",
    CG.Project: "Project",
    CG.Training: "CourseInstance",
    CG.Event: "Event",
    CG.Place: "Place",
    CG.Country: "Country",
    CG.Region: "AdministrativeArea",
    CG.City: "City",
    CG.Venue: "EventVenue",
    CG.Sector: "DefinedTerm",
    CG.Topic: "DefinedTerm",
    CG.Qualification: "EducationalOccupationalCredential",
    CG.PersonalQualification: "EducationalOccupationalCredential",
    CG.ClusterLabel: "EducationalOccupationalCredential",
    CG.Document: "Article",
    CG.Evidence: "Quotation",
    expand("dcat:Dataset"): "Dataset",
    expand("skos:Concept"): "DefinedTerm",
    expand("skos:ConceptScheme"): "DefinedTermSet",
    expand("owl:Ontology"): "DefinedTermSet",
    expand("owl:Class"): "DefinedTerm",
    expand("owl:ObjectProperty"): "DefinedTerm",
    expand("owl:DatatypeProperty"): "DefinedTerm",
}
_FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "Event": frozenset({"Event", "CourseInstance"}),
    "Organization": frozenset({"Organization", "Project", "FundingScheme"}),
    "Place": frozenset({"Place", "Country", "AdministrativeArea", "City", "EventVenue"}),
}
"""The classes of schema.org that stand below one of them, of those that we use."""


def schema_type(kind: Iri | None) -> str:
    """Name the class of schema.org; ``Thing`` where none is closer.

    >>> schema_type(CG.Person), schema_type(None)
    ('Person', 'Thing')
    """
    return _TYPES.get(kind or "", "Thing")


def schema_iri(kind: Iri | None) -> str:
    """Return the IRI of that class."""
    return f"{SCHEMA}{schema_type(kind)}"


def is_of(type_: str, families: tuple[str, ...]) -> bool:
    """Tell whether a class is one of some, or stands below one of them.

    >>> is_of("City", ("Event", "Place")), is_of("Person", ("Place",))
    (True, False)
    """
    return any(type_ in _FAMILIES.get(family, {family}) for family in families)
