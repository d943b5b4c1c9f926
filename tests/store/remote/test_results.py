"""Of an engine's short answers all is read, or they are told as none."""

import json

import pytest

from clustergraph.errors import EngineFailed
from clustergraph.store.remote.results import rows_in, truth_in, version_in


def _table(*rows: dict[str, str]) -> bytes:
    bindings = [
        {name: {"type": "literal", "value": value} for name, value in row.items()} for row in rows
    ]
    return json.dumps({"head": {"vars": ["told"]}, "results": {"bindings": bindings}}).encode()


def test_rows_hold_what_is_bound() -> None:
    assert rows_in(_table({"told": "a", "graph": "urn:g"}, {})) == [
        {"told": "a", "graph": "urn:g"},
        {},
    ]


@pytest.mark.parametrize(
    ("rows", "version"),
    [([], ""), (["a"], "a"), (["a", "a"], "a"), (["a", "b"], "")],
    ids=["none", "one", "one twice", "in between"],
)
def test_a_version_is_held_where_one_is_told(rows: list[str], version: str) -> None:
    assert version_in(_table(*({"told": row} for row in rows))) == version


@pytest.mark.parametrize(
    ("body", "truth"),
    [
        (b'{"head":{},"boolean":true}', True),
        (b'{"head":{},"boolean":false}', False),
        (_table({"told": "1"}), True),
        (_table({"told": "0"}), False),
        (_table(), False),
    ],
)
def test_a_truth_is_read_also_from_a_table(body: bytes, truth: bool) -> None:
    assert truth_in(body) is truth


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"results":{}}', b"1", b'"x"'])
def test_what_is_no_answer_is_told_as_none(body: bytes) -> None:
    for read in (rows_in, version_in, truth_in):
        with pytest.raises(EngineFailed, match="its answer to"):
            read(body)
