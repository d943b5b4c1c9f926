import pytest

from given.mapped import affiliations_in, evidence_of, map_text


def test_a_compound_with_a_hyphen_is_whom_somebody_works_for() -> None:
    text = "Es sprach Max Huber, Manager des Holz-Clusters."
    assert ("Max Huber", "affiliatedWith", "Holz-Cluster") in evidence_of(map_text(text, "de"))


def test_a_polish_position_governs_the_genitive() -> None:
    evidence = evidence_of(map_text("Jan Kowalski, prezes Fundacji Leśnej, przybył.", "pl"))
    assert evidence[("Jan Kowalski", "affiliatedWith", "Fundacja Leśna")].role == "prezes"


def test_units_before_the_institution_are_part_of_the_position() -> None:
    text = (
        "Mrs. Gina Parlo, Coordinator of Wood Policy, Industrial Policy Directorate, Romanian "
        "Ministry of Economy presented it."
    )
    role = "Coordinator of Wood Policy, Industrial Policy Directorate"
    told = affiliations_in(text, "en")
    assert told == {("Gina Parlo", "Romanian Ministry of Economy", role, False)}


def test_the_body_behind_the_position_in_dashes_is_meant() -> None:
    text = "На срещата бяха Елена Горова - мениджър проекти, Агенция Изток, и други."
    expected = ("Елена Горова", "Агенция Изток", "мениджър проекти", False)
    assert expected in affiliations_in(text, "bg")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ro",
            "Petru Popescu, director general interimar al Agenției Lemnului, a vorbit.",
            ("Petru Popescu", "Agenția Lemnului"),
        ),
        (
            "ru",
            "Выступил руководитель лесного инновационного кластера «Сосна» Сергей Петров.",
            ("Сергей Петров", "Сосна"),
        ),
        (
            "ru",
            "Говорил заместитель директора департамента протокола МИД России Георгий Петров.",
            ("Георгий Петров", "МИД России"),
        ),
    ],
)
def test_adjectives_and_units_do_not_part_a_position_from_its_body(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in {(who, body) for who, body, *_ in affiliations_in(text, language)}
