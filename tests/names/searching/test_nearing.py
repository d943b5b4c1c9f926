"""What nothing is called is found by what is near."""

from collections.abc import Callable

import pytest

from clustergraph.names import SURE, Match, NameIndex
from given.named_things import CITY, CLUSTER


@pytest.mark.parametrize(
    ("text", "match", "first"),
    [
        ("Synergy Green Cluster", Match.SAME_WORDS, "green-synergy"),
        ("GreenSynergyCluster", Match.SAME_WORDS, "green-synergy"),
        ("C.G.S.", Match.SAME_WORDS, "green-synergy"),
        ("Клъстера Зелената синергия", Match.NEAR, "green-synergy"),
        ("Klaster zelena sinergija", Match.NEAR, "green-synergy"),
        ("w Karagandzie", Match.NEAR, "karaganda"),
        ("Qarağandı", Match.NEAR, "karaganda"),
        ("TDGC", Match.NEAR, "greenhouse"),
        ("the Green Synergy Cluster", Match.NEAR, "green-synergy"),
    ],
)
def test_a_name_is_found_as_people_write_it(
    names: NameIndex, text: str, match: Match, first: str
) -> None:
    hit = names.search(text).hits[0]
    assert (hit.match, hit.card.iri.local) == (match, first)


def test_another_company_form_is_no_sure_match(index: Callable[..., NameIndex]) -> None:
    names = index(("alfa", "Alfa Beta GmbH", "de", "prefLabel", CLUSTER, 2))
    score = {text: names.search(text).hits[0].score for text in ("Alfa Beta", "Alfa Beta AG")}
    assert score["Alfa Beta"] >= SURE > score["Alfa Beta AG"]


def test_without_parts_what_is_near_is_found_as_well(index: Callable[..., NameIndex]) -> None:
    found = index(
        ("karaganda", "Karaganda", "en", "prefLabel", CITY, 5),
        ("caracas", "Caracas", "en", "prefLabel", CITY, 9),
    ).search("Karagnada", parts=False)
    assert [hit.name for hit in found.hits] == ["Karaganda"]
    assert found.total >= 1
