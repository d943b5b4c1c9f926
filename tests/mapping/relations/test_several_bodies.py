import pytest

from clustergraph.mapping.relations.several_bodies import number_before, several_bodies
from given.pages import page_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met four young Danish clusters.", [("cluster", 4)]),
        ("We met clusters and two companies.", [("cluster", None), ("company", 2)]),
        ("We met one cluster.", []),
        ("We met four Danish wood and toy and glass clusters.", [("cluster", None)]),
    ],
)
def test_a_plural_is_counted_by_the_number_shortly_before_it(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    page = page_of(text)
    assert [(head.word, number_before(at, page)) for at, head in several_bodies(page)] == expected
