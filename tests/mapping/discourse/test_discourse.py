"""Which mentions speak of one entity."""

import pytest

from given.mapped import Told, facts_of, kinds_of, map_text, names_of


def test_the_titles_activity_and_that_of_the_text_are_one() -> None:
    graph = map_text(
        "Conference on wood\n\nThe conference was held in Lyon. It was organised by the "
        "Alpine Wood Agency.\n"
    )
    assert facts_of(graph) >= {
        ("Conference", "locatedIn", "Lyon"),
        ("Conference", "organisedBy", "Alpine Wood Agency"),
    }
    assert list(kinds_of(graph).values()).count("Event") == 1


def test_the_text_names_the_activity_that_the_title_announced() -> None:
    graph = map_text('A wood conference opens\n\nThe "Wood Days" conference was held in Lyon.\n')
    assert facts_of(graph) == {("Wood Days", "locatedIn", "Lyon")}
    assert "wood conference" in names_of(graph, "Wood Days")


def test_activities_without_a_name_do_not_cross_stories() -> None:
    graph = map_text(
        "Wood Lovers Meet\n\nThe conference was held in Lyon.\n\n"
        "Toy Lovers Meet in Turin\n\nThe conference was held in Turin.\n"
    )
    assert {value for _, relation, value in facts_of(graph) if relation == "locatedIn"} == {
        "Lyon",
        "Turin",
    }
    assert [entity.kind.local for entity in graph.entities].count("Event") == 2


def test_the_project_is_the_initiative_that_was_introduced() -> None:
    graph = map_text('The initiative "Blue Harbour" began. The project is funded by the UNDP.')
    assert {(s, p) for s, p, _ in facts_of(graph)} == {("Blue Harbour", "fundedBy")}


def test_a_heading_below_the_text_is_no_headline() -> None:
    graph = map_text(
        "Wood fair opens\n\nPeople came to the fair.\n\nMore conferences\n\nIt was held in Lyon.\n"
    )
    assert ("Wood fair", "locatedIn", "Lyon") in facts_of(graph)


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        (
            "en",
            "A workshop was held in Lyon, an event organised by the Alpine Wood Agency.",
            ("workshop", "organisedBy", "Alpine Wood Agency"),
        ),
        (
            "en",
            "The conference was held in Lyon. The first session was moderated by Ann Lee.",
            ("conference", "speaker", "Ann Lee"),
        ),
        (
            "cs",
            "Projekt „Lesík“ začal. Projekt LESÍK je financován z Fondu Beta.",
            ("Lesík", "fundedBy", "Fond Beta"),
        ),
        (
            "en",
            "Wood meeting\n\nThe first meeting was held in Lyon.\n",
            ("Wood meeting", "locatedIn", "Lyon"),
        ),
    ],
)
def test_what_is_told_by_another_noun_is_one(language: str, text: str, fact: Told) -> None:
    assert fact in facts_of(map_text(text, language))


def test_a_series_of_seminars_is_one() -> None:
    graph = map_text("В Перми прошла серия вебинаров. Вебинары вёл Иван Петров.", "ru")
    assert ("серия вебинаров", "locatedIn", "Пермь") in facts_of(graph)


def test_it_is_what_the_sentence_before_named_first() -> None:
    graph = map_text(
        "Interreg Europe opens\n\nInterreg Europe is for all. The Blue Harbour project is funded "
        "by Interreg Europe. It is coordinated by the Toy Agency.\n"
    )
    assert ("Blue Harbour project", "coordinatedBy", "Toy Agency") in facts_of(graph)


def test_this_programme_is_the_acronym_of_the_sentence_before() -> None:
    text = "Le PASRU a réuni les clusters. Ce programme est financé par l'Union européenne."
    assert ("PASRU", "fundedBy", "Union européenne") in facts_of(map_text(text, "fr"))


def test_the_project_is_what_a_partnership_does_together() -> None:
    text = "The “Wood Cluster Partnership” met. The project is funded by the European Union."
    facts = facts_of(map_text(text))
    assert ("Wood Cluster Partnership", "fundedBy", "European Union") in facts
