import pytest

from clustergraph.operations.scoring.likeness import (
    NAME_LEAST,
    literal_agreement,
    normalise,
    similarity,
)

NAMES = [
    ("Cluster", "Austrian Agricultural Cluster", False),
    ("Competitiveness Inc.", "Cluster Competitiveness Group Inc", False),
    ("Central Asia Invest V", "Central Asia Invest IV", False),
    ("Cluster Excellence", "European Cluster Excellence Initiative", False),
    ("Danish government", "German government", False),
    ("4th training week", "3rd training week", False),
    ("EFCE", "ECEI", False),
    ("Wieser", "Hermann Wieser", False),
    ("Nature Tourism", "Wedding Tourism", False),
    ("Wedding Textile", "Technical Textile", False),
    ("Ireland", "Iceland", False),
    ("Клъстер „Зелена синергия“", "Клъстер Зелена синергия", True),
    ("Mr. Uttom Corea", "Uttom Corea", True),
    ("National Strategy Office", "National Strategy Office (NSO)", True),
    ("Central Asia - Invest V", "Central Asia Invest V", True),
    ("Klastra Obróbki Metali", "Klaster Obróbki Metali", True),
    ("Dzmitry Krupski", "Krupski Dzmitry", True),
    ("", "", False),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names_are_one_when_their_words_are(one: str, other: str, same: bool) -> None:
    assert (similarity(normalise(one), normalise(other)) >= NAME_LEAST) is same


LITERAL_VALUES = [
    ("startDate", "2018-02-19", "2018-02", True),
    ("startDate", "2021", "2021-09", True),
    ("startDate", "2018-02-19", "2018-02-20", False),
    ("startDate", "2018-02-19", "2", False),
    ("startDate", "2018-02-19", "", False),
    ("participantCount", 31, "31", True),
    ("participantCount", 31, 13, False),
    ("topic", "change management", "Change Management", True),
    ("topic", "change management", "risk management", False),
]


@pytest.mark.parametrize(("predicate", "gold", "system", "agree"), LITERAL_VALUES)
def test_literals_agree_by_what_they_mean(
    predicate: str, gold: object, system: object, agree: bool
) -> None:
    assert bool(literal_agreement(predicate, gold, system)) is agree
