from given.mapped import facts_of, map_text, names_of


def test_the_agency_is_the_one_that_was_named_before() -> None:
    graph = map_text("The Alpine Wood Agency met. The Agency organised a seminar.")
    assert facts_of(graph) == {("seminar", "organisedBy", "Alpine Wood Agency")}


def test_a_surname_is_the_person_who_was_named_before() -> None:
    graph = map_text("We met Peter Kranz. The seminar was given by Kranz.")
    assert facts_of(graph) == {("seminar", "taughtBy", "Peter Kranz")}


def test_a_person_is_known_without_the_second_surname() -> None:
    graph = map_text("Asistió Ana Gil Soto. El taller fue impartido por Ana Gil en Zorvo.", "es")
    assert ("taller", "taughtBy", "Ana Gil Soto") in facts_of(graph)


def test_a_name_that_ends_with_a_year_is_known_without_it() -> None:
    graph = map_text("The Toy Fair 2015 began. The Toy Fair was held in Lyon.")
    assert facts_of(graph) == {("Toy Fair 2015", "locatedIn", "Lyon")}


def test_names_of_two_years_are_two() -> None:
    graph = map_text("The Toy Fair 2015 was held in Lyon. The Toy Fair 2016 was held in Turin.")
    assert {subject for subject, _, _ in facts_of(graph)} == {"Toy Fair 2015", "Toy Fair 2016"}


def test_a_place_has_one_entity_in_whatever_case() -> None:
    graph = map_text("Szkolenie odbyło się w Krakowie. Kraków jest duży.", "pl")
    assert names_of(graph, "Kraków") >= {"Kraków", "Krakowie"}
