"""The table of what is forgotten, written and read."""

from datetime import date
from pathlib import Path

import pytest

from clustergraph.decisions import Forgetting, note_forgetting, read_curation
from clustergraph.errors import OutputNotWritable
from clustergraph.model import Iri

ANNA = Iri("https://w3id.org/clustergraph/id/anna-kowalska-aaaaaaaa")
NEWS = Iri("https://w3id.org/clustergraph/doc/0123456789abcdef")
HEADER = "iri\tby\ton\twhy"
TODAY = date(2026, 11, 22)


def test_what_is_noted_is_read_again(tmp_path: Path) -> None:
    for iri in (ANNA, NEWS):
        note_forgetting(tmp_path, iri, by="Ada", on=TODAY, why="she\tasked")
    path = tmp_path / "forgotten.tsv"
    assert read_curation(tmp_path).forgotten == (
        Forgetting(location=f"{path}:2", iri=ANNA, by="Ada", on=TODAY, why="she\tasked"),
        Forgetting(location=f"{path}:3", iri=NEWS, by="Ada", on=TODAY, why="she\tasked"),
    )
    assert [path.name for path in tmp_path.iterdir()] == ["forgotten.tsv"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"{ANNA}\tAda\t2026-11-22\t", "the column why is empty"),
        (f"{ANNA}\t\t2026-11-22\tasked", "the column by is empty"),
        (f"{ANNA}\tAda\tyesterday\tasked", "'yesterday' is not a date"),
        ("Anna Kowalska\tAda\t2026-11-22\tasked", "'Anna Kowalska' is no IRI of an entity"),
        (f"{ANNA} x\tAda\t2026-11-22\tasked", "is no IRI"),
        ("https://example.org/anna\tAda\t2026-11-22\tasked", "is no IRI of an entity"),
    ],
)
def test_a_row_that_can_not_be_carried_out_is_named(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "forgotten.tsv").write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    curation = read_curation(tmp_path)
    assert not curation.forgotten
    (error,) = curation.bad
    assert reason in error.reason
    assert error.location.endswith("forgotten.tsv:2")


def test_a_table_that_can_not_be_written_stays_as_it_is(tmp_path: Path) -> None:
    note_forgetting(tmp_path, ANNA, by="Ada", on=TODAY, why="asked")
    before = (tmp_path / "forgotten.tsv").read_bytes()
    (tmp_path / "forgotten.tsv.new").mkdir()
    with pytest.raises(OutputNotWritable):
        note_forgetting(tmp_path, NEWS, by="Ada", on=TODAY, why="asked")
    assert (tmp_path / "forgotten.tsv").read_bytes() == before
