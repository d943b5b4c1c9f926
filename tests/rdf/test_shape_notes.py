"""Every shape is told in words, by the terms that it speaks of."""

from pyoxigraph import NamedNode, RdfFormat, parse

from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.shape_notes import shape_notes, shapes_about
from clustergraph.vocab import CG

SHAPE = "https://w3id.org/clustergraph/shapes#"


def test_every_shape_of_the_files_is_told() -> None:
    named = {
        quad.subject.value.removeprefix(SHAPE)
        for path in SHAPES.glob("*.ttl")
        for quad in parse(path=path, format=RdfFormat.TURTLE)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(SHAPE)
    }
    assert {note.name for note in shape_notes()} == named


def test_every_shape_says_what_is_wrong_and_how_grave_it_is() -> None:
    for note in shape_notes():
        assert note.messages, note.name
        assert note.severity in {"violation", "warning", "info"}
        assert note.source.startswith(f"shape:{note.name}")


def test_shapes_are_found_by_their_terms_in_turtle_and_in_queries() -> None:
    names = {note.name for note in shapes_about(CG.partner)}
    assert {"partner-object", "partner-pays"} <= names
    assert "supported" in {note.name for note in shapes_about(CG.reviewStatus)}
    assert shapes_about(Iri("https://w3id.org/clustergraph/ns#Banana")) == ()


def test_a_warning_is_told_from_a_violation() -> None:
    severities = {note.name: note.severity for note in shapes_about(CG.partner)}
    assert severities["partner-pays"] == "warning"
    assert severities["partner-object"] == "violation"
