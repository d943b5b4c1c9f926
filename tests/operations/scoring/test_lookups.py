from pathlib import Path

import pytest

from clustergraph.errors import GoldError
from clustergraph.operations.scoring.lookups import (
    Answered,
    Automatic,
    Lookup,
    LookupScore,
    read_lookups,
    score_lookup,
)

HEADER = "query\tlanguage\tdifficulty\texpected\ttype\tautomatic\n"


def wanted(*expected: str, automatic: str = "yes") -> Lookup:
    return Lookup(
        query="Alfa",
        language="en",
        difficulty="folded",
        expected=expected,
        type="",
        automatic=Automatic(automatic),
    )


def scored(lookup: Lookup, *ranked: str, matched: str | None = None) -> LookupScore:
    return score_lookup(lookup, Answered(ranked=ranked, matched=matched))


def test_the_reciprocal_rank_is_one_over_the_place_of_the_first_that_is_expected() -> None:
    score = scored(wanted("alfa"), "beta", "alfa", "gamma")
    assert score.mean_reciprocal_rank == 0.5
    assert score.first_share == 0


def test_any_of_several_that_are_expected_will_do() -> None:
    assert scored(wanted("alfa", "beta", automatic="no"), "beta").mean_reciprocal_rank == 1


def test_what_stands_behind_the_tenth_is_not_found() -> None:
    others = [f"other-{number}" for number in range(10)]
    assert scored(wanted("alfa"), *others, "alfa").mean_reciprocal_rank == 0
    assert scored(wanted("alfa"), *others[:9], "alfa").mean_reciprocal_rank == 0.1


def test_a_lookup_that_nothing_answers_does_not_count_for_the_rank() -> None:
    score = scored(wanted(automatic="no"), "beta")
    assert score.mean_reciprocal_rank is None
    assert score.first_share is None


@pytest.mark.parametrize(
    ("expected", "automatic", "matched", "precision"),
    [
        (("alfa",), "yes", "alfa", 1),
        (("alfa",), "fair", "alfa", 1),
        (("alfa",), "no", "alfa", 0),
        (("alfa",), "yes", "beta", 0),
        (("alfa", "beta"), "no", "alfa", 0),
        ((), "no", "alfa", 0),
        (("alfa",), "yes", None, None),
        ((), "no", None, None),
    ],
)
def test_a_match_is_right_where_it_is_of_what_is_expected_and_may_be_made(
    expected: tuple[str, ...], automatic: str, matched: str | None, precision: float | None
) -> None:
    assert scored(wanted(*expected, automatic=automatic), matched=matched).precision == precision


def test_recall_asks_only_for_matches_that_should_be_made() -> None:
    lookups = [wanted("alfa"), wanted("alfa"), wanted("alfa", automatic="fair")]
    matches = ["alfa", None, None]
    scores = [scored(each, matched=to) for each, to in zip(lookups, matches, strict=True)]
    assert sum(scores, LookupScore()).recall == 0.5
    assert scores[2].recall is None


def test_a_wrong_match_keeps_nothing() -> None:
    assert scored(wanted("alfa"), matched="beta").recall == 0


def test_scores_add_up() -> None:
    one = scored(wanted("alfa"), "alfa", matched="alfa")
    two = scored(wanted("alfa"), "beta", "alfa", matched="beta")
    assert (one + two).mean_reciprocal_rank == 0.75
    assert (one + two).precision == 0.5
    assert (one + two).found == 2


def test_a_table_is_read_as_it_stands(tmp_path: Path) -> None:
    table = tmp_path / "some.tsv"
    table.write_text(f'{HEADER}"A" & B\tpl\tfolded\talfa doc/1\tCluster\tfair\n', "utf-8")
    assert read_lookups(table) == (
        Lookup(
            query='"A" & B',
            language="pl",
            difficulty="folded",
            expected=("alfa", "doc/1"),
            type="Cluster",
            automatic=Automatic.FAIR,
        ),
    )


@pytest.mark.parametrize(
    "row", ["Alfa\tpl\tfolded\talfa\t\tperhaps", "Alfa\tpl\tfolded\talfa", "Alfa"]
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "some.tsv"
    table.write_text(f"{HEADER}Alfa\tpl\tfolded\talfa\t\tyes\n{row}\n", "utf-8")
    with pytest.raises(GoldError, match=r"some\.tsv:3: it is no lookup"):
        read_lookups(table)


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes | None) -> None:
    table = tmp_path / "some.tsv"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(GoldError, match=r"some\.tsv: it can't be read"):
        read_lookups(table)
