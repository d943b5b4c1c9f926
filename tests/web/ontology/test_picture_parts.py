"""The boxes of the picture of the ontology: wide enough for their words, and shared out fairly."""

import pytest

from clustergraph.model import Iri
from clustergraph.operations.labels import Label, Labels, Thing
from clustergraph.operations.ontology_guide.overview import Family
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.ontology.picture_parts import PAD, Parts
from clustergraph.web.wording.reader import ANYBODY


def _thing(name: str) -> Thing:
    return Thing(iri=Iri(f"https://example.org/{name}"), label=Label(text=name, language="en"))


def _family(root: str, *members: str, attributes: tuple[str, ...] = ()) -> Family:
    return Family(
        root=_thing(root),
        members=tuple(map(_thing, members)),
        attributes=tuple(map(_thing, attributes)),
    )


@pytest.fixture
def parts(small_graph: GraphStore) -> Parts:
    return Parts(Linker(Labels(small_graph), ANYBODY))


def test_a_box_holds_all_that_is_drawn_in_it(parts: Parts) -> None:
    family = _family("Agent", "Cluster", "Company", "University", attributes=("name", "founded"))
    width = parts.narrowest(family)
    box = parts.box(family, 10, 20, width)
    assert len(box.boxes) == 3
    for chip in box.boxes:
        assert box.x + PAD <= chip.x <= chip.x + chip.width <= box.x + box.width
        assert box.y <= chip.y < chip.bottom <= box.bottom
    assert all(box.y < words.y < box.bottom for words in box.words)


def test_a_narrower_box_is_no_lower(parts: Parts) -> None:
    family = _family("Agent", *(f"Member{number}" for number in range(8)))
    least = parts.narrowest(family)
    assert parts.height(family, least) >= parts.height(family, 3 * least)


def test_families_with_more_in_them_get_more_of_the_width(parts: Parts) -> None:
    small, large = _family("A"), _family("B", "Aa", "Bb", "Cc", "Dd")
    shares = parts.shares([small, large], 900)
    assert sum(shares) <= 900
    assert shares[0] < shares[1]
    assert shares[0] >= parts.narrowest(small)
