from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clustergraph.errors import GoldError
from clustergraph.folding import fold
from clustergraph.languages import load_gazetteer
from clustergraph.model import Iri
from clustergraph.names import Card, Name, NameIndex
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.dataset import Dataset, OpenVersion
from clustergraph.operations.evaluating.evaluate_lookups import (
    answer_from,
    evaluate_lookups,
    local_id,
    lookup_table,
)
from clustergraph.operations.look_up import KINDS, cards
from clustergraph.operations.look_up.certain import certain
from clustergraph.operations.reconciling.asking import Condition, Kind, Query
from clustergraph.operations.reconciling.matching import match
from clustergraph.operations.scoring.lookups import Answered, Lookup, LookupScore, read_lookups
from clustergraph.store.versions import Home
from clustergraph.vocab import CG

GOLD = Path(__file__).parent.parent.parent / "gold" / "lookups"
HEADER = "query\tlanguage\tdifficulty\texpected\ttype\tautomatic\n"


@pytest.fixture(scope="module")
def opened(our_home: Home) -> OpenVersion:
    return Dataset(our_home).current()


@pytest.fixture(scope="module")
def crowded(opened: OpenVersion, tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    """Our version, whose names stand among those of towns and clusters all over the world."""
    ours = list(cards(opened.graph))
    taken = {fold(name.text) for card in ours for name in card.names}
    asked = {fold(lookup.query) for path in GOLD.glob("*.tsv") for lookup in read_lookups(path)}
    path = tmp_path_factory.mktemp("crowd")
    build_names(path, [*ours, *_others(taken | asked)])
    return replace(opened, names=NameIndex.open(path))


def _others(taken: set[str]) -> Iterator[Card]:
    for place in sorted(load_gazetteer().places_by_name)[::20]:
        name = place.title()
        for text, kind in ((name, CG.City), (f"{name} Textile Cluster", CG.Cluster)):
            if fold(text) and fold(text) not in taken:
                iri = Iri(f"https://example.org/id/{fold(text).replace(' ', '-')}")
                yield Card(iri=iri, cls=kind, prominence=3, names=(Name(text, ""),))


def knowing(lookup: Lookup) -> Answered:
    matched = lookup.expected[0] if lookup.automatic != "no" else None
    return Answered(ranked=lookup.expected, matched=matched)


def test_who_knows_the_gold_is_perfect() -> None:
    report = evaluate_lookups(GOLD, knowing)
    assert list(report.tables) == ["development", "held-out"]
    overall = report.overall
    assert overall.mean_reciprocal_rank == overall.precision == overall.recall == 1
    assert report.failures == ()


def test_held_out_lookups_find_what_is_meant(opened: OpenVersion) -> None:
    held_out = evaluate_lookups(GOLD / "held-out.tsv", answer_from(opened)).overall
    assert held_out.mean_reciprocal_rank is not None
    assert held_out.mean_reciprocal_rank >= 0.95
    assert held_out.recall is not None
    assert held_out.recall >= 0.85


def test_what_is_matched_by_itself_is_right(opened: OpenVersion) -> None:
    overall = evaluate_lookups(GOLD, answer_from(opened)).overall
    assert overall.precision is not None
    assert overall.precision >= 0.99


def _reconciled(opened: OpenVersion) -> LookupScore:
    def ask(lookup: Lookup) -> Answered:
        name = Condition(kind=Kind.NAME, values=(lookup.query,))
        types = (KINDS[lookup.type],) if lookup.type else ()
        found = match(opened, Query(conditions=(name,), types=types))
        matched = next((local_id(each.iri) for each in found if each.is_match), None)
        return Answered(ranked=tuple(local_id(each.iri) for each in found), matched=matched)

    return evaluate_lookups(GOLD, ask).overall


def test_reconciliation_matches_by_itself_what_is_right(opened: OpenVersion) -> None:
    overall = _reconciled(opened)
    assert overall.mean_reciprocal_rank is not None
    assert overall.mean_reciprocal_rank >= 0.95
    assert overall.precision is not None
    assert overall.precision >= 0.99
    assert overall.recall is not None
    assert overall.recall >= 0.85


def test_a_crowd_of_others_misleads_no_reconciliation(crowded: OpenVersion) -> None:
    overall = _reconciled(crowded)
    assert overall.precision is not None
    assert overall.precision >= 0.99


def test_a_crowd_of_others_that_are_called_alike_misleads_nobody(crowded: OpenVersion) -> None:
    overall = evaluate_lookups(GOLD, answer_from(crowded)).overall
    assert overall.mean_reciprocal_rank is not None
    assert overall.mean_reciprocal_rank >= 0.93
    assert overall.precision is not None
    assert overall.precision >= 0.99


def test_what_is_not_here_is_matched_with_nothing(opened: OpenVersion, tmp_path: Path) -> None:
    ours = sorted(cards(opened.graph), key=lambda card: card.iri)
    absent, present = ours[::4], [card for at, card in enumerate(ours) if at % 4]
    build_names(tmp_path, present)
    index = NameIndex.open(tmp_path)
    borne = {fold(name.text) for card in present for name in card.names}
    asked = {name.text for card in absent for name in card.names if fold(name.text) not in borne}
    matched = {text for text in asked if certain(index.search(text, limit=20).hits)}
    assert len(asked) > 200
    assert len(matched) <= 0.01 * len(asked)


def test_the_table_has_a_line_for_each_table_and_each_difficulty() -> None:
    lines = lookup_table(evaluate_lookups(GOLD, knowing)).splitlines()
    names = [line.split()[0] for line in lines]
    assert names[:4] == ["lookups", "development", "held-out", "ALL"]
    assert {"misspelled", "transliterated", "none"} <= set(names)
    assert lines[3].split()[1:6] == ["1.000"] * 5


def test_the_verbose_table_says_what_went_wrong(tmp_path: Path) -> None:
    table = tmp_path / "some.tsv"
    table.write_text(f"{HEADER}Alfa\ten\tfolded\talfa\t\tno\nBeta\ten\tnone\t\t\tno\n", "utf-8")
    answered = Answered(ranked=("beta", "alfa"), matched="beta")
    text = lookup_table(evaluate_lookups(table, lambda _: answered), verbose=True)
    assert "folded: “Alfa”\n  wanted alfa (automatic: no)\n  got beta, alfa; matched beta" in text
    assert "none: “Beta”\n  wanted nothing (automatic: no)" in text


def test_what_is_found_later_but_matched_rightly_is_told_too(tmp_path: Path) -> None:
    table = tmp_path / "some.tsv"
    table.write_text(f"{HEADER}Alfa\ten\tfolded\talfa\t\tyes\n", "utf-8")
    report = evaluate_lookups(table, lambda _: Answered(ranked=("beta", "alfa"), matched="alfa"))
    assert [lookup.query for lookup, _ in report.failures] == ["Alfa"]


def test_a_folder_without_tables_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no lookups"):
        evaluate_lookups(tmp_path, knowing)
