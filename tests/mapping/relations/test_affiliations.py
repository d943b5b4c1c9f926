import pytest

from given.mapped import affiliations_in, evidence_of, map_text

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


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ann Lee, the former president of the Wood Cluster, spoke.",
            ("Ann Lee", "Wood Cluster", "former president"),
        ),
        (
            "es",
            "La exdirectora del Clúster Madera, Rosa Vidal, habló.",
            ("Rosa Vidal", "Clúster Madera", "exdirectora"),
        ),
        (
            "it",
            "L’ex presidente della Fondazione Nord, Mario Rossi, ha parlato.",
            ("Mario Rossi", "Fondazione Nord", "ex presidente"),
        ),
        (
            "fr",
            "L’ancien président de la Fondation Nord, Pierre Martin, a parlé.",
            ("Pierre Martin", "Fondation Nord", "ancien président"),
        ),
        (
            "de",
            "Der ehemalige Präsident der Stiftung Nord, Josef Herk, sprach.",
            ("Josef Herk", "Stiftung Nord", "ehemalige Präsident"),
        ),
        (
            "ro",
            "Fostul președinte al Fundației Nord, Ion Popescu, a vorbit.",
            ("Ion Popescu", "Fundația Nord", "Fostul președinte"),
        ),
        (
            "pl",
            "Były prezes Fundacji Leśnej Jan Kowalski przemawiał.",
            ("Jan Kowalski", "Fundacja Leśna", "Były prezes"),
        ),
        (
            "cs",
            "Bývalý ředitel Nadace Dřevo Jan Novák promluvil.",
            ("Jan Novák", "Nadace Dřevo", "Bývalý ředitel"),
        ),
        (
            "ru",
            "Бывший директор Агентства развития Иван Иванов выступил.",
            ("Иван Иванов", "Агентство развития", "Бывший директор"),
        ),
    ],
)
def test_a_former_position_is_told_as_such_in_every_order(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    assert affiliations_in(text, language) == {(*expected, True)}


def test_the_body_may_stand_before_the_position_behind_the_name() -> None:
    text = "Ann Lee, Wood Agency director, spoke."
    assert ("Ann Lee", "Wood Agency", "director", False) in affiliations_in(text, "en")
