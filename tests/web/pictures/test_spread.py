from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from clustergraph.web.pictures.spread import Size, spread

DISTANCE = Size(100, 70)
SIZES = st.builds(Size, st.integers(20, 170), st.integers(20, 50))


@settings(max_examples=15, deadline=None)
@given(st.lists(SIZES, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_no_name_covers_another_and_none_stands_outside(sizes: list[Size], random: object) -> None:
    pairs = list(combinations(range(len(sizes)), 2))
    ties = [pair for pair in pairs if random.random() < 0.3]  # type: ignore[attr-defined]
    places = spread(sizes, ties, distance=DISTANCE)
    for one, other in pairs:
        apart = [
            abs(places[one][axis] - places[other][axis])
            - (sizes[one][axis] + sizes[other][axis]) / 2
            for axis in (0, 1)
        ]
        assert max(apart) > -2
    assert min(x - size.width / 2 for (x, _), size in zip(places, sizes, strict=True)) >= -1
    assert min(y - size.height / 2 for (_, y), size in zip(places, sizes, strict=True)) >= -1


def test_the_same_things_always_stand_in_the_same_places() -> None:
    sizes, ties = [Size(80, 40)] * 9, [(0, number) for number in range(1, 9)]
    assert spread(sizes, ties, distance=DISTANCE) == spread(sizes, ties, distance=DISTANCE)


def test_related_things_stand_nearer_than_others() -> None:
    places = spread([Size(20, 20)] * 6, [(0, 1), (2, 3), (4, 5)], distance=DISTANCE)

    def far(one: int, other: int) -> int:
        return sum((places[one][axis] - places[other][axis]) ** 2 for axis in (0, 1))

    assert far(0, 1) < min(far(0, 2), far(0, 3), far(0, 4), far(0, 5))


def test_nothing_is_spread_over_nothing() -> None:
    assert spread([], [], distance=DISTANCE) == []
