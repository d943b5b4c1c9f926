"""Sectors of bodies."""

from given.mapped import facts_of, map_text


def test_a_body_is_of_the_sector_right_behind_it() -> None:
    graph = map_text("The Toy Cluster, active in the water sector, organised a conference.")
    assert ("Toy Cluster", "sector", "water") in facts_of(graph)


def test_a_sector_of_another_clause_is_nobodys() -> None:
    graph = map_text("The Toy Cluster met; the whole of the water sector was glad.")
    assert not any(relation == "sector" for _, relation, _ in facts_of(graph))
