"""The steps of the ranking: which match of a name is better than which."""

from collections.abc import Callable

import pytest

from clustergraph.names import SURE, Match, NameIndex
from given.named_things import CLUSTER, local


@pytest.mark.parametrize(
    ("text", "match", "first"),
    [
        ("Green Synergy Cluster", Match.EXACT, "green-synergy"),
        ("green synergy CLUSTER", Match.FOLDED, "green-synergy"),
        ("klaster zelena sinergiya", Match.FOLDED, "green-synergy"),
        ("alfa", Match.COMPANY_FORM_ASIDE, "alfa-ltd"),
        ("Alfa SRL", Match.COMPANY_FORM_ASIDE, "alfa-ltd"),
        ("green sy", Match.PREFIX, "green-synergy"),
        ("cluster greenhouse", Match.ALL_WORDS, "greenhouse"),
        ("Karanganda", Match.NEAR, "karaganda"),
        ("Grene Synregy Cluster", Match.NEAR, "green-synergy"),
        ("maison du vegetal fruit", Match.FOLDED, "parentheses"),
    ],
)
def test_a_name_is_found_by_the_best_step_that_fits(
    names: NameIndex, text: str, match: Match, first: str
) -> None:
    hit = names.search(text).hits[0]
    assert (hit.match, hit.card.iri.local) == (match, first)


def test_a_better_match_comes_before_a_more_prominent_entity(names: NameIndex) -> None:
    assert local(names, "Green") == ["green", "green-valley", "green-synergy"]


def test_the_company_form_that_was_asked_for_comes_first(names: NameIndex) -> None:
    assert local(names, "alfa gmbh") == ["alfa-gmbh", "alfa-ltd"]


def test_among_equal_matches_the_more_prominent_comes_first(names: NameIndex) -> None:
    assert local(names, "cluster") == ["greenhouse", "green-synergy"]


def test_the_last_word_may_be_unfinished_only_where_asked(names: NameIndex) -> None:
    assert Match.ALL_WORDS not in [hit.match for hit in names.search("cluster greenho").hits]
    assert local(names, "cluster greenho", prefix=True) == ["greenhouse"]


def test_a_part_of_a_name_in_its_own_news_is_no_sure_match(
    index: Callable[..., NameIndex],
) -> None:
    names = index(
        ("fund", "Foundation for Green Growth", "en", "prefLabel", CLUSTER, 2),
        ("fund", "Foundation", "en", "altLabel", CLUSTER, 2),
    )
    hit = names.search("Foundation").hits[0]
    assert hit.match is Match.SHORT_FORM
    assert hit.score < SURE


def test_what_is_called_so_has_the_text_as_a_whole_name(names: NameIndex) -> None:
    assert [hit.card.iri.local for hit in names.called("GREEN")] == ["green"]
    assert [hit.card.iri.local for hit in names.called("Alfa", limit=1)] == ["alfa-ltd"]
    assert names.called("gren") == ()


def test_without_parts_only_whole_names_are_found_where_there_are_any(names: NameIndex) -> None:
    whole = names.search("Green", parts=False)
    assert [(hit.card.iri.local, hit.match) for hit in whole.hits] == [("green", Match.EXACT)]
    assert whole.total == 1
    assert names.search("Gren Valey", parts=False).hits[0] == names.search("Gren Valey").hits[0]
