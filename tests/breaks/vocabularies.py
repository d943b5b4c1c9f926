"""What can be broken of vocabularies."""

from breaks.breaking import SCHEME, Break, change, state

__all__ = ["VOCABULARIES"]

VOCABULARIES = (
    Break(
        "two names of a concept in one language",
        state('sample:wide skos:prefLabel "broad"@en', "graph:voc"),
        "violation label-unique",
        "two preferred labels",
    ),
    Break(
        "a concept without a definition",
        change("sample:wide", "skos:definition ?x"),
        "violation definition",
        "define it",
    ),
    Break(
        "a concept without a name in one language",
        change("sample:wide", 'skos:prefLabel "широк"@bg'),
        "violation label-languages",
        "in the language “bg”",
    ),
    Break(
        "a vocabulary without a name in one language",
        change("<https://w3id.org/clustergraph/voc/sample-aaaaaaaa>", 'skos:prefLabel "Próbka"@pl'),
        "violation label-languages",
        "in the language “pl”",
    ),
    Break(
        "a notation of something that is no concept",
        change("sample:wide", "a skos:Concept"),
        "violation concept, violation kind-known",
        "Only a concept",
    ),
    Break(
        "a concept in no vocabulary",
        change("sample:wide", "skos:inScheme ?x"),
        "violation scheme, violation broader-elsewhere",
        "in no vocabulary",
    ),
    Break(
        "a concept without a notation",
        change("sample:wide", "skos:notation ?x"),
        "violation notation",
        "exactly one notation",
    ),
    Break(
        "a concept broader than itself",
        state("sample:wide skos:broader sample:narrow", "graph:voc"),
        "violation broader-circle",
        "broader than itself",
    ),
    Break(
        "two concepts with one notation",
        change("sample:narrow", "skos:notation ?x", 'skos:notation "wide"'),
        "violation notation-unique",
        "has this notation too",
    ),
    Break(
        "a vocabulary without a licence",
        change(SCHEME, "dcterms:license ?x"),
        "violation scheme-licence",
        "one licence",
    ),
    Break(
        "a licence in words",
        change(SCHEME, "dcterms:license ?x", 'dcterms:license "as you like"'),
        "violation scheme-licence",
        "by its address",
    ),
    Break(
        "a vocabulary without a title",
        change(SCHEME, "dcterms:title ?x"),
        "warning scheme-title",
        "no title of this vocabulary",
    ),
    Break(
        "a vocabulary without a description",
        change(SCHEME, "dcterms:description ?x"),
        "warning scheme-description",
        "no description of this vocabulary",
    ),
    Break(
        "a vocabulary without a version",
        change(SCHEME, "owl:versionInfo ?x"),
        "warning scheme-version",
        "which version of the vocabulary",
    ),
    Break(
        "a vocabulary that is a concept",
        state(f"{SCHEME} a skos:Concept", "graph:voc"),
        "violation scheme-no-concept",
        "none of the concepts",
    ),
    Break(
        "a concept not defined in one language",
        change("sample:wide", 'skos:definition "Широк."@bg'),
        "violation definition-languages",
        "in the language “bg”",
    ),
    Break(
        "a label that is an alternative one too",
        state('sample:narrow skos:altLabel "narrow"@en', "graph:voc"),
        "violation label-once",
        "“narrow” in two ways",
    ),
    Break(
        "an alternative label that is a hidden one too",
        state('sample:narrow skos:hiddenLabel "thin"@en', "graph:voc"),
        "violation label-once",
        "“thin” in two ways",
    ),
    Break(
        "a concept below one of another vocabulary",
        state("sample:narrow skos:broader okind:foundation", "graph:voc"),
        "violation broader-elsewhere",
        "in none of this one's vocabularies",
    ),
    Break(
        "a concept that no way leads to",
        change("sample:narrow", "skos:broader ?x"),
        "violation concept-lost",
        "No way leads to this concept",
    ),
    Break(
        "a top concept of which its vocabulary knows nothing",
        change(SCHEME, "skos:hasTopConcept sample:other"),
        "violation top-agrees",
        "by skos:hasTopConcept too",
    ),
    Break(
        "a top concept that knows nothing of its vocabulary",
        change("sample:other", "skos:topConceptOf ?x"),
        "violation top-agrees",
        "by skos:topConceptOf too",
    ),
    Break(
        "a concept related to the broader one",
        state("sample:narrow skos:related sample:wide", "graph:voc"),
        "violation related-broader",
        "are related and one is broader",
    ),
    Break(
        "a concept compared in two ways",
        state("sample:narrow skos:broadMatch <http://data.europa.eu/ux2/nace2.1/31>", "graph:voc"),
        "violation match-once",
        "in two ways, by skos:closeMatch too",
    ),
    Break(
        "a division that NACE lacks",
        state("sample:wide skos:closeMatch <http://data.europa.eu/ux2/nace2.1/34>", "graph:voc"),
        "violation nace-known",
        "no section or division",
    ),
    Break(
        "a section that NACE lacks",
        state("sample:wide skos:broadMatch <http://data.europa.eu/ux2/nace2.1/X>", "graph:voc"),
        "violation nace-known",
        "no section or division",
    ),
    Break(
        "a code with the dot that the IRIs of NACE lack",
        state("sample:wide skos:narrowMatch <http://data.europa.eu/ux2/nace2.1/01.1>", "graph:voc"),
        "violation nace-known",
        "no section or division",
    ),
)
