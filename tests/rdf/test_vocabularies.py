"""The concepts of a vocabulary come with their labels and with what stands above them."""

from pathlib import Path

import pytest

from clustergraph.errors import OntologyError
from clustergraph.iris import concept_iri
from clustergraph.model import Concept, LangString
from clustergraph.rdf.vocabularies import read_concepts

COLOURS = """
@prefix c: <https://w3id.org/clustergraph/voc/colours/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/clustergraph/voc/colours> a skos:ConceptScheme ; skos:prefLabel "Colours"@en .
c:red a skos:Concept ; skos:inScheme <https://w3id.org/clustergraph/voc/colours> ;
    skos:prefLabel "red"@en ; skos:altLabel "czerwony"@pl ; skos:hiddenLabel "pink"@en .
c:crimson a skos:Concept ; skos:inScheme <https://w3id.org/clustergraph/voc/colours> ;
    skos:prefLabel "crimson"@en ; skos:notation "crimson" ; skos:broader c:red .
"""


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    folder = tmp_path / "vocabularies"
    folder.mkdir()
    (folder / "colours.ttl").write_text(COLOURS, encoding="utf-8")
    return tmp_path


def test_concepts_are_sorted_and_the_scheme_is_none_of_them(ontology: Path) -> None:
    red, crimson = concept_iri("colours", "red"), concept_iri("colours", "crimson")
    assert read_concepts("colours", ontology) == (
        Concept(iri=crimson, names=(LangString("crimson", "en"),), broader=(red,)),
        Concept(
            iri=red,
            names=(LangString("czerwony", "pl"), LangString("red", "en")),
            narrower_names=(LangString("pink", "en"),),
        ),
    )


def test_a_concept_without_a_name_of_its_own_is_a_fault(ontology: Path) -> None:
    path = ontology / "vocabularies" / "colours.ttl"
    path.write_text(COLOURS.replace("c:crimson a", "_:crimson a"), encoding="utf-8")
    with pytest.raises(OntologyError, match=r"colours\.ttl: a vocabulary names everything"):
        read_concepts("colours", ontology)


def test_a_vocabulary_that_is_no_turtle_is_told_by_file_and_line(ontology: Path) -> None:
    path = ontology / "vocabularies" / "colours.ttl"
    path.write_text(COLOURS.replace('skos:prefLabel "red"@en ;', "skos:prefLabel"), "utf-8")
    with pytest.raises(OntologyError, match=r"colours\.ttl:6: this is no Turtle"):
        read_concepts("colours", ontology)
