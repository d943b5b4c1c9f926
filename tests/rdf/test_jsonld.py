"""Triples are written as compact JSON-LD that another library reads as the same triples."""

import json
from typing import Any

import pytest
from pyoxigraph import BaseDirection, BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from clustergraph.rdf.jsonld import to_jsonld
from clustergraph.vocab import CG

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
EFCE = NamedNode("https://w3id.org/clustergraph/id/efce-aaaaaaaa")
PAYER = NamedNode("https://w3id.org/clustergraph/id/eu-aaaaaaaa")
FUNDED_BY, NOTE = NamedNode(CG.fundedBy), NamedNode(CG.reviewNote)

EVERYTHING = [
    Triple(EFCE, TYPE, NamedNode(CG.Cluster)),
    Triple(EFCE, TYPE, NamedNode("http://www.w3.org/ns/org#Organization")),
    Triple(EFCE, FUNDED_BY, PAYER),
    Triple(EFCE, FUNDED_BY, Literal("somebody")),
    Triple(EFCE, FUNDED_BY, BlankNode("x")),
    Triple(BlankNode("x"), NOTE, Literal("seen")),
    Triple(EFCE, NOTE, NamedNode("https://example.org/note")),
    Triple(EFCE, LABEL, Literal("Клъстер „Зелена“", language="bg")),
    Triple(EFCE, LABEL, Literal("عنقود", language="ar", direction=BaseDirection.RTL)),
    Triple(EFCE, NamedNode(CG.startDate), Literal("2018", datatype=NamedNode(f"{XSD}gYear"))),
    Triple(EFCE, NamedNode("https://example.org/p"), Literal(5)),
]


def document(*triples: Triple) -> Any:
    return json.loads(to_jsonld(triples))


def node(*triples: Triple) -> dict[str, Any]:
    (found,) = document(*triples)["@graph"]
    return dict(found)


def said(triples: list[Triple]) -> set[str]:
    """Return the triples as text, whatever blank nodes are called."""
    names = {str(term) for t in triples for term in t if isinstance(term, BlankNode)}
    texts = {" ".join(map(str, triple)) for triple in triples}
    return {text.replace(name, "_:b") for text in texts for name in names}


def test_an_engine_reads_back_what_was_written() -> None:
    quads = parse(to_jsonld(EVERYTHING), format=RdfFormat.JSON_LD)
    assert said([quad.triple for quad in quads]) == said(EVERYTHING)


def test_our_terms_and_classes_have_bare_names_and_others_their_prefixes() -> None:
    found = document(*EVERYTHING)
    efce = found["@graph"][0]
    assert efce["@type"] == ["Cluster", "org:Organization"]
    assert {"fundedBy", "reviewNote", "skos:prefLabel"} <= efce.keys()
    context = found["@context"]
    assert context["@vocab"] == CG.fundedBy.removesuffix("fundedBy")
    assert context["@version"] == 1.1
    assert context["skos"] == "http://www.w3.org/2004/02/skos/core#"
    assert "foaf" not in context


def test_what_a_relation_leads_to_is_an_iri_without_more_words() -> None:
    triple = Triple(EFCE, FUNDED_BY, PAYER)
    assert node(triple)["fundedBy"] == "id:eu-aaaaaaaa"
    assert document(triple)["@context"]["fundedBy"] == {"@type": "@id"}


def test_an_iri_elsewhere_says_that_it_is_one() -> None:
    triple = Triple(EFCE, NOTE, NamedNode("https://example.org/note"))
    assert node(triple)["reviewNote"] == {"@id": "https://example.org/note"}
    assert "reviewNote" not in document(triple)["@context"]


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        (Literal("seen"), "seen"),
        (Literal("seen", language="en"), {"@value": "seen", "@language": "en"}),
        (Literal(5), {"@value": "5", "@type": "xsd:integer"}),
    ],
)
def test_a_literal_says_what_it_is_where_it_is_no_plain_text(
    literal: Literal, value: object
) -> None:
    assert node(Triple(EFCE, NOTE, literal))["reviewNote"] == value


def test_a_plain_text_where_a_thing_belongs_is_told_from_an_iri() -> None:
    triple = Triple(EFCE, FUNDED_BY, Literal("somebody"))
    assert node(triple)["fundedBy"] == {"@value": "somebody"}


def test_letters_are_written_as_they_are_and_one_line_where_that_is_asked() -> None:
    triple = Triple(EFCE, LABEL, Literal("Клъстер", language="bg"))
    assert "Клъстер".encode() in to_jsonld([triple])
    assert len(to_jsonld([triple]).splitlines()) > 1
    assert len(to_jsonld([triple], indent=None).splitlines()) == 1


def test_a_subject_is_one_node_wherever_its_triples_stand() -> None:
    triples = [
        Triple(EFCE, NOTE, Literal("one")),
        Triple(PAYER, NOTE, Literal("two")),
        Triple(EFCE, NOTE, Literal("three")),
    ]
    first, second = document(*triples)["@graph"]
    assert first == {"@id": "id:efce-aaaaaaaa", "reviewNote": ["one", "three"]}
    assert second["reviewNote"] == "two"


def test_nothing_is_a_document_too() -> None:
    assert document()["@graph"] == []


def test_a_triple_term_is_refused() -> None:
    with pytest.raises(TypeError, match="no triple term"):
        to_jsonld([Triple(EFCE, NOTE, Triple(EFCE, FUNDED_BY, PAYER))])
