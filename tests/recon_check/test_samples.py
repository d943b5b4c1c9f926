"""What a service told of itself is asked of it again."""

from typing import Any

import pytest

from clustergraph.recon_check.dialects import Record
from clustergraph.recon_check.samples import Sample, identifiers_of, samples_of, score_of


def test_only_what_has_an_identifier_and_a_name_is_a_sample_and_typed_ones_come_first() -> None:
    records: list[Record] = [
        {"id": "a", "name": "A"},
        {"id": "b", "name": "B", "type": [{"id": "t"}, "u", {"id": ""}, 7]},
        {"id": "", "name": "C"},
        {"id": 4, "name": "D"},
        {"id": "e", "name": None},
    ]
    typed = Sample(identifier="b", name="B", types=("t", "u"))
    assert samples_of(records) == [typed, Sample(identifier="a", name="A")]


def test_identifiers_that_are_no_texts_are_passed_over() -> None:
    assert identifiers_of([{"id": "a"}, {"id": 7}, {}, {"id": "b"}]) == ["a", "b"]


@pytest.mark.parametrize(
    ("said", "score"), [(7, 7), (0.5, 0.5), (True, None), ("7", None), (None, None)]
)
def test_a_score_is_a_number(said: Any, score: float | None) -> None:
    assert score_of({"score": said}) == score
