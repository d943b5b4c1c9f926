from typing import Any

from clustergraph.operations.scoring.alignment import align, type_credit
from clustergraph.operations.scoring.annotations import Annotation, parse_annotation


def _annotated(*entities: dict[str, Any], relations: tuple[dict[str, Any], ...] = ()) -> Annotation:
    return parse_annotation({"entities": entities, "relations": relations})


def _entity(id_: str, type_: str, *names: str, **more: object) -> dict[str, Any]:
    return {"id": id_, "type": type_, "names": names, **more}


def test_an_equal_or_accepted_type_counts_fully_and_one_of_its_group_half() -> None:
    gold = _annotated(_entity("g", "Cluster", "Alpha", altTypes=["Project"])).entities["g"]
    credit = {
        type_: type_credit(gold, _annotated(_entity("s", type_, "Alpha")).entities["s"])
        for type_ in ("Cluster", "Project", "Organisation", "Person")
    }
    assert credit == {"Cluster": 1.0, "Project": 1.0, "Organisation": 0.5, "Person": 0.0}


def test_entities_are_aligned_by_the_best_of_their_names() -> None:
    gold = _annotated(
        _entity("g1", "Cluster", "Alpha", "Alpha Cluster"), _entity("g2", "Place", "Riga")
    )
    system = _annotated(_entity("s1", "Place", "Riga"), _entity("s2", "Cluster", "ALPHA cluster"))
    assert align(gold, system).aligned == {"s1": "g2", "s2": "g1"}


def test_who_bears_the_very_name_of_one_is_not_taken_for_another() -> None:
    gold = _annotated(
        _entity("g1", "Cluster", "Alpha Beta"), _entity("g2", "Cluster", "Alpha Beta Two")
    )
    system = _annotated(_entity("s", "Cluster", "Alpha Beta Two"))
    assert align(gold, system).aligned == {"s": "g2"}


def test_who_bears_the_names_of_many_is_taken_for_none() -> None:
    names = ("Alpha", "Beta", "Gamma")
    gold = _annotated(*(_entity(f"g{name}", "Cluster", name) for name in names))
    assert align(gold, _annotated(_entity("s", "Cluster", *names))).known == {}


def test_a_second_bearer_of_an_aligned_name_only_restates_it() -> None:
    gold = _annotated(_entity("g", "Cluster", "Alpha"))
    system = _annotated(_entity("s1", "Cluster", "Alpha"), _entity("s2", "Organisation", "Alpha"))
    alignment = align(gold, system)
    assert alignment.aligned == {"s1": "g"}
    assert alignment.known == {"s1": "g", "s2": "g"}


def test_unnamed_things_are_aligned_by_what_tells_them_apart() -> None:
    def side(first: str, second: str) -> Annotation:
        trainings = (
            _entity(first, "Training", named=False),
            _entity(second, "Training", named=False),
        )
        said = ((first, "2018-02-19"), (second, "2020-05-04"))
        dates = tuple({"s": id_, "p": "startDate", "v": day} for id_, day in said)
        return _annotated(*trainings, relations=dates)

    assert align(side("g1", "g2"), side("s1", "s2")).aligned == {"s1": "g1", "s2": "g2"}


def test_nothing_is_aligned_with_nothing() -> None:
    assert align(_annotated(), _annotated(_entity("s", "Cluster", "Alpha"))).known == {}
    assert align(_annotated(_entity("g", "Cluster", "Alpha")), _annotated()).known == {}
