"""The published graph holds nothing of what is forgotten; its addresses are told beside it."""

import pytest

from clustergraph.iris import readdressed_iri
from clustergraph.model import (
    HIDDEN,
    Iri,
    LangString,
    MentionPlace,
    ResolvedEntity,
    ResolvedGraph,
    Span,
    UnsurePair,
    Withheld,
)
from clustergraph.resolving.forgetting.hiding import Veil
from clustergraph.resolving.forgetting.naming import Naming
from clustergraph.resolving.forgetting.publishing import publish
from clustergraph.vocab import CG
from given.sketches import Sketch

BASE = "https://w3id.org/clustergraph/id/"
ANNA, FUND, NAMED_FUND, OLD, SPELLED, GONE, SPELLED_GONE = (
    Iri(BASE + local)
    for local in (
        *("anna-nowak-aaaaaaaa", "fund-bbbbbbbb", "anna-nowak-fund-cccccccc", "grant-dddddddd"),
        *("anna-nowak-eeeeeeee", "lost-ffffffff", "anna-nowak-abababab"),
    )
)
TEXT = "Anna Nowak and the Anna Nowak Fund and a Fund"


def entity(iri: Iri, name: str, kind: Iri = CG.Organisation) -> ResolvedEntity:
    sketch = Sketch(TEXT)
    return ResolvedEntity(
        iri=iri,
        kind=kind,
        labels=(LangString(name, "en"),),
        alternatives=(),
        named=True,
        mentions=(MentionPlace(sketch.document.id, sketch.spans(name)[-1]),),
        gazetteer="",
    )


def published(**rest: object) -> ResolvedGraph:
    """Forget Anna Nowak in a graph that also holds two funds."""
    graph = ResolvedGraph(
        documents=(Sketch(TEXT).document,),
        entities=(
            entity(ANNA, "Anna Nowak", CG.Person),
            entity(FUND, "Fund"),
            entity(NAMED_FUND, "Anna Nowak Fund"),
        ),
        statements=(),
        **rest,  # type: ignore[arg-type]
    )
    naming = Naming.of([LangString("Anna Nowak", "en")], [], is_person=True)
    reasons = {ANNA: "asked by Anna Nowak"}
    return publish(graph, graph, reasons, Veil(graph, {ANNA: naming}), reasons)


def test_the_thing_is_left_out_and_its_address_says_why_without_the_name() -> None:
    graph = published()
    assert ANNA not in {each.iri for each in graph.entities}
    assert Withheld(iri=ANNA, why=f"asked by {HIDDEN * 10}") in graph.withheld


def test_an_address_that_spells_the_name_is_replaced_wherever_it_stands() -> None:
    new = readdressed_iri(NAMED_FUND, f"{HIDDEN * 10}-fund")
    graph = published(
        redirects=((OLD, NAMED_FUND),),
        unsure=(UnsurePair(one=NAMED_FUND, other=FUND, reason="alike"),),
    )
    assert {each.iri for each in graph.entities} == {FUND, new}
    assert "nowak" not in new
    assert graph.redirects == ((OLD, new),)
    (pair,) = graph.unsure
    assert [pair.one, pair.other] == sorted((FUND, new))
    assert Withheld(iri=NAMED_FUND, replaced_by=new) in graph.withheld


@pytest.mark.parametrize("pair", [(ANNA, FUND), (FUND, ANNA)])
def test_a_pair_with_the_forgotten_is_not_told(pair: tuple[Iri, Iri]) -> None:
    one, other = pair
    assert published(unsure=(UnsurePair(one=one, other=other, reason="alike"),)).unsure == ()


def test_redirects_and_lost_addresses_that_spell_the_name_are_told_beside_the_graph() -> None:
    graph = published(
        redirects=((OLD, FUND), (SPELLED, FUND), (Iri(f"{BASE}x-aaaaaaaa"), ANNA)),
        gone=(GONE, SPELLED_GONE),
    )
    assert graph.redirects == ((OLD, FUND),)
    assert graph.gone == (GONE,)
    told = {each.iri: (each.replaced_by, each.why) for each in graph.withheld}
    assert told[SPELLED] == (FUND, "")
    assert told[SPELLED_GONE] == (None, "")
    assert GONE not in told
    assert list(told) == sorted(told)


def test_what_only_a_forgotten_document_speaks_of_is_lost_with_its_reason() -> None:
    kept, lost = Sketch("A Fund"), Sketch("Redwood", name="lost.txt")
    thing = entity(FUND, "Fund")
    place = MentionPlace(lost.document.id, Span(0, 7))
    redwood = ResolvedEntity(
        iri=OLD,
        kind=CG.Organisation,
        labels=(LangString("Redwood", "en"),),
        alternatives=(),
        named=True,
        mentions=(place,),
        gazetteer="",
    )
    both = (kept.document, lost.document)
    whole = ResolvedGraph(documents=both, entities=(thing, redwood), statements=())
    left = ResolvedGraph(documents=both[:1], entities=(thing,), statements=())
    document = Iri(f"https://w3id.org/clustergraph/doc/{lost.document.id}")
    graph = publish(left, whole, {document: "withdrawn"}, Veil(left, {}), {})
    assert graph.withheld == (Withheld(iri=OLD, why="withdrawn"),)
