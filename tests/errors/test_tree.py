"""The tree in the docstring is the tree of the classes, and each error tells one sentence."""

import inspect
import re

from clustergraph import errors
from clustergraph.errors import ClusterGraphError

LINE = re.compile(r"^(?P<depth>[│ ├└─]*)(?P<name>[A-Z]\w+)", re.MULTILINE)


def _tree() -> dict[str, str]:
    """Read the parent of each class out of the drawing."""
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    drawn = inspect.cleandoc(errors.__doc__ or "").partition("::")[2]
    for found in LINE.finditer(drawn.replace("    ClusterGraphError", "ClusterGraphError")):
        depth = len(found["depth"])
        above = [(at, name) for at, name in above if at < depth]
        if above:
            parents[found["name"]] = above[-1][1]
        above.append((depth, found["name"]))
    return parents


def test_the_drawing_shows_every_error_below_its_own_parent() -> None:
    known = {name: getattr(errors, name) for name in errors.__all__}
    parents = {
        name: error.__bases__[0].__name__
        for name, error in known.items()
        if error is not ClusterGraphError
    }
    drawn = {name: parent for name, parent in _tree().items() if name in known}
    assert drawn == parents


def test_all_errors_are_ours() -> None:
    assert all(issubclass(getattr(errors, name), ClusterGraphError) for name in errors.__all__)
