"""Where the ends of a cue stand. What single cues mean is shown by their own examples."""

import pytest

from given.mapped import ends_of, facts_of, map_text, names_of

SIDES = {
    "subject left, object right": (
        'The project "Blue Harbour" is funded by the Toy Agency.',
        ("Blue Harbour", "fundedBy", "Toy Agency"),
    ),
    "subject right, object left": (
        'The Toy Agency finances the project "Blue Harbour".',
        ("Blue Harbour", "fundedBy", "Toy Agency"),
    ),
    "subject of the story": (
        'The project "Blue Harbour" began. Lead partner is the Toy Agency.',
        ("Blue Harbour", "coordinatedBy", "Toy Agency"),
    ),
    "object a number": (
        "The training consists of six modules.",
        ("training", "moduleCount", "6"),
    ),
    "object a text": (
        "The training focused on pricing of toys.",
        ("training", "topic", "pricing of toys"),
    ),
    "verb first": (
        "Projekt „Błękitna Zatoka” realizuje Fundacja Leśna.",
        ("Błękitna Zatoka", "implementedBy", "Fundacja Leśna"),
    ),
}


@pytest.mark.parametrize("case", SIDES)
def test_the_ends_of_a_cue_are_found_on_its_sides(case: str) -> None:
    text, fact = SIDES[case]
    assert fact in facts_of(map_text(text, "pl" if case == "verb first" else "en"))


def test_a_name_of_unknown_kind_becomes_what_the_relation_wants() -> None:
    graph = map_text("The course was organised by Silver Birch.")
    assert facts_of(graph) == {("course", "organisedBy", "Silver Birch")}
    assert names_of(graph, "Silver Birch") == {"Silver Birch"}


def test_what_the_ontology_does_not_allow_is_no_fact() -> None:
    assert facts_of(map_text("The Wood Agency is funded by Lyon.")) == set()


def test_the_nearer_words_tell_whose_seat_it_is() -> None:
    text = "The congress was organised by the Wood Institute, a private organisation based in Lyon."
    assert ends_of("locatedIn", text) == {("Wood Institute", "Lyon")}


def test_what_is_organised_with_others_has_them_as_partners() -> None:
    text = (
        "Die Holzagentur Tirol organisierte gemeinsam mit dem Glasinstitut Wien ein Treffen für"
        " Partner des Programms „Alpha“."
    )
    assert ends_of("partner", text, "de") == {("Treffen", "Glasinstitut Wien")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "La rencontre a été animée par Jean Dupont.",
            ("rencontre", "speaker", "Jean Dupont"),
        ),
        (
            "La formation a été animée par Jean Dupont.",
            ("formation", "taughtBy", "Jean Dupont"),
        ),
        (
            "Une rencontre a eu lieu à Lyon. Les conférences animées par Jean Dupont ont plu.",
            ("rencontre", "speaker", "Jean Dupont"),
        ),
    ],
)  # fmt: skip
def test_who_leads_a_meeting_speaks_there_and_teaches_a_training(
    text: str, fact: tuple[str, str, str]
) -> None:
    told = {fact for fact in facts_of(map_text(text, "fr")) if fact[1] in {"speaker", "taughtBy"}}
    assert told == {fact}
