import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from clustergraph.model import Iri
from clustergraph.operations.ontology_guide.definitions import Definitions, is_ours, named
from clustergraph.vocab import CG

ABOVE, COMMENT, DEFINED, FIRST, REST, NIL = named(
    "rdfs:subClassOf", "rdfs:comment", "rdfs:isDefinedBy", "rdf:first", "rdf:rest", "rdf:nil"
)
FOREIGN = Iri("https://example.org/Thing")
LIST, TAIL = Iri("urn:list"), Iri("urn:tail")


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    said: list[tuple[Iri, Iri, NamedNode | BlankNode | Literal]] = [
        (CG.City, ABOVE, NamedNode(CG.Place)),
        (CG.City, ABOVE, NamedNode(FOREIGN)),
        (CG.City, ABOVE, BlankNode("restriction")),
        (CG.City, COMMENT, Literal("Miasto.", language="pl")),
        (CG.City, COMMENT, Literal("A city.", language="en")),
        (CG.City, DEFINED, NamedNode("urn:ontology")),
        (FOREIGN, ABOVE, NamedNode(CG.Place)),
        (LIST, FIRST, NamedNode(CG.City)),
        (LIST, REST, NamedNode(TAIL)),
        (TAIL, FIRST, NamedNode(CG.Place)),
        (TAIL, REST, NamedNode(NIL)),
    ]
    return Definitions.of(Quad(NamedNode(s), NamedNode(p), o) for s, p, o in said)


def test_only_what_the_ontology_defines_is_a_term(definitions: Definitions) -> None:
    assert definitions.terms() == [CG.City]


def test_what_has_no_name_is_left_out(definitions: Definitions) -> None:
    assert set(definitions.iris(CG.City, ABOVE)) == {CG.Place, FOREIGN}


def test_texts_are_sorted_by_language(definitions: Definitions) -> None:
    texts = definitions.texts(CG.City, COMMENT)
    assert [(each.text, each.language) for each in texts] == [("A city.", "en"), ("Miasto.", "pl")]


def test_only_terms_of_ours_point_to_a_value(definitions: Definitions) -> None:
    assert definitions.subjects(CG.Place, ABOVE) == (CG.City,)
    assert is_ours(CG.City)
    assert not is_ours(FOREIGN)


def test_a_list_is_read_in_its_order(definitions: Definitions) -> None:
    assert list(definitions.members(LIST)) == [CG.City, CG.Place]
    assert list(definitions.members(NIL)) == []


def test_of_what_is_not_defined_nothing_is_said(definitions: Definitions) -> None:
    assert definitions.iris(CG.Person, ABOVE) == ()
    assert definitions.texts(CG.Person, COMMENT) == ()
