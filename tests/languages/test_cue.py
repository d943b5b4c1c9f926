"""Every cue of every pack is shown by its own examples, read by the whole mapping."""

from dataclasses import replace
from functools import cache

import pytest

from clustergraph.languages import Cue, load_pack, pack_languages
from clustergraph.mapping import map_document
from clustergraph.model import Span, Zone, ZoneKind
from given.mapped import document_in, gazetteer


def _cases(kind: str) -> list[object]:
    return [
        pytest.param(code, cue, sentence, id=f"{cue.id}: {sentence}")
        for code in pack_languages()
        for cue in load_pack(code).cues
        for sentence in getattr(cue, kind)
    ]


@cache
def _facts(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Relation and rule of every fact that the text gives."""
    paragraph = Zone(kind=ZoneKind.PARAGRAPH, span=Span(0, len(text)))
    document = replace(document_in(language, text), zones=(paragraph,))
    graph = map_document(document, gazetteer())
    return frozenset(
        (fact.predicate, evidence.rule) for fact in graph.facts for evidence in fact.evidence
    )


@pytest.mark.parametrize(("code", "cue", "sentence"), _cases("examples"))
def test_an_example_gives_the_relation_by_its_cue(code: str, cue: Cue, sentence: str) -> None:
    assert (cue.relation, cue.id) in _facts(sentence, code)


@pytest.mark.parametrize(("code", "cue", "sentence"), _cases("counterexamples"))
def test_a_counterexample_does_not_give_the_relation_by_its_cue(
    code: str, cue: Cue, sentence: str
) -> None:
    assert (cue.relation, cue.id) not in _facts(sentence, code)


@pytest.mark.parametrize("code", pack_languages())
def test_no_two_cues_of_a_language_bear_one_id(code: str) -> None:
    ids = [cue.id for cue in load_pack(code).cues]
    assert sorted(set(ids)) == sorted(ids)


def test_a_blank_of_a_cue_is_any_white_space_and_one_with_a_question_mark_may_lack() -> None:
    cue = next(cue for cue in load_pack("en").cues if cue.id == "en.fundedBy.passive")
    assert cue.pattern.search("co-financed\r\nby the")
    assert not cue.pattern.search("cofinancedby the")
    lead = next(cue for cue in load_pack("en").cues if cue.id == "en.coordinatedBy.apposition")
    assert lead.pattern.search("(coordinator)")
    assert lead.pattern.search(", coordinator")


def test_a_cue_never_begins_or_ends_inside_a_word() -> None:
    cue: Cue = next(cue for cue in load_pack("en").cues if cue.id == "en.organisedBy.passive")
    assert cue.pattern.search("was run by them")
    assert not cue.pattern.search("was overrun by them")
    assert not cue.pattern.search("was run bystanders")
