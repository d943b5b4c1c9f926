"""Perfect on itself, monotone under damage, and not to be gamed."""

import copy
import itertools
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from clustergraph.locations import DOCUMENTS
from clustergraph.operations.scoring import (
    ErrorClass,
    Report,
    Scores,
    count,
    parse_annotation,
    report_of,
)
from clustergraph.operations.scoring.likeness import (
    DATES,
    INTEGERS,
    LITERALS,
)

SEEDS = Path(__file__).parent.parent.parent / "gold" / "seeds"
Docs = dict[str, dict[str, Any]]
Texts = Mapping[str, str]


@pytest.fixture(scope="module")
def seeds() -> Docs:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.json"))}


@pytest.fixture
def gold(seeds: Docs) -> Docs:
    return copy.deepcopy(seeds)


@pytest.fixture
def required(gold: Docs) -> Docs:
    for document in gold.values():
        for part in ("entities", "relations"):
            document[part] = [each for each in document[part] if not each.get("optional")]
    return gold


@pytest.fixture(scope="module")
def texts(seeds: Docs) -> Texts:
    return {
        name: (DOCUMENTS / document["file"]).read_bytes().decode()
        for name, document in seeds.items()
    }


def score(system: Docs, gold: Docs, texts: Texts | None = None) -> Report:
    tallies = {
        name: count(
            parse_annotation(wanted),
            parse_annotation(system.get(name, {})),
            texts[name] if texts else None,
        )
        for name, wanted in gold.items()
    }
    return report_of(tallies)


def micro(system: Docs, gold: Docs, texts: Texts | None = None) -> Scores:
    return score(system, gold, texts).micro


def mini(
    entities: Sequence[tuple[Any, ...]], relations: Sequence[tuple[str, str, object]] = ()
) -> Docs:
    """One small document: (id, type, names, named?) and (subject, predicate, object or value)."""
    return {
        "d": {
            "doc": "d",
            "entities": [
                {"id": id_, "type": type_, "names": names, "named": not rest or rest[0]}
                for id_, type_, names, *rest in entities
            ],
            "relations": [
                {"s": s, "p": p, ("v" if p in LITERALS else "o"): value}
                for s, p, value in relations
            ],
        }
    }


def test_gold_against_itself_is_perfect(gold: Docs, texts: Texts) -> None:
    report = score(copy.deepcopy(gold), gold, texts)
    for part in [report.micro, *report.documents.values()]:
        for each in [part.entity, part.relation, *part.types.values(), *part.predicates.values()]:
            assert each.precision == each.recall == each.f1 == 1.0
        assert part.role_accuracy in {1.0, None}
        assert part.date_exact in {1.0, None}
        assert part.duplicates == 0
    assert report.micro.unnamed.f1 == report.micro.evidence_validity == 1.0
    assert not any(report.errors.values())


def test_required_gold_alone_is_perfect(required: Docs, seeds: Docs) -> None:
    result = micro(required, seeds)
    assert result.entity.f1 == result.relation.f1 == result.unnamed.f1 == 1.0


def test_order_and_ids_do_not_matter(required: Docs, seeds: Docs) -> None:
    rng = random.Random(1)
    for document in required.values():
        ids = [entity["id"] for entity in document["entities"]]
        new = dict(zip(ids, rng.sample([f"n{i}" for i in range(len(ids))], len(ids)), strict=True))
        for entity in document["entities"]:
            entity["id"] = new[entity["id"]]
        for relation in document["relations"]:
            relation.pop("accept", None)
            relation.update({end: new[relation[end]] for end in "so" if end in relation})
        rng.shuffle(document["entities"])
        rng.shuffle(document["relations"])
    result = micro(required, seeds)
    assert result.entity.f1 == result.relation.f1 == 1.0


def test_a_silent_system_scores_zero(seeds: Docs) -> None:
    for system in ({}, {name: {"doc": name, "entities": [], "relations": []} for name in seeds}):
        result = micro(system, seeds)
        assert result.entity.precision == result.relation.precision == 0.0
        assert result.entity.f1 == result.relation.f1 == 0.0


@pytest.mark.parametrize("seed", range(2))
def test_dropping_relations_costs_recall_only(required: Docs, seeds: Docs, seed: int) -> None:
    rng, kept, total = random.Random(seed), 0, 0
    for document in required.values():
        size = len(document["relations"])
        document["relations"] = rng.sample(document["relations"], round(size * 0.8))
        kept, total = kept + len(document["relations"]), total + size
    result = micro(required, seeds)
    assert result.relation.precision == pytest.approx(1.0)
    assert result.relation.recall == pytest.approx(kept / total)
    assert result.entity.f1 == pytest.approx(1.0)


