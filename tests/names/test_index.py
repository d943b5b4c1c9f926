from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import StoreError
from clustergraph.model import Iri
from clustergraph.names import SURE, Card, Found, Match, Name, NameIndex
from clustergraph.names.storing import build_names
from clustergraph.store.versions import Home

CLUSTER = Iri("https://w3id.org/clustergraph/ns#Cluster")
CITY = Iri("https://w3id.org/clustergraph/ns#City")

ODD = [
    "",
    " ",
    "(",
    ")",
    "((a",
    '"',
    "'",
    "\\",
    "/",
    "a/b",
    "*",
    ".*",
    "[a-",
    "a AND",
    "-a",
    "x:y",
    "+",
    "🎉",
    "\x00",
    "\ud800",
]


def local(names: NameIndex, text: str, **rest: Any) -> list[str]:
    return [hit.card.iri.local for hit in names.search(text, **rest).hits]


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


def test_an_entity_is_found_once_however_many_of_its_names_match(names: NameIndex) -> None:
    assert local(names, "karaganda") == ["karaganda"]
    assert names.search("Караганда").hits[0].language == "bg"


def test_many_names_of_one_entity_do_not_crowd_out_the_next(
    index: Callable[..., NameIndex],
) -> None:
    many = [("many", f"Alpha {number}", "en", "altLabel", CLUSTER, 9) for number in range(40)]
    names = index(*many, ("one", "Alpha beta", "en", "prefLabel", CLUSTER, 1))
    assert local(names, "alpha", limit=2) == ["many", "one"]


def test_the_last_word_may_be_unfinished_only_where_asked(names: NameIndex) -> None:
    assert Match.ALL_WORDS not in [hit.match for hit in names.search("cluster greenho").hits]
    assert local(names, "cluster greenho", prefix=True) == ["greenhouse"]


def test_the_best_of_a_longer_list_is_the_shorter_list(names: NameIndex) -> None:
    every = local(names, "green", limit=100)
    assert [local(names, "green", limit=limit) for limit in range(5)] == [
        every[:limit] for limit in range(5)
    ]


def test_filters_keep_classes_and_languages(names: NameIndex) -> None:
    assert local(names, "karaganda", kinds=[CLUSTER]) == []
    assert local(names, "karaganda", kinds=[CLUSTER, CITY]) == ["karaganda"]
    in_english = names.search("zelena sinergiya", language="en").hits
    assert not [hit for hit in in_english if hit.language != "en" or hit.match != Match.FUZZY]
    assert local(names, "zelena sinergiya klaster", language="bg")[0] == "green-synergy"


def test_a_name_without_language_is_found_in_every_language(names: NameIndex) -> None:
    assert local(names, "CGS", language="pl") == ["green-synergy"]
    listed = names.of_kinds([CLUSTER], language="pl").hits
    assert [hit.card.iri.local for hit in listed] == ["green-synergy"]


def test_a_row_comes_back_as_it_was_put_in(index: Callable[..., NameIndex]) -> None:
    name = "ЕООД „Ромашка“ (<script>) \n" + "x" * 400
    assert index(("odd", name, "", "altLabel", CITY, 0)).search(name).hits[0].name == name


@pytest.mark.parametrize("text", [*ODD, "x" * 10_000, "( " * 5_000, "ж" * 70_000, "a " * 10_000])
@pytest.mark.parametrize("prefix", [False, True])
def test_odd_input_is_answered(names: NameIndex, text: str, prefix: bool) -> None:
    assert isinstance(names.search(text, prefix=prefix), Found)


@given(st.text(), st.booleans())
def test_no_text_raises(names: NameIndex, text: str, prefix: bool) -> None:
    assert len(names.search(text, limit=3, prefix=prefix).hits) <= 3


def test_an_empty_index_answers_with_nothing(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    assert NameIndex.open(tmp_path).search("a").hits == ()


def test_threads_share_an_index(names: NameIndex) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: tuple(local(names, "green")), range(64)))
    assert len(answers) == 1


