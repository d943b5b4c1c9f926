import pytest

from given.mapped import ends_of, evidence_of, facts_of, map_text


def test_a_subject_that_the_sentence_does_not_name_makes_the_fact_less_sure() -> None:
    named = map_text("The course is funded by the Toy Agency.")
    assumed = map_text("The course began. It is funded by the Toy Agency.")
    fact = ("course", "fundedBy", "Toy Agency")
    assert evidence_of(named)[fact].confidence > evidence_of(assumed)[fact].confidence
    assert evidence_of(assumed)[fact].subject is None


def test_every_body_of_a_list_is_a_subject() -> None:
    graph = map_text("The Wood Cluster, the Toy Cluster and the Fish Cluster hold the Gold Label.")
    assert facts_of(graph) == {
        (body, "holds", "Gold Label") for body in ("Wood Cluster", "Toy Cluster", "Fish Cluster")
    }


def test_jointly_with_goes_to_the_subject_of_the_clause_before() -> None:
    graph = map_text(
        "The course, funded by the Wood Agency and organised by the Fish Institute jointly with "
        "the Toy Chamber, ended."
    )
    assert ("course", "partner", "Toy Chamber") in facts_of(graph)
    assert not any(subject == "Fish Institute" for subject, _, _ in facts_of(graph))


def test_a_cue_speaks_of_the_course_of_a_programme_not_of_the_programme() -> None:
    graph = map_text("The course of the Open Gates programme was held in Lyon.")
    assert ("course", "locatedIn", "Lyon") in facts_of(graph)
    assert ("Open Gates programme", "locatedIn", "Lyon") not in facts_of(graph)


def test_all_of_a_list_of_meetings_are_subjects() -> None:
    graph = map_text("The Toy Agency organised the wood conference, a workshop and the toy fair.")
    assert facts_of(graph) == {
        (meeting, "organisedBy", "Toy Agency")
        for meeting in ("wood conference", "workshop", "toy fair")
    }


def test_what_somebody_funds_must_be_told() -> None:
    graph = map_text("A course began. The Toy Agency funds many things.")
    assert facts_of(graph) == set()


def test_a_partner_within_a_project_is_one_of_what_is_held() -> None:
    graph = map_text(
        'The course was held within the project "Sea" in cooperation with the Toy Agency.'
    )
    assert ("course", "partner", "Toy Agency") in facts_of(graph)


def test_a_bare_noun_before_another_is_no_subject() -> None:
    graph = map_text("A course began. They talked of project financing and saw the Toy Agency.")
    assert not any(subject == "project" for subject, _, _ in facts_of(graph))


def test_the_clause_without_an_activity_speaks_of_that_of_the_sentence_before() -> None:
    graph = map_text(
        'The project "Sea" began. A workshop was held in Lyon. It was organised by the Toy Agency.'
    )
    assert ("workshop", "organisedBy", "Toy Agency") in facts_of(graph)


def test_partners_are_sooner_those_of_the_project_than_of_its_meeting() -> None:
    graph = map_text(
        'The project "Sea" held a conference.\n\nThe partners are the Toy Agency and the Wood Club.'
    )
    assert {s for s, relation, _ in facts_of(graph) if relation == "partner"} == {"Sea"}


def test_a_programme_that_only_pays_has_none_of_the_storys_partners() -> None:
    graph = map_text(
        "The Toy Fair was held. It is a joint work with the Wood Club.\n\n"
        "The fair is run in cooperation with the Fish Institute.\n\n"
        "The fair is funded by the Open Gates Programme.\n"
    )
    assert not any(s == "Open Gates Programme" for s, p, _ in facts_of(graph) if p == "partner")


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("es", "Financiado por el programa Alfa, el proyecto Beta comienza en Vigo.",
         ("Beta", "Alfa")),
        ("en", "Funded by the Toy Agency, the project “Beta” began.", ("Beta", "Toy Agency")),
    ],
)  # fmt: skip
def test_an_opening_participle_speaks_of_what_follows_the_comma(
    language: str, text: str, fact: tuple[str, str]
) -> None:
    assert fact in ends_of("fundedBy", text, language)


@pytest.mark.parametrize(
    "text",
    [
        "A conference began. The Wood Cluster, which is supported by the Toy Agency, met there.",
        "A conference began. The Wood Cluster is financed by the Toy Agency.",
    ],
)
def test_what_is_said_of_a_body_is_not_said_of_the_meeting(text: str) -> None:
    assert ends_of("fundedBy", text) == set()


def test_an_object_of_another_cue_is_no_such_body() -> None:
    text = "The conference was organised by the Wood Cluster, supported by the Toy Agency."
    assert ends_of("fundedBy", text) == {("conference", "Toy Agency")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Beta” ended. The partners of the project “Alpha” are the Wood Club and Elm Club."),
        ("fr", "Les partenaires du projet « Alpha » sont l’Agence du Bois (Lyon) et le Cluster B."),
        ("ro", "Partenerii proiectului „Alpha” sunt Fundația Lemn (România) și Clusterul Sticlă."),
    ],
)  # fmt: skip
def test_the_words_of_a_cue_may_name_its_subject(language: str, text: str) -> None:
    assert {subject for subject, _ in ends_of("partner", text, language)} == {"Alpha"}
