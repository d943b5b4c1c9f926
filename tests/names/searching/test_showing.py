"""Which of its names is shown for what was found, and what explains the score."""

from collections.abc import Callable

from clustergraph.names import SURE, Match, NameIndex
from given.named_things import CITY, CLUSTER, local


def test_an_entity_is_found_once_however_many_of_its_names_match(names: NameIndex) -> None:
    assert local(names, "karaganda") == ["karaganda"]
    assert names.search("Караганда").hits[0].language == "bg"


def test_a_row_comes_back_as_it_was_put_in(index: Callable[..., NameIndex]) -> None:
    name = "ЕООД „Ромашка“ (<script>) \n" + "x" * 400
    assert index(("odd", name, "", "altLabel", CITY, 0)).search(name).hits[0].name == name


def test_a_hit_names_the_name_that_was_meant(names: NameIndex) -> None:
    assert names.search("клъстер").hits[0].name == "Клъстер „Зелена синергия“"
    assert names.search("green syn", prefix=True).hits[0].name == "Green Synergy Cluster"


def test_what_holds_all_that_was_asked_for_says_so(names: NameIndex) -> None:
    for text in ("green synergy", "synergy cluster", "green syner"):
        first = names.search(text, prefix=True).hits[0]
        assert first.features["asked"] == 100
    assert names.search("green sinergy duck").hits[0].features["asked"] < 100


def test_what_comes_after_those_that_hold_all_words_has_a_lower_score(
    index: Callable[..., NameIndex],
) -> None:
    names = index(
        (
            "title",
            "The economics and the choice of clusters in a green valley",
            "en",
            "title",
            CLUSTER,
            2,
        ),
        ("topic", "choice of clusters", "en", "prefLabel", CLUSTER, 9),
    )
    first, second = names.search("economics and choice of clusters").hits
    assert (first.match, second.match) == (Match.ALL_WORDS, Match.FUZZY)
    assert first.score > second.score


def test_one_word_without_its_company_form_is_no_sure_match_where_others_bear_it(
    index: Callable[..., NameIndex],
) -> None:
    alone = ("growth", "Growth Inc", "en", "prefLabel", CLUSTER, 2)
    other = ("other", "Green Growth Group", "en", "prefLabel", CLUSTER, 2)
    assert index(alone).search("Growth").hits[0].score >= SURE
    assert index(alone, other).search("Growth").hits[0].score < SURE


def test_the_name_shown_holds_all_words_that_were_asked_for(
    index: Callable[..., NameIndex],
) -> None:
    initiative = ("European Cluster Excellence Initiative", "en", "prefLabel", CLUSTER, 5)
    names = index(("ecei", *initiative), ("ecei", "ECEI", "", "altLabel", CLUSTER, 5))
    assert names.search("cluster").hits[0].name == "European Cluster Excellence Initiative"
    assert names.search("excell", prefix=True).hits[0].name.startswith("European")


def test_of_names_that_fold_alike_that_in_the_script_of_the_question_is_shown(
    index: Callable[..., NameIndex],
) -> None:
    cyrillic = ("karaganda", "Караганда", "bg", "prefLabel", CITY, 5)
    names = index(cyrillic, ("karaganda", "Karaganda", "en", "prefLabel", CITY, 5))
    shown = [names.search(text).hits[0].name for text in ("karaganda", "kara", "караганда", "кара")]
    assert shown == ["Karaganda", "Karaganda", "Караганда", "Караганда"]
