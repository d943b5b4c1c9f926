import pytest

from mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("We liked the 4th workshop of the Open Gates programme.",
         ("4th workshop", "partOf", "Open Gates programme")),
        ("We liked the European Commission initiative “Open Gates”.",
         ("Open Gates", "organisedBy", "European Commission")),
        ("We liked the European Commission programme “Open Gates”.",
         ("Open Gates", "fundedBy", "European Commission")),
        ("We liked the conference of the Wood Agency.",
         ("conference", "organisedBy", "Wood Agency")),
        ("We liked the Gold Label of the European Union.",
         ("Gold Label", "issuedBy", "European Union")),
    ],
)  # fmt: skip
def test_neighbours_tell_wholes_and_owners(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts_of(map_text(text))


def test_an_activity_beside_another_is_not_its_part() -> None:
    assert facts_of(map_text("We liked the workshop and the Open Gates programme.")) == set()
