"""Houses in which something is held."""

import pytest

from given.mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        (
            "en",
            "The National Wood Conference will be held on 3 March in Wood Tech Park.",
            ("National Wood Conference", "hostedBy", "Wood Tech Park"),
        ),
        (
            "es",
            "El congreso tendrá lugar el 4 de diciembre en el Centro de Madera de Vigo.",
            ("congreso", "hostedBy", "Centro de Madera de Vigo"),
        ),
        (
            "de",
            "Die Konferenz fand am 3. Mai im Saal der Holzagentur Tirol statt.",
            ("Konferenz", "hostedBy", "Holzagentur Tirol"),
        ),
    ],
)
def test_a_body_behind_in_is_the_host(language: str, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts_of(map_text(text, language))


def test_a_body_behind_other_words_is_none() -> None:
    facts = facts_of(map_text("The conference took place in Vienna with the Toy Agency."))
    assert not any(relation == "hostedBy" for _, relation, _ in facts)
