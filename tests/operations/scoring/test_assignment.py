import sys

import pytest

from clustergraph.errors import MissingExtra
from clustergraph.operations.scoring.assignment import best_pairs


def test_pairs_are_the_heaviest_and_weightless_ones_are_left_out() -> None:
    assert best_pairs([[0.9, 0.8], [0.8, 0.1], [0.0, 0.0]]) == {0: 1, 1: 0}
    assert best_pairs([[0.0]]) == best_pairs([]) == best_pairs([[]]) == {}


def test_without_scipy_the_cure_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(MissingExtra) as caught:
        best_pairs([[1.0]])
    assert str(caught.value) == (
        "Scoring needs scipy; install it with: pip install 'clustergraph[evaluate]'"
    )
