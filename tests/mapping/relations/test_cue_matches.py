from given.mapped import facts_of, map_text


def test_of_two_cues_that_overlap_the_longer_speaks() -> None:
    graph = map_text("The course was implemented jointly by the Wood Agency.")
    assert {relation for _, relation, _ in facts_of(graph)} == {"implementedBy"}


def test_of_persons_and_of_bodies_two_cues_may_speak_at_once() -> None:
    graph = map_text("A visit ended with a training delivered by the Toy Agency.")
    assert ("training", "organisedBy", "Toy Agency") in facts_of(graph)
