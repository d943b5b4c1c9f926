"""What can be broken of how terms hang together."""

from breaks.breaking import Break
from breaks.of_ontologies.breaking import add, change, described

__all__ = ["STRUCTURE"]

STRUCTURE = (
    Break(
        "a class that nothing uses",
        described("sample:Stone", "a owl:Class ; owl:disjointWith sample:Plant, sample:Wood"),
        "violation class-unconnected",
        "P04",
    ),
    Break(
        "a class below itself",
        add("sample:Plant rdfs:subClassOf sample:Tree"),
        "violation class-circle",
        "below itself",
    ),
    Break(
        "two classes of which nobody knows whether they share anything",
        change("sample:Plant", "owl:disjointWith"),
        "violation classes-not-told-apart",
        "P10",
    ),
    Break(
        "a class that excludes the one above it",
        add("sample:Tree owl:disjointWith sample:Plant"),
        "violation class-excludes-itself",
        "nothing in common with itself",
    ),
    Break(
        "a property below itself",
        add("sample:growsIn rdfs:subPropertyOf sample:rootsIn"),
        "violation property-circle",
        "below itself",
    ),
    Break(
        "a property of nothing",
        change("sample:height", "rdfs:domain"),
        "violation property-domain",
        "of what this property is true",
    ),
    Break(
        "a property with values of no kind",
        change("sample:height", "rdfs:range"),
        "violation property-range",
        "what the values of this property are",
    ),
    Break(
        "a property with two domains",
        add("sample:height rdfs:domain sample:Wood"),
        "violation property-domains",
        "P19",
    ),
    Break(
        "a property with two ranges",
        add("sample:height rdfs:range xsd:integer"),
        "violation property-ranges",
        "P19",
    ),
    Break(
        "a domain and a list of them",
        add("sample:height schema:domainIncludes sample:Tree"),
        "violation property-side-twice",
        "by rdfs:domain and as a list",
    ),
    Break(
        "a range and a list of them",
        add("sample:height schema:rangeIncludes xsd:integer"),
        "violation property-side-twice",
        "by rdfs:range and as a list",
    ),
    Break(
        "a way without a way back",
        change("sample:rootsIn", "skos:editorialNote"),
        "info property-inverse",
        "P13",
    ),
)
