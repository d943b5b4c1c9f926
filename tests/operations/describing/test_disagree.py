"""Passages that can't all be so are set against each other, and those that may be are not."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.iris import BASE, concept_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describing.disagree import (
    Claim,
    Disagreement,
    Ground,
    dates_agree,
    disagreements,
    is_between_documents,
)
from clustergraph.operations.labels import Label, Thing
from clustergraph.operations.quote import Passage
from clustergraph.vocab import CG

NUMBERS = count(1)
DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda date: str(date)[:7]),
    st.dates().map(lambda date: str(date)[:4]),
    st.dates().map(lambda date: f"--{str(date)[5:]}"),
)


def thing(iri: Iri) -> Thing:
    return Thing(iri=iri, label=Label(text=iri.local))


ALPHA = thing(Iri(f"{BASE}id/alpha-aaaaaaaa"))
BETA = thing(Iri(f"{BASE}id/beta-aaaaaaaa"))


def passage(
    *, document: str = "one", modality: str = "fact", former: bool = False, at_least: bool = False
) -> Passage:
    return Passage(
        iri=Iri(f"{BASE}ev/{next(NUMBERS)}"),
        subject=ALPHA,
        predicate=thing(CG.startDate),
        object=Text("2018"),
        document=thing(Iri(f"{BASE}doc/{document}")),
        quote=Text("words", "en"),
        start=0,
        end=5,
        confidence="0.9",
        modality=thing(concept_iri("modality", modality)),
        status=None,
        rule="a-rule",
        role=None,
        former=former,
        at_least=at_least,
        reviewed_by="",
        written=(),
        reviewed_on="",
        review_note="",
    )


def claim(property_: Iri, value: str | Thing, *passages: Passage, subject: Thing = ALPHA) -> Claim:
    return Claim(
        subject=subject,
        property=thing(property_),
        value=Text(value) if isinstance(value, str) else value,
        passages=passages or (passage(),),
    )


def values(found: tuple[Disagreement, ...]) -> list[tuple[str, str]]:
    sides = ((each.one.value, each.other.value) for each in found)
    return [(a.text, b.text) for a, b in sides if isinstance(a, Text) and isinstance(b, Text)]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2018", "2018-02-19", True),
        ("2018-02", "2018-02-19", True),
        ("--02-19", "2018-02-19", True),
        ("--02-19", "2018-02", True),
        ("--02-19", "2018", True),
        ("2018-02-19", "2018-02-20", False),
        ("2018", "2019-02-19", False),
        ("--02-19", "2018-03", False),
        ("--02-19", "--02-20", False),
        ("2018-01", "2018-11", False),
    ],
)
def test_dates_agree_as_far_as_both_are_known(one: str, other: str, *, agree: bool) -> None:
    assert dates_agree(one, other) is agree


@given(DATES, DATES)
def test_dates_agree_whichever_comes_first(one: str, other: str) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert dates_agree(one, one)


def test_two_days_of_one_start_disagree_the_earlier_first() -> None:
    found = disagreements([claim(CG.startDate, "2018-03-02"), claim(CG.startDate, "2018-03-01")])
    assert values(found) == [("2018-03-01", "2018-03-02")]
    assert [each.ground for each in found] == [Ground.VALUE]


def test_a_start_and_an_end_do_not_disagree_nor_do_two_things() -> None:
    claims = [
        claim(CG.startDate, "2018"),
        claim(CG.endDate, "2019"),
        claim(CG.startDate, "2017", subject=BETA),
    ]
    assert disagreements(claims) == ()


def test_several_topics_are_no_disagreement() -> None:
    assert disagreements([claim(CG.topic, "wood"), claim(CG.topic, "glass")]) == ()


def test_numbers_are_compared_as_numbers() -> None:
    found = disagreements([claim(CG.participantCount, "100"), claim(CG.participantCount, "90")])
    assert values(found) == [("90", "100")]


def test_what_is_no_number_is_compared_all_the_same() -> None:
    found = disagreements([claim(CG.participantCount, "many"), claim(CG.participantCount, "90")])
    assert values(found) == [("90", "many")]


def test_a_least_number_agrees_with_a_greater_one_and_not_with_a_smaller_one() -> None:
    least = claim(CG.participantCount, "90", passage(at_least=True))
    assert disagreements([least, claim(CG.participantCount, "95")]) == ()
    assert values(disagreements([least, claim(CG.participantCount, "80")])) == [("80", "90")]


def test_a_number_that_one_passage_gives_exactly_is_no_least_number() -> None:
    both = claim(CG.participantCount, "90", passage(at_least=True), passage())
    assert values(disagreements([both, claim(CG.participantCount, "95")])) == [("90", "95")]


def test_what_one_document_calls_former_and_another_does_not_is_shown_on_two_sides() -> None:
    old, new = passage(former=True), passage(document="two")
    (found,) = disagreements([claim(CG.affiliatedWith, BETA, new, old)])
    assert found.ground is Ground.FORMER
    assert (found.one.passages, found.other.passages) == ((old,), (new,))
    assert found.one.value == found.other.value == BETA


def test_one_document_may_say_both_of_a_post() -> None:
    passages = passage(former=True), passage()
    assert disagreements([claim(CG.affiliatedWith, BETA, *passages)]) == ()


def test_a_plan_of_one_document_stands_against_the_fact_of_another() -> None:
    plan, fact = passage(modality="planned"), passage(document="two")
    (found,) = disagreements([claim(CG.locatedIn, BETA, plan, fact)])
    assert (found.ground, found.one.passages, found.other.passages) == (
        Ground.PLANNED,
        (plan,),
        (fact,),
    )


def test_hearsay_is_no_disagreement_with_a_fact() -> None:
    passages = passage(modality="reported"), passage(document="two")
    assert disagreements([claim(CG.locatedIn, BETA, *passages)]) == ()


def test_it_is_told_whether_documents_disagree_or_one_says_both() -> None:
    one = claim(CG.moduleCount, "5", passage())
    (within,) = disagreements([one, claim(CG.moduleCount, "6", passage())])
    (between,) = disagreements([one, claim(CG.moduleCount, "6", passage(document="two"))])
    assert (is_between_documents(within), is_between_documents(between)) == (False, True)
