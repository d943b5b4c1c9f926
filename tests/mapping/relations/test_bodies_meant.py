"""Bodies that a common noun, a compound or nothing at all stands for."""

import pytest

from given.mapped import evidence_of, facts_of, map_text


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "The Wood Cluster met. Ann Lee, president of the cluster, spoke.",
         ("Ann Lee", "affiliatedWith", "Wood Cluster")),
        ("en", "The Wood Cluster met. The director of the cluster, Ann Lee, spoke.",
         ("Ann Lee", "affiliatedWith", "Wood Cluster")),
        ("es", "El Clúster Madera se reunió. Marta Ríos, presidenta del clúster, habló.",
         ("Marta Ríos", "affiliatedWith", "Clúster Madera")),
        ("pl", "Klaster Drzewny działa. Jan Kowalski, prezes klastra, przybył.",
         ("Jan Kowalski", "affiliatedWith", "Klaster Drzewny")),
        ("ru", "Кластер «Древо» провёл форум. Иван Петров, директор кластера, выступил.",
         ("Иван Петров", "affiliatedWith", "Древо")),
        ("de", "Der Waldverband tagte. Waldverband-Präsident Karl Moser sprach.",
         ("Karl Moser", "affiliatedWith", "Waldverband")),
    ],
)  # fmt: skip
def test_a_noun_stands_for_the_body_told_of(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in facts_of(map_text(text, language))


def test_the_noun_means_none_of_another_kind() -> None:
    text = "The Wood Cluster met. Ann Lee, president of the agency, spoke."
    assert not any(subject == "Ann Lee" for subject, _, _ in facts_of(map_text(text)))


NEWS = "Wood Cluster wins prize\n\nThe Wood Cluster won a prize in Vienna. {} was glad."


def test_a_director_of_nothing_is_the_director_of_whose_news_it_is() -> None:
    evidence = evidence_of(map_text(NEWS.format("Director Ann Lee")))
    assert evidence[("Ann Lee", "affiliatedWith", "Wood Cluster")].role == "Director"


@pytest.mark.parametrize("who", ["Mayor Ann Lee", "Professor Ann Lee", "Ann Lee"])
def test_others_work_for_nobody_there(who: str) -> None:
    assert not any(subject == "Ann Lee" for subject, _, _ in facts_of(map_text(NEWS.format(who))))