@pytest.mark.parametrize("turn", range(5))
def test_any_alias_alone_is_enough(required: Docs, seeds: Docs, turn: int) -> None:
    for document in required.values():
        for entity in document["entities"]:
            entity["names"] = [entity["names"][turn % len(entity["names"])].upper() + " "]
    result = micro(required, seeds)
    assert result.entity.f1 == 1.0
    assert result.relation.f1 > 0.99


def test_unnamed_entities_are_found_by_their_relations(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        for entity in document["entities"]:
            if not entity["named"]:
                entity["names"] = [f"{entity['type'].lower()} {entity['id']}"]
    result = micro(required, seeds)
    assert result.unnamed.recall >= 0.85  # the few that only their name tells apart may be lost
    assert result.relation.recall >= 0.9


def test_duplicates_neither_gain_nor_lose(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        twins = copy.deepcopy(document["entities"])
        for entity in twins:
            entity.update(id=f"twin-{entity['id']}", names=entity["names"][-1:])
        document["entities"] += twins
        document["relations"] += [
            {**relation, **{end: f"twin-{relation[end]}" for end in "so" if end in relation}}
            for relation in copy.deepcopy(document["relations"])
        ]
    result = micro(required, seeds)
    assert result.entity.f1 == result.relation.f1 == 1.0
    assert result.duplicates == sum(len(each["entities"]) for each in required.values()) // 2


def test_spam_of_all_pairs_does_not_pay(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        ids = [entity["id"] for entity in document["entities"]][:25]
        predicates = sorted({relation["p"] for relation in document["relations"]} - LITERALS)
        document["relations"] = [
            {"s": one, "p": predicate, "o": other}
            for one, other in itertools.permutations(ids, 2)
            for predicate in predicates
        ]
    result = micro(required, seeds)
    assert result.relation.precision < 0.02
    assert result.relation.f1 < 0.04


def test_literal_spam_does_not_pay(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        for relation in [each for each in document["relations"] if each["p"] in DATES | INTEGERS]:
            years = [f"20{year:02}" for year in range(8, 24)]
            others = years if relation["p"] in DATES else list(range(1, 40))
            document["relations"] += [
                {"s": relation["s"], "p": relation["p"], "v": value} for value in others
            ]
    predicates = micro(required, seeds).predicates
    assert max(predicates[each].precision for each in DATES | INTEGERS) < 0.1


def test_every_type_for_every_name_does_not_pay(required: Docs, seeds: Docs) -> None:
    types = sorted({each["type"] for document in seeds.values() for each in document["entities"]})
    for document in required.values():
        document["relations"] = []
        document["entities"] = [
            {"id": f"{entity['id']}-{type_}", "type": type_, "names": entity["names"]}
            for entity in document["entities"]
            for type_ in types
        ]
    assert micro(required, seeds).entity.precision < 0.15


def test_entities_with_all_names_do_not_pay(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        everything = [name for entity in document["entities"] for name in entity["names"]]
        for entity in document["entities"]:
            entity["names"] = everything
    assert micro(required, seeds).entity.f1 < 0.3


def test_swapped_relations_are_wrong(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        for relation in (each for each in document["relations"] if "o" in each):
            relation["s"], relation["o"] = relation["o"], relation["s"]
    predicates = micro(required, seeds).predicates
    for predicate in ("affiliatedWith", "taughtBy", "partner", "fundedBy"):
        assert predicates[predicate].right == 0


def test_invented_content_costs_precision(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        place = document["entities"][0]["id"]
        document["entities"] += [
            {"id": f"x{i}", "type": "Organisation", "names": [f"Zyx Holding {i} Ltd"]}
            for i in range(10)
        ]
        document["relations"] += [{"s": f"x{i}", "p": "locatedIn", "o": place} for i in range(10)]
    result = micro(required, seeds)
    assert result.entity.recall == result.relation.recall == 1.0
    assert result.entity.precision < 0.75
    assert result.relation.precision < 0.8


def test_types_of_one_group_count_half() -> None:
    relation = [("a", "locatedIn", "b")]
    gold = mini([("a", "Cluster", ["FEMAC"]), ("b", "Place", ["Catalonia"])], relation)
    near = mini([("a", "Organisation", ["Femac"]), ("b", "Place", ["Catalonia"])], relation)
    assert micro(near, gold).entity.right == 1.5
    assert micro(near, gold).relation.f1 == 1.0
    far = mini([("a", "Person", ["Femac"]), ("b", "Place", ["Catalonia"])], relation)
    assert micro(far, gold).entity.right == 1.0
    assert micro(far, gold).relation.f1 == 0.0


@pytest.mark.parametrize(
    ("role", "accuracy"),
    [
        ("Former director general", 1.0),
        ("Director General", 0.0),
        ("minister", 0.0),
        (None, 0.0),
    ],
)
def test_a_former_role_is_another_role(role: str | None, accuracy: float) -> None:
    entities = [("a", "Person", ["Jordi Conejos"]), ("b", "Organisation", ["Government"])]
    gold = mini(entities, [("a", "affiliatedWith", "b")])
    system = copy.deepcopy(gold)
    gold["d"]["relations"][0]["role"] = "former Director General"
    system["d"]["relations"][0]["role"] = role
    assert micro(system, gold).role_accuracy == accuracy


def test_a_role_where_the_gold_has_none_is_spurious() -> None:
    entities = [("a", "Person", ["Jordi Conejos"]), ("b", "Organisation", ["Government"])]
    gold = mini(entities, [("a", "affiliatedWith", "b")])
    system = copy.deepcopy(gold)
    system["d"]["relations"][0]["role"] = "minister"
    assert micro(system, gold).roles_spurious == 1


def optional_and_accepted() -> Docs:
    gold = mini(
        [
            ("t", "Training", ["Week"], False),
            ("o", "Organisation", ["Alpha Institute"]),
            ("c", "Place", ["Riga"]),
            ("k", "Place", ["Latvia"]),
        ],
        [("t", "taughtBy", "o"), ("t", "locatedIn", "c"), ("c", "locatedIn", "k")],
    )
    gold["d"]["relations"][0]["accept"] = [{"p": "organisedBy"}]
    gold["d"]["relations"][2]["optional"] = gold["d"]["entities"][3]["optional"] = True
    return gold


NEEDED = [
    ("t", "Training", ["Week"], False),
    ("o", "Organisation", ["Alpha Institute"]),
    ("c", "Place", ["Riga"]),
]


def test_an_accepted_reading_matches_and_what_is_optional_is_not_missed() -> None:
    system = mini(NEEDED, [("t", "organisedBy", "o"), ("t", "locatedIn", "c")])
    result = micro(system, optional_and_accepted())
    assert result.relation.f1 == result.entity.f1 == 1.0


def test_a_second_reading_and_what_is_optional_are_neutral() -> None:
    said = [
        ("t", "organisedBy", "o"),
        ("t", "taughtBy", "o"),
        ("t", "locatedIn", "c"),
        ("c", "locatedIn", "k"),
    ]
    result = micro(mini([*NEEDED, ("k", "Place", ["Latvia"])], said), optional_and_accepted())
    assert result.relation.f1 == result.entity.f1 == 1.0
    assert result.relation.right == result.neutral_relations == 2


def test_another_relation_than_the_accepted_ones_is_wrong() -> None:
    system = mini(NEEDED, [("t", "partner", "o"), ("t", "locatedIn", "c")])
    result = micro(system, optional_and_accepted())
    assert result.relation.precision == result.relation.recall == 0.5


def test_the_same_kind_of_event_at_another_place_and_time_is_another_one() -> None:
    def week(city: str, day: str) -> Docs:
        entities = [("t", "Training", ["training week"], False), ("c", "Place", [city])]
        return mini(entities, [("t", "locatedIn", "c"), ("t", "startDate", day)])

    karaganda = week("Karaganda", "2018-02-19")
    assert micro(week("Karaganda", "2018-02-19"), karaganda).unnamed.f1 == 1.0
    assert micro(week("Riga", "2016-05-02"), karaganda).unnamed.f1 == 0.0


def test_unknown_ids_are_wrong_and_not_fatal(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        document["relations"].append({"s": "nobody", "p": "partner", "o": "nothing"})
    report = score(required, seeds)
    assert report.micro.relation.recall == 1.0
    assert report.micro.relation.precision < 1.0
    for errors in report.errors.values():
        assert [str(error) for error in errors] == [
            "relation wrong: <unknown id nobody> --partner--> <unknown id nothing>"
        ]
        assert errors[0].error_class is ErrorClass.SUBJECT


def test_vague_dates_match_and_show(required: Docs, seeds: Docs) -> None:
    for document in required.values():
        for relation in (each for each in document["relations"] if each["p"] in DATES):
            relation["v"] = relation["v"][:4]
    result = micro(required, seeds)
    assert result.predicates["startDate"].f1 == 1.0
    assert result.date_exact is not None
    assert result.date_exact < 0.5
