"""The gold of lookups keeps its own rules: columns, ids, types, and how it is parted."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import Card, NameIndex
from clustergraph.operations.look_up import KINDS, kinds_named
from clustergraph.operations.scoring.lookups import Automatic, Lookup, read_lookups
from clustergraph.store.versions import Home

HERE = Path(__file__).parent
TABLES = {name: read_lookups(HERE / f"{name}.tsv") for name in ("development", "held-out")}
LOOKUPS = [lookup for table in TABLES.values() for lookup in table]


def test_there_are_300_lookups_half_of_them_held_out() -> None:
    assert [len(table) for table in TABLES.values()] == [150, 150]


def test_nothing_is_asked_twice() -> None:
    asked = Counter((lookup.query.casefold(), lookup.type) for lookup in LOOKUPS)
    assert [each for each, times in asked.items() if times > 1] == []


def test_every_other_lookup_of_a_difficulty_is_held_out_in_the_order_of_its_hash() -> None:
    held_out: dict[str, dict[str, bool]] = defaultdict(dict)
    for name, table in TABLES.items():
        for lookup in table:
            digest = hashlib.sha256(lookup.query.encode()).hexdigest()
            held_out[lookup.difficulty][digest] = name == "held-out"
    for difficulty, parts in held_out.items():
        flags = [parts[digest] for digest in sorted(parts)]
        assert flags == [at % 2 == 1 for at in range(len(flags))], difficulty


def test_the_readme_counts_the_lookups_of_each_difficulty() -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    for difficulty, number in Counter(lookup.difficulty for lookup in LOOKUPS).items():
        assert f"| {difficulty} | {number} |" in readme


def test_about_a_fifth_has_no_right_answer_or_several() -> None:
    hard = [lookup for lookup in LOOKUPS if len(lookup.expected) != 1]
    assert 0.15 < len(hard) / len(LOOKUPS) < 0.25


def test_what_may_be_matched_is_one_thing() -> None:
    matched = [lookup for lookup in LOOKUPS if lookup.automatic is not Automatic.NO]
    assert [lookup.query for lookup in matched if len(lookup.expected) != 1] == []


def test_what_is_unfinished_or_ambiguous_is_never_to_be_matched() -> None:
    vague = {"unfinished", "ambiguous", "none"}
    matched = {each.difficulty for each in LOOKUPS if each.automatic is not Automatic.NO}
    assert matched.isdisjoint(vague)


def test_every_expected_entity_is_in_the_graph_and_of_the_type_asked_for(our_home: Home) -> None:
    names = NameIndex.open(our_home.current().names_path)
    assert [lookup.query for lookup in LOOKUPS if not _is_there(names, lookup)] == []


def test_entities_of_every_kind_are_looked_up(our_home: Home) -> None:
    names = NameIndex.open(our_home.current().names_path)
    kinds = {card.cls.local for lookup in LOOKUPS for card in _cards(names, lookup.expected)}
    assert kinds >= {
        *("Cluster", "Organisation", "Person", "Programme", "Project", "Training", "Venue"),
        *("City", "Region", "Country", "Sector", "Topic", "Document", "Event"),
    }


def _is_there(names: NameIndex, lookup: Lookup) -> bool:
    assert not lookup.type or lookup.type in KINDS
    kinds = kinds_named(lookup.type) if lookup.type else frozenset(KINDS.values())
    cards = _cards(names, lookup.expected)
    return len(cards) == len(lookup.expected) and all(card.cls in kinds for card in cards)


def _cards(names: NameIndex, expected: Sequence[str]) -> list[Card]:
    cards = (names.card(Iri(BASE + (each if "/" in each else f"id/{each}"))) for each in expected)
    return [card for card in cards if card]
