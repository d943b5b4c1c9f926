from clustergraph.mapping import map_document
from clustergraph.vocab import CG
from given.mapped import document_in, gazetteer

TEXT = (
    "A magyar klaszterek Budapesten találkoztak. Az Erasmus+ program támogatta a képzést.\n"
    "Budapest, Bukarest és az European Commission. Olaszország budapest.\n"
)


def test_places_and_bodies_that_everybody_knows_are_found_in_a_language_without_a_pack() -> None:
    graph = map_document(document_in("hu", TEXT), gazetteer())
    kinds = {entity.names[0].text: entity.kind for entity in graph.entities}
    assert kinds["Budapest"] == CG.City
    assert kinds["European Commission"] == CG.Organisation
    assert not graph.facts


def test_a_name_is_found_with_a_capital_only_and_wherever_it_stands_again() -> None:
    graph = map_document(document_in("hu", "Budapest budapest Budapest."), gazetteer())
    (entity,) = graph.entities
    assert [(span.start, span.end) for span in entity.mentions] == [(0, 8), (18, 26)]


def test_no_rule_of_another_language_is_applied() -> None:
    english = "The project Alpha was funded by the European Union in Vienna."
    graph = map_document(document_in("hu", english), gazetteer())
    assert not graph.facts
    assert {entity.names[0].text for entity in graph.entities} == {"European Union", "Vienna"}


def test_a_text_without_any_name_gives_nothing() -> None:
    assert not map_document(document_in("hu", "semmi sincs itt 12 ."), gazetteer()).entities
