import pytest

from clustergraph.mapping.mentions.fields import end_of_repeated_fields, step_in_list_of_fields
from given.mapped import scene_of


def step(text: str, noun: str) -> str:
    """What carries the name on that begins with the noun, from its first comma."""
    scene = scene_of(text)
    words = [token.text for token in scene.tokens]
    comma = words.index(",")
    length = step_in_list_of_fields(scene, words.index(noun), comma)
    return " ".join(words[comma : comma + length])


def test_a_ministry_goes_on_with_the_next_field_of_its_list() -> None:
    assert step("The Ministry of Wood, Toys and Work met.", "Ministry") == ", Toys"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The Agency of Wood, Toys and Work met.", "Agency"),
        ("The Ministry of Wood, Toys, Work.", "Ministry"),
        ("The Ministry of Lyon, Toys and Work met.", "Ministry"),
        ("The Ministry of Wood, Lyon and Work met.", "Ministry"),
        ("The Ministry of Wood, the rain and Work met.", "Ministry"),
    ],
)
def test_no_other_body_a_place_or_an_open_list_goes_on(text: str, noun: str) -> None:
    assert step(text, noun) == ""


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Le ministère de l’Industrie, de l’Eau et des Mines aide.", "Mines"),
        ("Le ministère de l’Industrie, de l’Eau rurale et des Mines aide.", "Mines"),
        ("Le ministère de l’Industrie et des Mines aide.", "Mines"),
        ("Le ministère de l’Industrie, de l’Eau aide.", "Industrie"),
        ("Le ministère de l’Industrie et de la Fondation Beta aide.", "Industrie"),
        ("Le ministère de l’Industrie et de la France aide.", "Industrie"),
    ],
)
def test_fields_that_repeat_their_of_end_behind_the_and(text: str, end: str) -> None:
    scene = scene_of(text, "fr")
    words = [token.text for token in scene.tokens]
    start, first = words.index("ministère"), words.index("Industrie")
    assert words[end_of_repeated_fields(scene, start, first + 1) - 1] == end
