"""Laws that hold for every document."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.languages import pack_languages
from clustergraph.mapping import map_document
from clustergraph.vocab import SIGNATURES
from given.mapped import document_in, facts_of, gazetteer, map_text

WORDS = (
    *("The", "the", "project", "conference", "workshops", "4th", "second", "training", "week"),
    *("Alpine", "Agency", "Foundation", "Cluster", "NTI", "(NTI)", "Institute,", "Ltd."),
    *("“Blue", "Harbour”", "'Oak", "Valley'", '"Open', 'Gates"', "„Зелена", "вълна“", "«Pin»"),
    *("Mr", "Dr.", "Ann", "Lee", "Lee's", "director", "former", "van", "participants", "experts:"),
    *("is", "was", "funded", "by", "organised", "jointly", "with", "in", "of", "and", "from", "at"),
    *("Lyon", "France", "Central", "Asia", "Kraków", "Krakowie", "w", "Пловдив", "в", "на", "и"),
    *("19", "and", "23", "February", "2018", "2018-2020", "5.05.2015", "more", "than", "40", "IV"),
    *("projekt", "szkolenie", "Fundacja", "Fundacji", "Leśnej", "realizuje", "przez", "oraz", "r."),
    *("проектът", "Фондация", "за", "развитие", "обучението", "се", "изпълнява", "от", "4-ти"),
    *(",", ";", ":", "(", ")", "–", "-", "•", "...", "'", "’s", "&", "|", "🎓", "\u00a0", "\u0301"),
    *("\n", "\n\n", "\n\n• ", "\r\n", "\n1. "),
)
LANGUAGES = (*pack_languages(), "hu", "und")
NEWS = """Wood Days open

The "Wood Days" conference was held in Lyon between 19 and 23 February 2018. It was organised by the
Alpine Wood Agency, the Baltic Fish Institute and Ann Lee, director of the Toy Cluster.

The partners are:

• Oak Valley (Spain)
• Pine Hill
"""

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
documents = st.tuples(st.sampled_from(LANGUAGES), texts.map(lambda text: f"A {text}"))
"""Language and text; tests make the documents, as compiling patterns draws random numbers."""
unhurried = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
rarely = settings(unhurried, max_examples=50)


@unhurried
@given(drawn=documents)
def test_any_text_is_mapped_and_each_fact_quotes_it(drawn: tuple[str, str]) -> None:
    document = document_in(*drawn)
    graph = map_document(document, gazetteer())
    for fact in graph.facts:
        assert graph.entity(fact.subject).kind in SIGNATURES[fact.predicate].domain
        for evidence in fact.evidence:
            assert document[evidence.span] == evidence.quote
            ends = [end for end in (evidence.subject, evidence.object) if end is not None]
            assert all(document[end].strip() for end in ends)


@rarely
@given(drawn=documents)
def test_mapping_twice_gives_the_same_graph(drawn: tuple[str, str]) -> None:
    document = document_in(*drawn)
    assert map_document(document, gazetteer()) == map_document(document, gazetteer())


@rarely
@given(drawn=documents)
def test_entities_are_mentioned_where_their_names_stand(drawn: tuple[str, str]) -> None:
    document = document_in(*drawn)
    graph = map_document(document, gazetteer())
    for entity in graph.entities:
        assert all(document[mention].strip() == document[mention] for mention in entity.mentions)
        assert len(set(entity.names)) == len(entity.names)


@pytest.mark.parametrize("language", ["sl", "und", "xx"])
def test_a_language_without_a_pack_gets_known_names_and_no_facts(language: str) -> None:
    graph = map_text(NEWS, language)
    assert {entity.names[0].text for entity in graph.entities} == {"Lyon", "Spain"}
    assert graph.facts == ()


def test_the_line_ends_of_a_text_change_only_offsets() -> None:
    unix, windows = map_text(NEWS), map_text(NEWS.replace("\n", "\r\n"))
    assert [entity.names for entity in unix.entities] == [e.names for e in windows.entities]
    assert [(f.subject, f.predicate, f.object) for f in unix.facts] == [
        (f.subject, f.predicate, f.object) for f in windows.facts
    ]
    assert len(unix.facts) > 5


def test_a_name_is_followed_from_story_to_story() -> None:
    graph = map_text(
        "Wood Lovers Meet\n\nThe Alpine Wood Agency (AWA) opened.\n\n"
        "Toy Lovers Meet\n\nThe seminar was organised by AWA.\n"
    )
    assert facts_of(graph) == {("seminar", "organisedBy", "Alpine Wood Agency")}
