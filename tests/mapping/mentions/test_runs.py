import pytest

from given.mapped import named_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Spotkaliśmy Klaster Leśny."),
        pytest.param(
            *("bg", "Срещнахме Клъстер Бор."),
            marks=pytest.mark.xfail(reason="no dictionary knows the verb", strict=True),
        ),
    ],
)
def test_a_verb_that_opens_the_sentence_is_no_part_of_the_name(language: str, text: str) -> None:
    (name,) = named_in(text, language)
    assert len(name.split()) == 2
