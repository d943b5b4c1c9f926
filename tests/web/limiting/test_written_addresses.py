"""Bodies of writes have a limit of their own; all others have the common one."""

import pytest

from clustergraph.web.limiting.bodies import is_written_to


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/update", True),
        ("/store", True),
        ("/store/a/b", True),
        ("/kg/store/a", True),
        ("/stores", False),
        ("/updates", False),
        ("/api/lookup", False),
        ("/a/store", False),
    ],
)
def test_only_where_the_graph_is_written_bodies_count_for_themselves(
    path: str, *, is_one: bool
) -> None:
    root_path = "/kg" if path.startswith("/kg") else ""
    assert is_written_to({"path": path, "root_path": root_path}) is is_one
