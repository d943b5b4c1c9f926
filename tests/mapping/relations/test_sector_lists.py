from given.mapped import facts_of, kinds_of, map_text

LIST = (
    "The programme supported 4 cluster initiatives in different sectors such as textiles in Lyon, "
    "toys in Turin and in Bari and wood in Vienna."
)


def test_each_sector_and_place_of_a_list_is_an_initiative() -> None:
    facts = facts_of(map_text(LIST))
    for sector, town in (("textiles", "Lyon"), ("toys", "Turin"), ("wood", "Vienna")):
        name = f"{sector} cluster initiative in {town}"
        assert {(name, "sector", sector), (name, "locatedIn", town)} <= facts
        assert (name, "partOf", "programme") in facts


def test_a_place_without_a_sector_shares_the_one_before() -> None:
    assert ("toys cluster initiative in Bari", "sector", "toys") in facts_of(map_text(LIST))


def test_initiatives_are_clusters_without_a_name_and_sectors_are_said_once() -> None:
    graph = map_text(LIST)
    assert list(kinds_of(graph).values()).count("Sector") == 3
    assert {e.named for e in graph.entities if e.kind.local == "Cluster"} == {False}


def test_one_or_two_places_are_no_list() -> None:
    text = "The programme supported cluster initiatives such as textiles in Lyon and toys in Bari."
    assert "Sector" not in kinds_of(map_text(text)).values()


def test_bullets_under_a_line_about_clusters_pair_a_place_with_its_sectors() -> None:
    graph = map_text(
        "The teams chose three product clusters:\n\n• Spain: mango, green pepper\n• Italy: rice\n"
    )
    assert {(s, p, o) for s, p, o in facts_of(graph) if p in {"sector", "locatedIn"}} == {
        ("mango cluster initiative in Spain", "sector", "mango"),
        ("mango cluster initiative in Spain", "locatedIn", "Spain"),
        ("green pepper cluster initiative in Spain", "sector", "green pepper"),
        ("green pepper cluster initiative in Spain", "locatedIn", "Spain"),
        ("rice cluster initiative in Italy", "sector", "rice"),
        ("rice cluster initiative in Italy", "locatedIn", "Italy"),
    }


def test_bullets_under_a_line_about_something_else_are_no_clusters() -> None:
    graph = map_text("The teams had for dinner:\n\n• Spain: mango, pepper\n• Italy: rice\n")
    assert facts_of(graph) == set()
