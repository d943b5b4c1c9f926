"""Bodies whose noun has no capital."""

import pytest

from given.mapped import mentions_in


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "It helps the government of Zembla.", "government of Zembla"),
        ("pl", "Ekspertem był dr Ota Kranz (Uniwersytet w Krakowie).", "Uniwersytet w Krakowie"),
        ("bg", "Дойдоха хора от търговската палата в Русе.", "търговската палата в Русе"),
        ("fr", "Il a vu le ministère de l’Industrie.", "ministère de l’Industrie"),
        ("fr", "Il a vu la chambre de commerce et d’industrie de Nice.",
         "chambre de commerce et d’industrie de Nice"),
    ],
)  # fmt: skip
def test_its_owner_or_seat_makes_a_common_noun_a_name(language: str, text: str, name: str) -> None:
    bodies = [m for m in mentions_in(text, language) if m.kind and m.kind.local == "Organisation"]
    assert [body.names[-1] for body in bodies] == [name]


@pytest.mark.parametrize(
    "text", ["The government met.", "The ministries of Zembla met.", "She came from a university."]
)
def test_a_common_noun_by_itself_or_in_the_plural_is_none(text: str) -> None:
    assert [m for m in mentions_in(text) if m.kind and m.kind.local == "Organisation"] == []
