"""Groups whose members a place tells apart."""

from given.mapped import facts_of, kinds_of, map_text


def test_each_of_several_places_has_a_meeting_of_its_own() -> None:
    graph = map_text("Meetings in Lyon, Turin and Graz are planned. Two workshops in Bari end.")
    facts = {fact for fact in facts_of(graph) if fact[1] == "locatedIn"}
    assert facts >= {
        ("meeting in Lyon", "locatedIn", "Lyon"),
        ("meeting in Turin", "locatedIn", "Turin"),
        ("meeting in Graz", "locatedIn", "Graz"),
    }


def test_a_noun_of_which_the_form_is_unsure_is_a_group_in_three_places() -> None:
    graph = map_text("W planie są spotkania w Krakowie, Lublinie i Katowicach.", "pl")
    assert facts_of(graph) == {
        ("spotkanie w Krakowie", "locatedIn", "Kraków"),
        ("spotkanie w Lublinie", "locatedIn", "Lublin"),
        ("spotkanie w Katowicach", "locatedIn", "Katowice"),
    }


def test_a_country_behind_its_town_is_no_place_of_the_group() -> None:
    graph = map_text("Two workshops in Lyon, France, and in Turin, Italy, were held.")
    members = {subject for subject, _, _ in facts_of(graph)} - {"Lyon", "Turin"}
    assert members == {"workshop in Lyon", "workshop in Turin"}


def test_the_meetings_of_a_story_about_a_project_are_parts_of_it() -> None:
    graph = map_text('The project "Sea" began. Meetings in Lyon and Turin are planned.')
    assert ("meeting in Turin", "partOf", "Sea") in facts_of(graph)


def test_as_many_bodies_as_places_are_one_each() -> None:
    graph = map_text("The conference was attended by two clusters, one each from Spain and Italy.")
    assert facts_of(graph) == {
        (body, relation, value)
        for body, country in (("cluster from Spain", "Spain"), ("cluster from Italy", "Italy"))
        for body, relation, value in (
            (body, "locatedIn", country),
            ("conference", "attendedBy", body),
        )
    }
    assert kinds_of(graph)["cluster from Spain"] == "Cluster"


def test_of_another_number_of_bodies_none_is_told() -> None:
    assert facts_of(map_text("We met nine clusters from Spain and Italy.")) == set()
