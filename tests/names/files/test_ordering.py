"""Things are put in order by what readers of a language see them called."""

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.names.files.ordering import written_as


def test_case_marks_and_quotes_do_not_part_names_that_begin_alike() -> None:
    names = ["„Zielona” 10", "zielona 9", "Żółta", "Łódź", "lodowa", "Ruse", "Русе", "élan"]
    assert sorted(names, key=written_as) == [
        *("élan", "lodowa", "Łódź", "Ruse", "zielona 9", "„Zielona” 10", "Żółta", "Русе")
    ]


@given(st.text())
def test_any_name_can_be_put_in_order(name: str) -> None:
    assert len(written_as(name)) <= 120
