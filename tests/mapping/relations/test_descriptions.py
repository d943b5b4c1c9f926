"""What a text says that a body is, behind a comma or before a list."""

import pytest

from given.mapped import facts_of, kinds_of, map_text


@pytest.mark.parametrize(
    ("text", "language", "fact"),
    [
        ("FEMOX, a Catalan cluster as well, was named.", "en",
         ("FEMOX", "locatedIn", "Catalonia")),
        ("We met Zorix Labs, a small Danish company.", "en",
         ("Zorix Labs", "locatedIn", "Denmark")),
        ("Obok stał ZORIX, hiszpański klaster.", "pl", ("ZORIX", "locatedIn", "Hiszpania")),
    ],
)  # fmt: skip
def test_an_adjective_behind_the_comma_tells_the_seat(
    text: str, language: str, fact: tuple[str, str, str]
) -> None:
    assert fact in facts_of(map_text(text, language))


def test_the_noun_behind_the_comma_gives_a_name_its_kind() -> None:
    assert kinds_of(map_text("FEMOX, a Catalan cluster, was named."))["FEMOX"] == "Cluster"


def test_the_next_name_of_a_list_describes_nobody() -> None:
    graph = map_text("We met Zorix Labs, Danish Water Cluster and others.")
    assert ("Zorix Labs", "locatedIn", "Denmark") not in facts_of(graph)


@pytest.mark.parametrize(
    "text",
    [
        "We met two clusters based in Denmark: Zorix Tech and Blobix Lab.",
        "We met two clusters in Denmark (Zorix Tech and Blobix Lab).",
    ],
)
def test_the_place_before_a_list_is_the_seat_of_each(text: str) -> None:
    graph = map_text(text)
    assert facts_of(graph) == {
        ("Zorix Tech", "locatedIn", "Denmark"),
        ("Blobix Lab", "locatedIn", "Denmark"),
    }
    assert kinds_of(graph)["Zorix Tech"] == "Cluster"


def test_names_behind_a_comma_are_the_bodies_only_if_they_are_as_many() -> None:
    told = map_text("Two clusters, Zorix Tech and Blobix Lab, came.")
    others = map_text("Nine clusters, Zorix Tech and Blobix Lab, came.")
    assert kinds_of(told).get("Zorix Tech") == "Cluster"
    assert kinds_of(others).get("Zorix Tech") != "Cluster"


def test_a_description_does_not_end_a_list() -> None:
    graph = map_text("The course was organised by Zorix Labs, a Danish company, and Blobix Lab.")
    organisers = {who for _, relation, who in facts_of(graph) if relation == "organisedBy"}
    assert organisers == {"Zorix Labs", "Blobix Lab"}
