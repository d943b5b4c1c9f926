import pytest

from clustergraph.mapping.mentions.quality_labels import find_quality_labels
from given.mapped import scene_of


@pytest.mark.parametrize("text", ["It won the Gold Label.", "It won a silver label."])
def test_a_label_of_excellence_needs_no_capital(text: str) -> None:
    (label,) = find_quality_labels(scene_of(text), ())
    assert label.kind is not None
    assert label.kind.local == "ClusterLabel"


def test_a_label_within_another_mention_is_none_of_its_own() -> None:
    scene = scene_of("It won a gold label.")
    (label,) = find_quality_labels(scene, ())
    assert list(find_quality_labels(scene, [label])) == []
