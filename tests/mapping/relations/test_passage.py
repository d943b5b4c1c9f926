import pytest

from clustergraph.model import Modality
from given.mapped import evidence_of, map_text

FACT = ("course", "organisedBy", "Wood Agency")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The course was organised by the Wood Agency.", Modality.FACT),
        ("The course will be organised by the Wood Agency.", Modality.PLANNED),
        ("The course was reportedly organised by the Wood Agency.", Modality.REPORTED),
        ("The fair will end; the course was organised by the Wood Agency.", Modality.FACT),
        ("The course was organised by the Wood Agency and will end.", Modality.FACT),
    ],
)
def test_the_words_of_the_clause_tell_facts_from_plans_and_reports(
    text: str, modality: Modality
) -> None:
    assert evidence_of(map_text(text))[FACT].modality is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Das Projekt „Brücke“ wird vom Ministerium für Wirtschaft gefördert.", "fact"),
        ("Das Projekt „Brücke“ soll vom Ministerium für Wirtschaft gefördert werden.", "planned"),
        ("Das Projekt „Brücke“ wird künftig vom Ministerium für Wirtschaft gefördert.", "planned"),
        ("Das Projekt „Brücke“ wird vom Ministerium für Wirtschaft gefördert werden.", "planned"),
    ],
)
def test_what_is_being_paid_for_in_german_is_no_plan(text: str, modality: str) -> None:
    paid = ("Brücke", "fundedBy", "Ministerium für Wirtschaft")
    assert evidence_of(map_text(text, "de"))[paid].modality == modality


def test_a_short_sentence_is_quoted_whole() -> None:
    text = "Today the course was organised by the Wood Agency, they say."
    assert evidence_of(map_text(f"It rained. {text}"))[FACT].quote == text


def test_of_a_long_sentence_the_stretch_with_both_ends_is_quoted() -> None:
    long = "in a town " + "where it rains and rains " * 20
    text = f"It is told {long} that the course was organised by the Wood Agency {long} again."
    quote = evidence_of(map_text(text))[FACT].quote
    assert quote == "course was organised by the Wood Agency"
