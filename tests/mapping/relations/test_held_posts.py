import pytest

from given.mapped import evidence_of, map_text

FACT = ("Ann Lee", "affiliatedWith", "Wood Agency")


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "We met the Wood Agency. Its director Ann Lee was glad.", FACT),
        ("en", "Ann Lee, representing the Wood Agency, was glad.", FACT),
        ("pl", "W Krakowie działa Fundacja Leśna. Jej prezes Jan Kowalski był zadowolony.",
         ("Jan Kowalski", "affiliatedWith", "Fundacja Leśna")),
    ],
)  # fmt: skip
def test_words_tell_for_whom_a_person_stands(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in evidence_of(map_text(text, language))


def test_its_director_behind_among_them_is_of_the_body_right_before() -> None:
    text = (
        "Le Club Bois tient une réunion à Lyon. Des membres de la Fondation Avenir, "
        "dont son président M. Marc Petit, sont venus."
    )
    told = {o for (s, p, o) in evidence_of(map_text(text, "fr")) if p == "affiliatedWith"}
    assert told == {"Fondation Avenir"}


def test_its_director_is_nobodys_where_no_body_was_told_of() -> None:
    assert evidence_of(map_text("It rained. Its director Ann Lee was glad.")) == {}
