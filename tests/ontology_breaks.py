"""What can be broken of the sound ontology, one thing at a time, and what the shapes say then."""

from dataclasses import dataclass

__all__ = ["ONTOLOGY_BREAKS", "OntologyBreak"]


@dataclass(frozen=True, slots=True)
class OntologyBreak:
    """One thing broken by an update of ``sound_ontology.trig``.

    ``says`` is severity and shape of what is said; ``words`` stand in its message.
    """

    name: str
    update: str
    says: str
    words: str


_HEAD = "<https://example.org/aaaaaaaa>"
_FILE = "file:aaaaaaaa.ttl"


def _add(triples: str, file: str = _FILE) -> str:
    return f"INSERT DATA {{ GRAPH {file} {{ {triples} }} }}"


def _drop(triple: str) -> str:
    return f"DELETE {{ GRAPH ?g {{ {triple} }} }} WHERE {{ GRAPH ?g {{ {triple} }} }}"


def _change(subject: str, property_: str, *values: str) -> str:
    """Replace all that a property says of a subject."""
    dropped = _drop(f"{subject} {property_} ?x")
    listed = ", ".join(values)
    return f"{dropped} ; {_add(f'{subject} {property_} {listed}')}" if values else dropped


def _described(term: str, rest: str) -> str:
    """Add a term that has all that a term of its sort must have but what is told."""
    label = 'rdfs:label "one"@en, "jeden"@pl, "едно"@bg'
    comment = 'rdfs:comment "One."@en, "Jeden."@pl, "Едно."@bg'
    home = f'skos:example "one" ; rdfs:isDefinedBy {_HEAD}'
    return _add(f"{term} {rest} ; {label} ; {comment} ; {home}")


_HEADERS = (
    OntologyBreak(
        "two titles in a language",
        _add(f'{_HEAD} dcterms:title "Forests"@en'),
        "violation header-title",
        "one title in a language",
    ),
    OntologyBreak(
        "a description in no language",
        _add(f'{_HEAD} dcterms:description "What grows."'),
        "violation header-description",
        "one description in a language",
    ),
    OntologyBreak(
        "two abstracts in a language",
        _add(f'{_HEAD} dcterms:abstract "Of wood."@en'),
        "violation header-abstract",
        "one abstract in a language",
    ),
    OntologyBreak(
        "no title in Polish",
        _drop(f'{_HEAD} dcterms:title "Lasy"@pl'),
        "violation header-languages",
        "in the language “pl”: add dcterms:title",
    ),
    OntologyBreak(
        "no abstract at all",
        _change(_HEAD, "dcterms:abstract"),
        "violation header-languages",
        "add dcterms:abstract",
    ),
    OntologyBreak(
        "no languages",
        _change(_HEAD, "dcterms:language"),
        "violation header-language",
        "in which languages",
    ),
    OntologyBreak(
        "an ontology with the name of a file",
        "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?new ?p ?o } } WHERE { "
        f"GRAPH ?g {{ ?s ?p ?o FILTER (?s = {_HEAD}) }} "
        "BIND (IRI(CONCAT(STR(?s), '.owl')) AS ?new) } ; "
        "DELETE { GRAPH ?g { ?t rdfs:isDefinedBy ?x } } "
        "INSERT { GRAPH ?g { ?t rdfs:isDefinedBy <https://example.org/aaaaaaaa.owl> } } "
        "WHERE { GRAPH ?g { ?t rdfs:isDefinedBy ?x } }",
        "violation header-address, violation header-namespace-own, violation header-version-agrees",
        "outlives its files",
    ),
    OntologyBreak(
        "a prefix with a capital",
        _change(_HEAD, "vann:preferredNamespacePrefix", '"Woods"'),
        "violation header-prefix",
        "in small letters",
    ),
    OntologyBreak(
        "a namespace without its last sign",
        _change(_HEAD, "vann:preferredNamespaceUri", '"https://example.org/aaaaaaaa"'),
        "violation header-namespace",
        "with its last / or #",
    ),
    OntologyBreak(
        "two namespaces, one of them elsewhere",
        _add(f'{_HEAD} vann:preferredNamespaceUri "https://example.com/aaaaaaaa#"'),
        "violation header-namespace, violation header-namespace-own, violation term-namespace",
        "does not begin with the ontology's IRI",
    ),
    OntologyBreak(
        "an ontology made by nobody",
        _change(_HEAD, "dcterms:creator"),
        "violation header-creator",
        "who made the ontology",
    ),
    OntologyBreak(
        "an ontology published by nobody",
        _change(_HEAD, "dcterms:publisher"),
        "info header-publisher",
        "who publishes the ontology",
    ),
    OntologyBreak(
        "an ontology without a licence",
        _change(_HEAD, "dcterms:license"),
        "violation header-licence",
        "P41",
    ),
    OntologyBreak(
        "a licence by its name",
        _change(_HEAD, "dcterms:license", '"CC BY 4.0"'),
        "violation header-licence",
        "named by its address",
    ),
    OntologyBreak(
        "an ontology that nobody can cite",
        _change(_HEAD, "dcterms:bibliographicCitation"),
        "violation header-citation",
        "how to cite",
    ),
    OntologyBreak(
        "a citation of another version",
        _change(_HEAD, "dcterms:bibliographicCitation", '"Foresters (2025): Woods 1.0.0."'),
        "violation header-citation-version",
        "another version than 1.1.0",
    ),
    OntologyBreak(
        "an ontology that builds on nothing",
        _change(_HEAD, "dcterms:source"),
        "info header-source",
        "on what the ontology builds",
    ),
    OntologyBreak(
        "a version in words",
        _change(_HEAD, "owl:versionInfo", '"the second"'),
        "violation header-version, violation header-version-agrees, "
        "violation header-citation-version",
        "major.minor.patch",
    ),
    OntologyBreak(
        "a version without an address",
        _change(_HEAD, "owl:versionIRI"),
        "violation header-version-address",
        "one address that never changes",
    ),
    OntologyBreak(
        "a version at another's address",
        _change(_HEAD, "owl:versionIRI", "<https://example.org/aaaaaaaa/1.2.0>"),
        "violation header-version-agrees",
        "its address is another's",
    ),
    OntologyBreak(
        "a version before itself",
        _change(_HEAD, "owl:priorVersion", "<https://example.org/aaaaaaaa/1.1.0>"),
        "violation header-prior",
        "address of its own",
    ),
    OntologyBreak(
        "a version with none before it",
        _change(_HEAD, "owl:priorVersion"),
        "info header-prior-missing",
        "unless this is the first",
    ),
    OntologyBreak(
        "an ontology changed before it was made",
        _change(_HEAD, "dcterms:modified", '"2026-10-01"^^xsd:date'),
        "violation header-created",
        "not after its last change",
    ),
    OntologyBreak(
        "a last change on no day",
        _change(_HEAD, "dcterms:modified"),
        "violation header-modified",
        "last changed on one day",
    ),
    OntologyBreak(
        "a version published on no day",
        _change(_HEAD, "dcterms:issued"),
        "info header-issued",
        "published",
    ),
)

