"""What can be broken of statements."""

from breaks.breaking import REVIEW, Break, change, made, passage, rejected, state

__all__ = ["STATEMENTS"]

STATEMENTS = (
    Break(
        "evidence without a subject",
        passage("rdf:subject ?x"),
        "violation one-subject, violation supported",
        "rdf:subject",
        evidenced=False,
    ),
    Break(
        "evidence without a property",
        passage("rdf:predicate ?x"),
        "violation one-predicate, violation supported",
        "rdf:predicate",
        evidenced=False,
    ),
    Break(
        "evidence without an object",
        passage("rdf:object ?x"),
        "violation one-object, violation supported",
        "rdf:object",
        evidenced=False,
    ),
    Break(
        "a relation that the ontology does not know",
        made('rdfs:comment "not a property"'),
        "violation relation-known",
        "not in the ontology",
    ),
    Break(
        "a relation that only the rules may infer",
        made("rdfs:isDefinedBy ns: ; cg:inferredOnly true"),
        "violation relation-read",
        "follows from others",
    ),
    Break(
        "a passage that speaks of passages",
        made("rdfs:isDefinedBy ns: ; rdfs:domain cg:Evidence"),
        "violation relation-of-things",
        "describes passages or documents",
    ),
    Break(
        "a passage that says what is mentioned in it",
        made("rdfs:isDefinedBy ns: ; rdfs:range cg:Document"),
        "violation relation-of-things",
        "describes passages or documents",
    ),
    Break(
        "a rejected statement about nothing that is described",
        rejected("id:lost-aaaaaaaa", "cg:partner", "id:cluster-aaaaaaaa"),
        "violation described-subject",
        "described nowhere",
    ),
    Break(
        "a rejected statement that names nothing that is described",
        rejected("id:project-aaaaaaaa", "cg:partner", "id:lost-aaaaaaaa"),
        "violation described-object",
        "described nowhere",
    ),
    Break(
        "evidence that reifies nothing",
        passage("rdf:reifies ?x"),
        "violation two-faces",
        "two ways",
        evidenced=False,
    ),
    Break(
        "evidence whose two faces differ",
        passage(
            "rdf:reifies ?x",
            "rdf:reifies <<( id:project-aaaaaaaa cg:partner id:organisation-aaaaaaaa )>>",
        ),
        "violation two-faces",
        "two ways",
        evidenced=False,
    ),
    Break(
        "a statement without evidence",
        state("id:project-aaaaaaaa cg:hostedBy id:cluster-aaaaaaaa"),
        "violation supported",
        "No passage carries",
        evidenced=False,
    ),
    Break(
        "a statement whose only evidence was rejected",
        passage("cg:reviewStatus ?x", f"cg:reviewStatus status:rejected ; {REVIEW}"),
        "violation supported",
        "all that did were rejected",
    ),
    Break(
        "evidence that nobody rejected for what is not stated",
        change("id:project-aaaaaaaa", "cg:partner id:cluster-aaaaaaaa"),
        "violation asserted",
        "the graph does not state",
    ),
    Break(
        "a statement in two graphs",
        state("id:project-aaaaaaaa cg:partner id:cluster-aaaaaaaa", "graph:links"),
        "violation said-once",
        "counted twice",
    ),
    Break(
        "coordinates that a document is said to tell",
        state("id:city-aaaaaaaa geo:lat 42.7 ; geo:long 23.3"),
        "violation coordinate-apart, violation coordinate-source",
        "no document says them",
    ),
    Break(
        "a doubtful reading that nothing else supports",
        passage("cg:confidence ?x", "cg:confidence 0.4"),
        "info lone-guess",
        "doubtful (0.4)",
    ),
)
