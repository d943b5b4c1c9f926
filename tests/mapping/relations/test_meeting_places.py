"""Where meetings and projects are that no cue puts anywhere."""

import pytest

from given.mapped import facts_of, kinds_of, map_text


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        (
            "en",
            "The Wood Club welcomed guests to its congress in Lyon.",
            ("congress", "locatedIn", "Lyon"),
        ),
        (
            "de",
            "Rund 50 Mitglieder wählten an der Versammlung am 7. April 2019 in Graz den Vorstand.",
            ("Versammlung", "locatedIn", "Graz"),
        ),
        (
            "cs",
            "Klastr se účastnil setkání, ke kterému došlo ve dnech 15. - 17. 4. 2013 v Katovicích.",
            ("setkání", "locatedIn", "Katovice"),
        ),
    ],
)  # fmt: skip
def test_the_only_town_is_where_the_only_meeting_is(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    facts = {(s.lower(), p, o) for s, p, o in facts_of(map_text(text, language))}
    assert any(p == fact[1] and o == fact[2] for _, p, o in facts)


@pytest.mark.parametrize(
    "text",
    [
        "The congress was praised by the consul general of Spain in Lyon.",
        "The congress was praised by Ann Lee, director of the Wood Agency in Lyon.",
    ],
)
def test_where_somebody_has_a_seat_or_a_post_is_no_place_of_the_meeting(text: str) -> None:
    assert not any((s, p) == ("congress", "locatedIn") for s, p, _ in facts_of(map_text(text)))


def test_the_body_behind_in_is_the_house_although_it_stands_before_the_verb() -> None:
    text = "W dniu 4 marca 2015 r. na Politechnice Leśnej odbyła się konferencja o drewnie."
    facts = facts_of(map_text(text, "pl"))
    assert any(p == "hostedBy" and o == "Politechnika Leśna" for _, p, o in facts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The project “Alpha” improves wood in three countries: Italy, Greece and Serbia."),
        ("cs", "Projekt „Alpha“ pomáhá ve třech zemích – Itálii, Řecku a Srbsku – už rok."),
        ("it", "È iniziato il progetto “Alpha” per il legno in Italia, Grecia e Serbia."),
    ],
)
def test_a_project_is_in_the_countries_of_a_list(language: str, text: str) -> None:
    facts = facts_of(map_text(text, language))
    assert len([o for s, p, o in facts if (s, p) == ("Alpha", "locatedIn")]) == 3


def test_two_countries_are_no_list() -> None:
    text = "The project “Alpha” was praised in Italy and Greece."
    assert not any(s == "Alpha" for s, p, _ in facts_of(map_text(text)) if p == "locatedIn")


def test_a_name_that_begins_like_a_cluster_may_be_a_project() -> None:
    text = (
        "Il salone ospita Cluster Legno, progetto europeo per le imprese.\n\n"
        "Coordinato da Unione Legno, Cluster Legno coinvolge 14 partner."
    )
    graph = map_text(text, "it")
    assert ("Cluster Legno", "coordinatedBy", "Unione Legno") in facts_of(graph)
    assert kinds_of(graph)["Cluster Legno"] == "Project"