_TERMS = (
    OntologyBreak(
        "a term without a label",
        _change("sample:Tree", "rdfs:label"),
        "violation term-label, violation term-languages",
        "one label in a language",
    ),
    OntologyBreak(
        "a label with two spaces",
        _add('sample:Tree rdfs:label "big  tree"@de'),
        "violation term-label",
        "single spaces",
    ),
    OntologyBreak(
        "two definitions in a language",
        _add('sample:Tree rdfs:comment "Tall."@en'),
        "violation term-comment",
        "one definition in a language",
    ),
    OntologyBreak(
        "a definition without its full stop",
        _add('sample:Tree rdfs:comment "hoch"@de'),
        "violation term-comment",
        "one sentence",
    ),
    OntologyBreak(
        "no definition in Bulgarian",
        _drop('sample:remark rdfs:comment "Казва повече."@bg'),
        "violation term-languages",
        "no rdfs:comment in the language “bg”",
    ),
    OntologyBreak(
        "a term without an example",
        _change("sample:height", "skos:example"),
        "violation term-example",
        "how this term is used",
    ),
    OntologyBreak(
        "a term given up for nothing",
        _change("sample:tallness", "dcterms:isReplacedBy"),
        "violation term-deprecated",
        "what to use instead",
    ),
    OntologyBreak(
        "a property of two sorts",
        _add("sample:height a owl:AnnotationProperty"),
        "violation term-sort",
        "one sort",
    ),
    OntologyBreak(
        "a class with a small letter",
        _described("sample:bush", "a owl:Class ; rdfs:subClassOf sample:Plant"),
        "violation class-name",
        "P22",
    ),
    OntologyBreak(
        "a property with a hyphen",
        _described("sample:trunk-width", "a owl:AnnotationProperty"),
        "violation property-name",
        "P22",
    ),
    OntologyBreak(
        "a class that is described nowhere",
        _add("sample:Tree rdfs:subClassOf sample:Timber"),
        "violation class-untyped",
        "P34",
    ),
    OntologyBreak(
        "a property that is described nowhere",
        _add("sample:rootsIn rdfs:subPropertyOf sample:standsIn"),
        "violation property-untyped",
        "P35",
    ),
    OntologyBreak(
        "a step of a chain that is described nowhere",
        _add("sample:rootsIn owl:propertyChainAxiom ( sample:growsIn sample:standsIn )"),
        "violation property-untyped",
        "P35",
    ),
    OntologyBreak(
        "a term that no ontology defines",
        _change("sample:Tree", "rdfs:isDefinedBy"),
        "violation term-home",
        "belongs to one ontology",
    ),
    OntologyBreak(
        "terms of an ontology that is none",
        _drop(f"{_HEAD} a owl:Ontology"),
        "violation term-home, violation foreign-subject",
        "P38",
    ),
    OntologyBreak(
        "a term in the namespace of others",
        _described(
            "<https://example.com/aaaaaaaa#Shrub>", "a owl:Class ; rdfs:subClassOf sample:Plant"
        ),
        "violation term-namespace, violation foreign-subject",
        "not in the namespace",
    ),
    OntologyBreak(
        "something said of a term of others",
        _add('<https://example.com/aaaaaaaa#Shrub> rdfs:label "shrub"@en'),
        "violation foreign-subject",
        "free to change what it means",
    ),
    OntologyBreak(
        "a term in two files",
        _add("sample:Tree a owl:Class", "file:more-aaaaaaaa.ttl"),
        "violation term-one-file",
        "in aaaaaaaa.ttl and in more-aaaaaaaa.ttl",
    ),
    OntologyBreak(
        "a comparison outside its file",
        _add("sample:Tree skos:closeMatch schema:Product"),
        "violation alignment-apart",
        "in aaaaaaaa.ttl: say it in align.ttl",
    ),
)

