from clustergraph.operations.describe import Name
from clustergraph.web.things.naming import name_rows
from clustergraph.web.wording import ENGLISH


def test_names_are_gathered_by_language_and_those_without_come_last() -> None:
    names = [
        Name(text="CGS", language="", preferred=False),
        Name(text="Klaster", language="pl", preferred=True),
        Name(text="Cluster", language="en", preferred=True),
        Name(text="Clusters", language="en", preferred=False),
    ]
    rows = name_rows(names, ENGLISH)
    assert [row.language for row in rows] == ["en", "pl", ""]
    assert (rows[0].preferred, rows[0].others) == ("Cluster", ("Clusters",))
    assert [row.called for row in rows] == ["English", "Polish", "any language"]
