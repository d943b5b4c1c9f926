"""The ontology introduces itself, and its files arrange all its terms."""

from collections import Counter
from pathlib import Path

from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.introduce import introduce, themes
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


def test_the_ontology_names_itself_in_the_readers_language(small_graph: GraphStore) -> None:
    definitions = Definitions.read(small_graph)
    assert introduce(definitions, "pl").title.text == "Ontologia ClusterGraph"
    assert introduce(definitions, "de").title.language == "en"


def test_the_header_tells_version_licence_and_how_to_cite_it(small_graph: GraphStore) -> None:
    about = introduce(Definitions.read(small_graph), "en")
    assert about.version_iri == f"https://w3id.org/clustergraph/ns/{about.version}"
    assert about.prior is not None
    assert about.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert about.version in about.citation
    assert about.prefix == "cg"


def test_an_ontology_that_says_nothing_of_itself_is_introduced_all_the_same() -> None:
    about = introduce(Definitions.of([]), "en")
    assert (about.title.text, about.version, about.prior) == ("Ontology", "", None)


def test_every_term_belongs_to_one_theme(small_graph: GraphStore) -> None:
    placed = Counter(term for terms in themes().values() for term in terms)
    assert set(placed) == set(Definitions.read(small_graph).terms())
    assert set(placed.values()) == {1}
    assert CG.fundedBy in themes()["Money"]


def test_themes_are_the_sections_of_the_files_in_their_order(tmp_path: Path) -> None:
    rule = "# ====="
    lines = ["cg:lost a owl:Class .", rule, "# Fruit", rule, "cg:Plum", "    a owl:Class .", ""]
    lines += ["# red ones", "cg:Plum rdfs:label 'plum' .", "cg:Cherry a owl:Class ."]
    (tmp_path / "fruit.ttl").write_text("\n".join(lines))
    found = {title: [term.local for term in terms] for title, terms in themes(tmp_path).items()}
    assert found == {"": ["lost"], "Fruit": ["Plum", "Cherry"]}
