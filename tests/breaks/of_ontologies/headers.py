"""What can be broken of the header of an ontology."""

from breaks.breaking import Break
from breaks.of_ontologies.breaking import HEAD, add, change, drop

__all__ = ["HEADERS"]

HEADERS = (
    Break(
        "two titles in a language",
        add(f'{HEAD} dcterms:title "Forests"@en'),
        "violation header-title",
        "one title in a language",
    ),
    Break(
        "a description in no language",
        add(f'{HEAD} dcterms:description "What grows."'),
        "violation header-description",
        "one description in a language",
    ),
    Break(
        "two abstracts in a language",
        add(f'{HEAD} dcterms:abstract "Of wood."@en'),
        "violation header-abstract",
        "one abstract in a language",
    ),
    Break(
        "no title in Polish",
        drop(f'{HEAD} dcterms:title "Lasy"@pl'),
        "violation header-languages",
        "in the language “pl”: add dcterms:title",
    ),
    Break(
        "no abstract at all",
        change(HEAD, "dcterms:abstract"),
        "violation header-languages",
        "add dcterms:abstract",
    ),
    Break(
        "no languages",
        change(HEAD, "dcterms:language"),
        "violation header-language",
        "in which languages",
    ),
    Break(
        "an ontology with the name of a file",
        "DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?new ?p ?o } } WHERE { "
        f"GRAPH ?g {{ ?s ?p ?o FILTER (?s = {HEAD}) }} "
        "BIND (IRI(CONCAT(STR(?s), '.owl')) AS ?new) } ; "
        "DELETE { GRAPH ?g { ?t rdfs:isDefinedBy ?x } } "
        "INSERT { GRAPH ?g { ?t rdfs:isDefinedBy <https://example.org/aaaaaaaa.owl> } } "
        "WHERE { GRAPH ?g { ?t rdfs:isDefinedBy ?x } }",
        "violation header-address, violation header-namespace-own, violation header-version-agrees",
        "outlives its files",
    ),
    Break(
        "a prefix with a capital",
        change(HEAD, "vann:preferredNamespacePrefix", '"Woods"'),
        "violation header-prefix",
        "in small letters",
    ),
    Break(
        "a namespace without its last sign",
        change(HEAD, "vann:preferredNamespaceUri", '"https://example.org/aaaaaaaa"'),
        "violation header-namespace",
        "with its last / or #",
    ),
    Break(
        "two namespaces, one of them elsewhere",
        add(f'{HEAD} vann:preferredNamespaceUri "https://example.com/aaaaaaaa#"'),
        "violation header-namespace, violation header-namespace-own, violation term-namespace",
        "does not begin with the ontology's IRI",
    ),
    Break(
        "an ontology made by nobody",
        change(HEAD, "dcterms:creator"),
        "violation header-creator",
        "who made the ontology",
    ),
    Break(
        "an ontology published by nobody",
        change(HEAD, "dcterms:publisher"),
        "info header-publisher",
        "who publishes the ontology",
    ),
    Break(
        "an ontology without a licence",
        change(HEAD, "dcterms:license"),
        "violation header-licence",
        "P41",
    ),
    Break(
        "a licence by its name",
        change(HEAD, "dcterms:license", '"CC BY 4.0"'),
        "violation header-licence",
        "named by its address",
    ),
    Break(
        "an ontology that nobody can cite",
        change(HEAD, "dcterms:bibliographicCitation"),
        "violation header-citation",
        "how to cite",
    ),
    Break(
        "a citation of another version",
        change(HEAD, "dcterms:bibliographicCitation", '"Foresters (2025): Woods 1.0.0."'),
        "violation header-citation-version",
        "another version than 1.1.0",
    ),
    Break(
        "an ontology that builds on nothing",
        change(HEAD, "dcterms:source"),
        "info header-source",
        "on what the ontology builds",
    ),
    Break(
        "a version in words",
        change(HEAD, "owl:versionInfo", '"the second"'),
        "violation header-version, violation header-version-agrees, "
        "violation header-citation-version",
        "major.minor.patch",
    ),
    Break(
        "a version without an address",
        change(HEAD, "owl:versionIRI"),
        "violation header-version-address",
        "one address that never changes",
    ),
    Break(
        "a version at another's address",
        change(HEAD, "owl:versionIRI", "<https://example.org/aaaaaaaa/1.2.0>"),
        "violation header-version-agrees",
        "its address is another's",
    ),
    Break(
        "a version before itself",
        change(HEAD, "owl:priorVersion", "<https://example.org/aaaaaaaa/1.1.0>"),
        "violation header-prior",
        "address of its own",
    ),
    Break(
        "a version with none before it",
        change(HEAD, "owl:priorVersion"),
        "info header-prior-missing",
        "unless this is the first",
    ),
    Break(
        "an ontology changed before it was made",
        change(HEAD, "dcterms:modified", '"2026-10-01"^^xsd:date'),
        "violation header-created",
        "not after its last change",
    ),
    Break(
        "a last change on no day",
        change(HEAD, "dcterms:modified"),
        "violation header-modified",
        "last changed on one day",
    ),
    Break(
        "a version published on no day",
        change(HEAD, "dcterms:issued"),
        "info header-issued",
        "published",
    ),
)
