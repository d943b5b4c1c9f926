from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import Iri
from clustergraph.names import Match, NameIndex, build_names
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
    return [hit.row.iri.local for hit in names.search(text, **rest)]


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
        ("Karanganda", Match.FUZZY, "karaganda"),
        ("Grene Synregy Cluster", Match.FUZZY, "green-synergy"),
        ("maison du vegetal fruit", Match.FOLDED, "parentheses"),
    ],
)
def test_a_name_is_found_by_the_best_step_that_fits(
    names: NameIndex, text: str, match: Match, first: str
) -> None:
    hit = names.search(text)[0]
    assert (hit.match, hit.row.iri.local) == (match, first)


def test_a_better_match_comes_before_a_more_prominent_entity(names: NameIndex) -> None:
    assert local(names, "Green") == ["green", "green-valley", "green-synergy"]


def test_the_company_form_that_was_asked_for_comes_first(names: NameIndex) -> None:
    assert local(names, "alfa gmbh") == ["alfa-gmbh", "alfa-ltd"]


def test_among_equal_matches_the_more_prominent_comes_first(names: NameIndex) -> None:
    assert local(names, "cluster") == ["greenhouse", "green-synergy"]


def test_an_entity_is_found_once_however_many_of_its_names_match(names: NameIndex) -> None:
    assert local(names, "karaganda") == ["karaganda"]
    assert names.search("Караганда")[0].row.language == "bg"


def test_many_names_of_one_entity_do_not_crowd_out_the_next(
    index: Callable[..., NameIndex],
) -> None:
    many = [("many", f"Alpha {number}", "en", "altLabel", CLUSTER, 9) for number in range(40)]
    names = index(*many, ("one", "Alpha beta", "en", "prefLabel", CLUSTER, 1))
    assert local(names, "alpha", limit=2) == ["many", "one"]


def test_the_last_word_may_be_unfinished_only_where_asked(names: NameIndex) -> None:
    assert local(names, "cluster greenho") == []
    assert local(names, "cluster greenho", prefix=True) == ["greenhouse"]


def test_the_best_of_a_longer_list_is_the_shorter_list(names: NameIndex) -> None:
    every = local(names, "green", limit=100)
    assert [local(names, "green", limit=limit) for limit in range(5)] == [
        every[:limit] for limit in range(5)
    ]


def test_filters_keep_classes_and_languages(names: NameIndex) -> None:
    assert local(names, "karaganda", kinds=[CLUSTER]) == []
    assert local(names, "karaganda", kinds=[CLUSTER, CITY]) == ["karaganda"]
    assert local(names, "zelena sinergiya klaster", language="en") == []
    assert local(names, "zelena sinergiya klaster", language="bg") == ["green-synergy"]


def test_a_name_without_language_is_found_in_every_language(names: NameIndex) -> None:
    assert local(names, "CGS", language="pl") == ["green-synergy"]


def test_a_row_comes_back_as_it_was_put_in(index: Callable[..., NameIndex]) -> None:
    name = "ЕООД „Ромашка“ (<script>) \n" + "x" * 400
    assert index(("odd", name, "", "altLabel", CITY, 0)).search(name)[0].row.name == name


@pytest.mark.parametrize("text", [*ODD, "x" * 10_000, "( " * 5_000, "ж" * 70_000, "a " * 10_000])
@pytest.mark.parametrize("prefix", [False, True])
def test_odd_input_is_answered(names: NameIndex, text: str, prefix: bool) -> None:
    assert isinstance(names.search(text, prefix=prefix), list)


@given(st.text(), st.booleans())
def test_no_text_raises(names: NameIndex, text: str, prefix: bool) -> None:
    assert len(names.search(text, limit=3, prefix=prefix)) <= 3


def test_an_empty_index_answers_with_nothing(tmp_path: Path) -> None:
    build_names(tmp_path, [])
    assert NameIndex.open(tmp_path).search("a") == []


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
    assert names.search("cluster") == NameIndex.open(path).search("cluster") != []
    assert (sorted(path.iterdir()), list(tmp_path.iterdir())) == (before, [])
