from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import StoreError
from clustergraph.model import Iri
from clustergraph.store.adjacency import Adjacency, Bundle, Members, Way

A, B, C, PARTNER, KIND = (Iri(f"https://example.org/{name}") for name in "abcpk")

iris = st.text("abcdeżщ0", min_size=1, max_size=4).map(lambda name: Iri(f"https://x.org/{name}"))
keys = st.tuples(iris, st.sampled_from(Way), iris, st.none() | iris)
tables = st.dictionaries(keys, st.lists(iris, max_size=5), max_size=12)


def bundle(key: tuple[Iri, Way, Iri, Iri | None], members: list[Iri], total: int) -> Bundle:
    thing, way, property_, kind = key
    return Bundle(thing=thing, way=way, property=property_, kind=kind, total=total, members=members)


def told(found: Bundle) -> tuple[object, ...]:
    return (found.way, found.property, found.kind, found.total, list(found.members))


@given(tables)
def test_a_table_gives_back_what_it_was_made_of(
    table: Mapping[tuple[Iri, Way, Iri, Iri | None], list[Iri]],
) -> None:
    adjacency = Adjacency.made_of(
        bundle(key, members, len(members) + 1) for key, members in table.items()
    )
    for thing in {key[0] for key in table}:
        expected = sorted(
            (
                (way, property_, kind, len(members) + 1, members)
                for (each, way, property_, kind), members in table.items()
                if each == thing
            ),
            key=lambda row: (row[0], row[1], row[2] or ""),
        )
        assert [told(each) for each in adjacency.of(thing)] == expected


def test_what_has_no_bundle_has_none() -> None:
    adjacency = Adjacency.made_of([bundle((A, Way.RELATED, PARTNER, None), [B], 1)])
    assert adjacency.of(B) == ()
    assert adjacency.of(C) == ()
    assert Adjacency.made_of(()).of(A) == ()


def test_a_table_is_read_where_it_was_written(tmp_path: Path) -> None:
    made = Adjacency.made_of([bundle((A, Way.INCOMING, PARTNER, KIND), [B, C], 2)])
    made.write(tmp_path / "table")
    (found,) = Adjacency.open(tmp_path / "table").of(A)
    assert told(found) == (Way.INCOMING, PARTNER, KIND, 2, [B, C])


def test_equal_tables_have_one_stamp_and_others_another(tmp_path: Path) -> None:
    one, other = (bundle((A, Way.RELATED, PARTNER, None), [each], 1) for each in (B, C))
    stamps = [Adjacency.made_of(each).write(tmp_path) for each in ([one], [one], [other], [])]
    assert stamps[0] == stamps[1]
    assert len(set(stamps)) == 3


def test_an_empty_table_can_be_opened(tmp_path: Path) -> None:
    Adjacency.made_of(()).write(tmp_path)
    assert Adjacency.open(tmp_path).of(A) == ()


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="table of relations"):
        Adjacency.open(tmp_path / "nowhere")


def test_a_member_is_found_by_its_place() -> None:
    (found,) = Adjacency.made_of([bundle((A, Way.MENTIONED, PARTNER, None), [C, B], 2)]).of(A)
    assert isinstance(found.members, Members)
    assert [found.members.place_of(each) for each in (C, B, A, "https://example.org/z")] == [
        *(0, 1),
        *(None, None),
    ]
    assert list(found.members[1:]) == [B]
