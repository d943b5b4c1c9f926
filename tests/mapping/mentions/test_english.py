"""English names in texts of other languages are read as English is."""

import pytest

from given.mapped import mentions_in

NAMES = [
    ("es", "Vimos la Northern Toy Authority hoy.", "Northern Toy Authority", "Organisation"),
    ("cs", "Byl tam European Toy Secretariat for Wood Analysis.", None, "Organisation"),
    ("pl", "Odbył się Wood Collaboration Day w maju.", "Wood Collaboration Day", "Event"),
    ("fr", "Il aime le Cluster Network for Training.", "Cluster Network for Training", None),
    ("es", "Vimos el Clúster Madera hoy.", "Clúster Madera", "Cluster"),
]


@pytest.mark.parametrize(("language", "text", "name", "kind"), NAMES)
def test_the_noun_of_an_english_name_stands_last(
    language: str, text: str, name: str | None, kind: str | None
) -> None:
    found = [m for m in mentions_in(text, language) if m.named and m.kind]
    assert len(found) == 1
    assert name is None or found[0].names[0] == name
    assert kind is None or found[0].kind == f"https://w3id.org/clustergraph/ns#{kind}"
