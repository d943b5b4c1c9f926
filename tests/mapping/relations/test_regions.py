"""Places that are listed as parts of another."""

from given.mapped import facts_of, map_text


def test_places_behind_a_colon_lie_in_the_region_before_it() -> None:
    graph = map_text("They came from three towns of Tuscany: Florence, Vorlingen and Siena.")
    assert facts_of(graph) >= {
        (town, "locatedIn", "Tuscany") for town in ("Florence", "Vorlingen", "Siena")
    }


def test_of_unknown_places_in_a_list_none_lies_in_the_next() -> None:
    graph = map_text("They came from three towns of Tuscany: Florence, Vorlingen and Siena.")
    assert not any(value == "Siena" for _, _, value in facts_of(graph))


def test_a_country_in_the_list_lies_in_no_region() -> None:
    graph = map_text("They came from Europe: Spain, Italy and France.")
    assert not any(subject == "Spain" for subject, _, _ in facts_of(graph))


def test_a_bracket_that_closes_ends_the_list() -> None:
    graph = map_text("They came from Galicia (Spain), Tuscany (Italy) and Saxony (Germany).")
    assert ("Tuscany", "locatedIn", "Galicia") not in facts_of(graph)
    assert ("Tuscany", "locatedIn", "Italy") in facts_of(graph)
