"""What can be broken of the description of terms."""

from breaks.breaking import Break
from breaks.of_ontologies.breaking import HEAD, add, change, described, drop

__all__ = ["TERMS"]

TERMS = (
    Break(
        "a term without a label",
        change("sample:Tree", "rdfs:label"),
        "violation term-label, violation term-languages",
        "one label in a language",
    ),
    Break(
        "a label with two spaces",
        add('sample:Tree rdfs:label "big  tree"@de'),
        "violation term-label",
        "single spaces",
    ),
    Break(
        "two definitions in a language",
        add('sample:Tree rdfs:comment "Tall."@en'),
        "violation term-comment",
        "one definition in a language",
    ),
    Break(
        "a definition without its full stop",
        add('sample:Tree rdfs:comment "hoch"@de'),
        "violation term-comment",
        "one sentence",
    ),
    Break(
        "no definition in Bulgarian",
        drop('sample:remark rdfs:comment "Казва повече."@bg'),
        "violation term-languages",
        "no rdfs:comment in the language “bg”",
    ),
    Break(
        "a term without an example",
        change("sample:height", "skos:example"),
        "violation term-example",
        "how this term is used",
    ),
    Break(
        "a term given up for nothing",
        change("sample:tallness", "dcterms:isReplacedBy"),
        "violation term-deprecated",
        "what to use instead",
    ),
    Break(
        "a property of two sorts",
        add("sample:height a owl:AnnotationProperty"),
        "violation term-sort",
        "one sort",
    ),
    Break(
        "a class with a small letter",
        described("sample:bush", "a owl:Class ; rdfs:subClassOf sample:Plant"),
        "violation class-name",
        "P22",
    ),
    Break(
        "a property with a hyphen",
        described("sample:trunk-width", "a owl:AnnotationProperty"),
        "violation property-name",
        "P22",
    ),
    Break(
        "a class that is described nowhere",
        add("sample:Tree rdfs:subClassOf sample:Timber"),
        "violation class-untyped",
        "P34",
    ),
    Break(
        "a property that is described nowhere",
        add("sample:rootsIn rdfs:subPropertyOf sample:standsIn"),
        "violation property-untyped",
        "P35",
    ),
    Break(
        "a step of a chain that is described nowhere",
        add("sample:rootsIn owl:propertyChainAxiom ( sample:growsIn sample:standsIn )"),
        "violation property-untyped",
        "P35",
    ),
    Break(
        "a term that no ontology defines",
        change("sample:Tree", "rdfs:isDefinedBy"),
        "violation term-home",
        "belongs to one ontology",
    ),
    Break(
        "terms of an ontology that is none",
        drop(f"{HEAD} a owl:Ontology"),
        "violation term-home, violation foreign-subject",
        "P38",
    ),
    Break(
        "a term in the namespace of others",
        described(
            "<https://example.com/aaaaaaaa#Shrub>", "a owl:Class ; rdfs:subClassOf sample:Plant"
        ),
        "violation term-namespace, violation foreign-subject",
        "not in the namespace",
    ),
    Break(
        "something said of a term of others",
        add('<https://example.com/aaaaaaaa#Shrub> rdfs:label "shrub"@en'),
        "violation foreign-subject",
        "free to change what it means",
    ),
    Break(
        "a term in two files",
        add("sample:Tree a owl:Class", "file:more-aaaaaaaa.ttl"),
        "violation term-one-file",
        "in aaaaaaaa.ttl and in more-aaaaaaaa.ttl",
    ),
    Break(
        "a comparison outside its file",
        add("sample:Tree skos:closeMatch schema:Product"),
        "violation alignment-apart",
        "in aaaaaaaa.ttl: say it in align.ttl",
    ),
)