_STRUCTURE = (
    OntologyBreak(
        "a class that nothing uses",
        _described("sample:Stone", "a owl:Class ; owl:disjointWith sample:Plant, sample:Wood"),
        "violation class-unconnected",
        "P04",
    ),
    OntologyBreak(
        "a class below itself",
        _add("sample:Plant rdfs:subClassOf sample:Tree"),
        "violation class-circle",
        "below itself",
    ),
    OntologyBreak(
        "two classes of which nobody knows whether they share anything",
        _change("sample:Plant", "owl:disjointWith"),
        "violation classes-not-told-apart",
        "P10",
    ),
    OntologyBreak(
        "a class that excludes the one above it",
        _add("sample:Tree owl:disjointWith sample:Plant"),
        "violation class-excludes-itself",
        "nothing in common with itself",
    ),
    OntologyBreak(
        "a property below itself",
        _add("sample:growsIn rdfs:subPropertyOf sample:rootsIn"),
        "violation property-circle",
        "below itself",
    ),
    OntologyBreak(
        "a property of nothing",
        _change("sample:height", "rdfs:domain"),
        "violation property-domain",
        "of what this property is true",
    ),
    OntologyBreak(
        "a property with values of no kind",
        _change("sample:height", "rdfs:range"),
        "violation property-range",
        "what the values of this property are",
    ),
    OntologyBreak(
        "a property with two domains",
        _add("sample:height rdfs:domain sample:Wood"),
        "violation property-domains",
        "P19",
    ),
    OntologyBreak(
        "a property with two ranges",
        _add("sample:height rdfs:range xsd:integer"),
        "violation property-ranges",
        "P19",
    ),
    OntologyBreak(
        "a domain and a list of them",
        _add("sample:height schema:domainIncludes sample:Tree"),
        "violation property-side-twice",
        "by rdfs:domain and as a list",
    ),
    OntologyBreak(
        "a range and a list of them",
        _add("sample:height schema:rangeIncludes xsd:integer"),
        "violation property-side-twice",
        "by rdfs:range and as a list",
    ),
    OntologyBreak(
        "a way without a way back",
        _change("sample:rootsIn", "skos:editorialNote"),
        "info property-inverse",
        "P13",
    ),
)

ONTOLOGY_BREAKS = {each.name: each for each in (*_HEADERS, *_TERMS, *_STRUCTURE)}
