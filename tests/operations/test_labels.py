import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Label, Labels
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

THING = Iri(f"{BASE}id/thing-aaaaaaaa")
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"
DCTERMS = "http://purl.org/dc/terms/"

Said = dict[str, list[Literal | NamedNode]]


def graph(said: Said) -> GraphStore:
    store = Store()
    for predicate, values in said.items():
        store.extend(Quad(NamedNode(THING), NamedNode(predicate), value) for value in values)
    return GraphStore(store)


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("pl", Label(text="Bułgaria", language="pl")),
        ("bg", Label(text="BG", language="")),
        ("en", Label(text="Bulgaria", language="en")),
    ],
)
def test_a_name_without_language_suits_everybody(language: str, label: Label) -> None:
    names: list[Literal | NamedNode] = [
        Literal("Bulgaria", language="en"),
        Literal("Bułgaria", language="pl"),
        Literal("BG"),
    ]
    assert Labels(graph({PREFERRED: names}), language).thing(THING).label == label


def test_english_comes_before_any_other_language() -> None:
    names: list[Literal | NamedNode] = [
        Literal("Bulharsko", language="cs"),
        Literal("Bulgaria", language="en"),
    ]
    label = Labels(graph({PREFERRED: names}), "pl").thing(THING).label
    assert label == Label(text="Bulgaria", language="en", fell_back=True)
    label = Labels(graph({PREFERRED: names[:1]}), "pl").thing(THING).label
    assert label == Label(text="Bulharsko", language="cs", fell_back=True)


def test_a_document_without_title_is_called_by_its_file_name() -> None:
    identified: Said = {f"{DCTERMS}identifier": [Literal("001.txt")]}
    titled: Said = {f"{DCTERMS}title": [Literal("News", language="en")], **identified}
    assert Labels(graph(identified), "pl").thing(THING).label.text == "001.txt"
    assert Labels(graph(titled), "pl").thing(THING).label.text == "News"


def test_what_has_a_number_for_a_name_is_called_by_all_of_its_address() -> None:
    thing = Labels(graph({})).thing(Iri("http://data.europa.eu/ux2/nace2.1/13"))
    assert thing.label.text == "data.europa.eu/ux2/nace2.1/13"


def test_what_has_no_name_is_called_by_the_end_of_its_iri() -> None:
    labels = Labels(graph({}))
    assert labels.thing(THING).label.text == "thing-aaaaaaaa"
    in_scheme = Iri("http://www.w3.org/2004/02/skos/core#inScheme")
    assert labels.thing(in_scheme).label.text == "in scheme"


def test_the_kind_is_the_most_special_of_our_classes() -> None:
    kinds: list[Literal | NamedNode] = [
        NamedNode("http://www.w3.org/2004/02/skos/core#Concept"),
        NamedNode(CG.Place),
        NamedNode(CG.City),
    ]
    assert Labels(graph({TYPE: kinds})).thing(THING).kind == CG.City