def test_an_index_that_may_only_be_read_is_opened_and_searched(
    small_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_home.current().names_path
    before = sorted(path.iterdir())
    monkeypatch.setattr("os.access", lambda *_: False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    names = NameIndex.open(path)
    assert names.search("cluster").hits == NameIndex.open(path).search("cluster").hits != ()
    assert (sorted(path.iterdir()), list(tmp_path.iterdir())) == (before, [])


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


def test_another_company_form_is_no_sure_match(index: Callable[..., NameIndex]) -> None:
    names = index(("alfa", "Alfa Beta GmbH", "de", "prefLabel", CLUSTER, 2))
    score = {text: names.search(text).hits[0].score for text in ("Alfa Beta", "Alfa Beta AG")}
    assert score["Alfa Beta"] >= SURE > score["Alfa Beta AG"]


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


def test_one_word_without_its_company_form_is_no_sure_match_where_others_bear_it(
    index: Callable[..., NameIndex],
) -> None:
    alone = ("growth", "Growth Inc", "en", "prefLabel", CLUSTER, 2)
    other = ("other", "Green Growth Group", "en", "prefLabel", CLUSTER, 2)
    assert index(alone).search("Growth").hits[0].score >= SURE
    assert index(alone, other).search("Growth").hits[0].score < SURE


def test_a_language_keeps_its_regions(index: Callable[..., NameIndex]) -> None:
    names = index(("colour", "Colour", "en-GB", "prefLabel", CLUSTER, 2))
    assert [local(names, "colour", language=tag) for tag in ("en", "en-GB", "de")] == [
        ["colour"],
        ["colour"],
        [],
    ]


@pytest.mark.parametrize("tag", ["", "x.y", "all", "a b", "*", "\x00", "und"])
def test_what_is_no_language_keeps_only_names_without_one(names: NameIndex, tag: str) -> None:
    assert local(names, "CGS", language=tag) == ["green-synergy"]
    assert local(names, "Karaganda", language=tag) == []


def test_facets_count_each_entity_once_for_a_value(names: NameIndex) -> None:
    facets = names.facets("karaganda", wanted=("cls", "country", "language"))
    assert facets == {
        "cls": [(CITY, 1)],
        "country": [],
        "language": [("bg", 1), ("en", 1), ("pl", 1)],
    }


def test_a_facet_counts_what_its_filter_finds(names: NameIndex) -> None:
    for text in ("green", "cluster", ""):
        for cls, count in names.facets(text)["cls"]:
            kinds = [Iri(cls)]
            found = names.search(text, kinds=kinds) if text else names.of_kinds(kinds)
            assert found.total == count


def test_a_card_is_found_by_its_iri(names: NameIndex) -> None:
    iri = Iri("https://w3id.org/clustergraph/id/karaganda")
    card = names.card(iri)
    assert card is not None
    assert (card.iri, card.cls, card.prominence, len(card.names)) == (iri, CITY, 5, 3)
    assert names.card(Iri("https://w3id.org/clustergraph/id/nobody")) is None


def test_an_index_of_another_shape_is_refused(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(StoreError, match="can't be opened"):
        NameIndex.open(tmp_path)


def test_what_is_called_so_has_the_text_as_a_whole_name(names: NameIndex) -> None:
    assert [hit.card.iri.local for hit in names.called("GREEN")] == ["green"]
    assert [hit.card.iri.local for hit in names.called("Alfa", limit=1)] == ["alfa-ltd"]
    assert names.called("gren") == ()


def test_without_parts_only_whole_names_are_found_where_there_are_any(names: NameIndex) -> None:
    whole = names.search("Green", parts=False)
    assert [(hit.card.iri.local, hit.match) for hit in whole.hits] == [("green", Match.EXACT)]
    assert whole.total == 1
    assert names.search("Gren Valey", parts=False).hits[0] == names.search("Gren Valey").hits[0]


def test_the_stamp_changes_with_what_the_index_holds_and_with_nothing_else(tmp_path: Path) -> None:
    iri = Iri("https://w3id.org/clustergraph/id/one")
    one = Card(iri=iri, cls=CLUSTER, prominence=1, names=(Name("One", "en"),))
    renamed = replace(one, names=(Name("Won", "en"),))
    stamps = [
        build_names(tmp_path / f"{at}", cards)
        for at, cards in enumerate(([one], [one], [renamed], [replace(one, prominence=2)], []))
    ]
    assert stamps[0] == stamps[1]
    assert len(set(stamps)) == 4


def test_without_parts_what_is_near_is_found_as_well(index: Callable[..., NameIndex]) -> None:
    found = index(
        ("karaganda", "Karaganda", "en", "prefLabel", CITY, 5),
        ("caracas", "Caracas", "en", "prefLabel", CITY, 9),
    ).search("Karagnada", parts=False)
    assert [hit.name for hit in found.hits] == ["Karaganda"]
    assert found.total >= 1


def test_what_fits_on_one_page_is_counted_as_what_does_not(names: NameIndex) -> None:
    assert names.search("green", limit=100).total == names.search("green", limit=1).total > 1


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
