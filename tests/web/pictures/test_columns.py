from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import Iri
from clustergraph.web.pictures.columns import columns_of

THINGS = [Iri(f"urn:x:{number}") for number in range(7)]
WAYS = st.lists(
    st.tuples(st.sampled_from(THINGS), st.sampled_from(THINGS)), min_size=1, max_size=14
)


@given(WAYS)
def test_every_thing_stands_in_one_column_whatever_leads_where(ways: list[tuple[Iri, Iri]]) -> None:
    columns = columns_of(ways)
    things = [node for column in columns for node in column if isinstance(node, Iri)]
    assert sorted(things) == sorted({thing for way in ways for thing in way})
    assert all(columns)


@given(st.lists(st.sampled_from([*pairwise(THINGS), (THINGS[0], THINGS[4])]), min_size=1))
def test_without_circles_every_way_leads_to_the_right(ways: list[tuple[Iri, Iri]]) -> None:
    place = {node: at for at, column in enumerate(columns_of(ways)) for node in column}
    assert all(place[start] < place[end] for start, end in ways)


def test_a_way_past_a_column_has_a_gap_in_it() -> None:
    a, b, c, *_ = THINGS
    assert columns_of([(a, b), (b, c), (a, c)])[1] == [b, (a, c, 1)]


def test_columns_are_ordered_so_that_ways_do_not_cross() -> None:
    a, b, c, d, *_ = THINGS
    first, second = columns_of([(a, d), (b, c)])
    assert [first.index(a), first.index(b)] == [second.index(d), second.index(c)]
