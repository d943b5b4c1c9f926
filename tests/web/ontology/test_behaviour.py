"""What follows from the axioms of a term, said in sentences."""

import pytest

from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.explain import Term
from clustergraph.store.graph import GraphStore
from clustergraph.web.framing.sharing import in_words
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.behaviour import behaviour
from clustergraph.web.wording.reader import Reader


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fundingSource", "It follows wherever part of and then source of funding lead"),
        ("locatedIn", "Its value is of the class place; that follows, whatever else is known."),
        ("partner", "nothing follows from it about which."),
        ("partOf", "The same, said from the other end: "),
    ],
)
def test_an_axiom_is_a_sentence(
    small_graph: GraphStore, terms: list[Term], name: str, sentence: str
) -> None:
    (term,) = (term for term in terms if term.thing.iri.local == name)
    said = [in_words(each) for each in behaviour(term, Linker(Labels(small_graph), Reader()))]
    assert any(sentence in each for each in said), said


def test_nothing_is_said_of_the_ends_of_a_class(small_graph: GraphStore, terms: list[Term]) -> None:
    linker = Linker(Labels(small_graph), Reader())
    for term in (term for term in terms if term.is_class):
        said = " ".join(in_words(each) for each in behaviour(term, linker))
        assert "Whatever has it" not in said
        assert "Its value" not in said
