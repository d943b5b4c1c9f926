import pytest

from given.mapped import mentions_in


@pytest.mark.parametrize(
    "name", ["Interreg VI-A România-Ungaria", "Interreg V-A România – Bulgaria"]
)
def test_a_listed_programme_goes_on_with_its_strand(name: str) -> None:
    mentions = mentions_in(f"Proiectul este finanțat prin Programul {name}.", "ro")
    assert f"Programul {name}" in {n for m in mentions for n in m.names}
