import pytest

from mapped import evidence_of, map_text

FACT = ("Ann Lee", "affiliatedWith", "Wood Agency")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee, director of the Wood Agency, came.", "director"),
        ("Ann Lee (director of the Wood Agency) came.", "director"),
        ("Ann Lee of the Wood Agency came.", ""),
        ("Ann Lee (Wood Agency) came.", ""),
        ("Ann Lee from the Wood Agency came.", ""),
    ],
)
def test_neighbours_tell_whom_a_person_works_for(text: str, role: str) -> None:
    evidence = evidence_of(map_text(text))
    assert FACT in evidence
    assert evidence[FACT].role == role


@pytest.mark.parametrize(
    "text", ["We met Ann Lee, the Wood Agency and others.", "Ann Lee saw the Wood Agency."]
)
def test_neighbours_that_nothing_links_are_not_each_others(text: str) -> None:
    assert FACT not in evidence_of(map_text(text))


def test_a_position_that_is_no_longer_held_is_told() -> None:
    evidence = evidence_of(map_text("Ann Lee, former director of the Wood Agency, came."))[FACT]
    assert (evidence.role, evidence.former) == ("former director", True)


def test_the_head_of_a_unit_works_for_the_whole() -> None:
    text = "Ann Lee, Head of the Toy Unit at the Ministry of Wood, came."
    evidence = evidence_of(map_text(text))
    fact = ("Ann Lee", "affiliatedWith", "Ministry of Wood")
    assert evidence[fact].role == "Head of the Toy Unit"


def test_a_polish_position_governs_the_genitive() -> None:
    evidence = evidence_of(map_text("Jan Kowalski, prezes Fundacji Leśnej, przybył.", "pl"))
    assert evidence[("Jan Kowalski", "affiliatedWith", "Fundacja Leśna")].role == "prezes"
