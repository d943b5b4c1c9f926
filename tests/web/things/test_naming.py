from clustergraph.operations.describing.describe import Name
from clustergraph.web.things.naming import name_rows
from clustergraph.web.things.views import NameForm
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
    assert [(form.text, form.is_written) for form in rows[0].preferred] == [("Cluster", False)]
    assert [form.text for form in rows[0].others] == ["Clusters"]
    assert [row.called for row in rows] == ["English", "Polish", "any language"]


def test_names_that_people_wrote_are_told_where_others_are_given_too() -> None:
    name = Name(text="Cluster", language="en", preferred=True, written=("urn:notes",))
    assert name_rows([name], ENGLISH)[0].preferred == (NameForm(text="Cluster", is_written=True),)
    (row,) = name_rows([name], ENGLISH, marks_written=False)
    assert not row.preferred[0].is_written
