"""Words that name what is forgotten are hidden, and only those."""

from dataclasses import replace

import pytest

from clustergraph.model import HIDDEN, Iri, LangString, ResolvedGraph, Span
from clustergraph.resolving.forgetting.hiding import Veil, hidden
from clustergraph.resolving.forgetting.naming import Naming
from given.sketches import Sketch

ANNA = Iri("https://w3id.org/clustergraph/id/anna-aaaaaaaa")
BLOCK = HIDDEN * len("Anna Nowak")


def veil_over(*sketches: Sketch) -> Veil:
    """Hide Anna Nowak, of whom the mappers found no mention."""
    documents = tuple(sketch.document for sketch in sketches)
    graph = ResolvedGraph(documents=documents, entities=(), statements=())
    naming = Naming.of([LangString("Anna Nowak", "en")], [], is_person=True)
    return Veil(graph, {ANNA: naming})


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([], "ab\r\ncd"),
        ([Span(0, 1)], f"{HIDDEN}b\r\ncd"),
        ([Span(1, 5)], f"a{HIDDEN}\r\n{HIDDEN}d"),
        ([Span(0, 2), Span(1, 2)], f"{HIDDEN * 2}\r\ncd"),
    ],
)
def test_each_character_is_a_block_but_for_ends_of_lines(spans: list[Span], text: str) -> None:
    assert hidden("ab\r\ncd", spans) == text


def test_what_is_told_of_a_document_is_covered_as_its_text_is() -> None:
    sketch = Sketch("A talk of Anna Nowak. Nowak spoke.", name="nowak-talk.txt")
    document = replace(
        sketch.document,
        title="A talk of Anna Nowak",
        publisher="Anna Nowak",
        source="https://example.org/anna-nowak/talk",
    )
    covered = veil_over(sketch).cover_document(document)
    assert covered.text == f"A talk of {BLOCK}. {HIDDEN * 5} spoke."
    assert covered.title == f"A talk of {BLOCK}"
    assert covered.publisher == BLOCK
    assert covered.source == "https://example.org/"
    assert covered.name == f"{HIDDEN * 5}-talk.txt"


def test_a_title_that_the_text_lacks_is_covered_by_itself() -> None:
    sketch = Sketch("Anna Nowak spoke.")
    document = replace(sketch.document, title="Nowak on wood")
    assert veil_over(sketch).cover_document(document).title == f"{HIDDEN * 5} on wood"


@pytest.mark.parametrize("source", ["", "https://example.org/talk", "talk.html"])
def test_a_source_without_the_name_stays(source: str) -> None:
    sketch = Sketch("Anna Nowak spoke.")
    document = replace(sketch.document, source=source)
    assert veil_over(sketch).cover_document(document).source == source


def test_a_document_that_does_not_speak_of_her_keeps_the_surname() -> None:
    about, other = Sketch("Anna Nowak spoke."), Sketch("Nowak spoke.", name="other.txt")
    veil = veil_over(about, other)
    assert veil.cover_document(other.document).text == "Nowak spoke."
    assert veil.cover("Nowak", [about.document.id]) == HIDDEN * 5
    assert veil.cover("Nowak", [other.document.id]) == "Nowak"
    assert veil.cover("Anna Nowak", [other.document.id]) == BLOCK
    assert veil.cover("Anna Nowak", []) == BLOCK


def test_who_may_hold_the_name_is_spared() -> None:
    veil = veil_over(Sketch("Anna Nowak spoke."))
    assert veil.cover_whole_names("Anna Nowak, Nowak") == f"{BLOCK}, Nowak"
    assert veil.cover_whole_names("Anna Nowak", spared=[ANNA]) == "Anna Nowak"
    assert veil.cover("Anna Nowak", [], spared=[ANNA]) == "Anna Nowak"
    assert veil.cover_literal(LangString("by Anna Nowak", "en"), []).text == f"by {BLOCK}"
