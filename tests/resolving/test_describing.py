"""A group has one class, one label a language, and all its other names and mentions."""

from clustergraph.model import Iri, LangString
from clustergraph.resolving.describing import describe, kind_of, labels_of
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.members import members
from given.sketches import CG, Sketch


def group_of(*sketches: Sketch) -> Group:
    """Put all that the documents speak of into one group."""
    return Group(members=tuple(member for each in sketches for member in members(each.graph)))


def mentioned(times: int, kind: Iri, *names: str, language: str = "en") -> Sketch:
    """Draw a document that mentions one thing so often."""
    sketch = Sketch(" ".join([names[0]] * times + list(names[1:])), language=language)
    sketch.entity(kind, *names, at=names[0])
    return sketch


def test_the_more_specific_class_wins_over_more_mentions() -> None:
    group = group_of(mentioned(5, CG.Agent, "Redwood"), mentioned(1, CG.Cluster, "Redwood"))
    assert kind_of(group) == CG.Cluster


def test_mentions_of_all_documents_count_for_a_class() -> None:
    group = group_of(
        mentioned(2, CG.Project, "Redwood"),
        mentioned(3, CG.Programme, "Redwood"),
        mentioned(2, CG.Project, "Redwood", "again"),
    )
    assert kind_of(group) == CG.Project


def test_of_classes_mentioned_alike_the_alphabet_decides() -> None:
    kinds = (CG.Programme, CG.Event)
    assert kind_of(group_of(*(mentioned(2, kind, "Redwood") for kind in kinds))) == CG.Event


def test_the_name_of_more_mentions_is_the_label() -> None:
    group = group_of(
        mentioned(2, CG.Cluster, "Redwood Cluster"),
        mentioned(3, CG.Cluster, "Cluster Redwood"),
        mentioned(2, CG.Cluster, "Redwood Cluster", "x"),
    )
    assert labels_of(group) == (LangString("Redwood Cluster", "en"),)


def test_a_full_name_beats_an_acronym_of_more_mentions() -> None:
    group = group_of(mentioned(5, CG.Cluster, "EFCE"), mentioned(1, CG.Cluster, "Foundation"))
    assert labels_of(group) == (LangString("Foundation", "en"),)


def test_of_names_mentioned_alike_the_alphabet_decides() -> None:
    group = group_of(mentioned(1, CG.Cluster, "Wood B"), mentioned(1, CG.Cluster, "Wood A"))
    assert labels_of(group) == (LangString("Wood A", "en"),)


def test_each_language_has_a_label_and_the_first_name_proposes_it() -> None:
    group = group_of(
        mentioned(1, CG.Cluster, "Redwood", "The Redwood"),
        mentioned(1, CG.Cluster, "Секвоя", language="bg"),
    )
    entity = describe(group, Iri("https://example.org/redwood"))
    assert entity.labels == (LangString("Секвоя", "bg"), LangString("Redwood", "en"))
    assert entity.alternatives == (LangString("The Redwood", "en"),)
    assert (entity.kind, entity.named, entity.gazetteer) == (CG.Cluster, True, "")


def test_mentions_of_all_members_stand_sorted_and_once() -> None:
    sketch = Sketch("Redwood and Redwood")
    for _ in range(2):
        sketch.entity(CG.Cluster, "Redwood")
    entity = describe(group_of(sketch), Iri("https://example.org/redwood"))
    assert [(place.span.start, place.span.end) for place in entity.mentions] == [(0, 7), (12, 19)]
