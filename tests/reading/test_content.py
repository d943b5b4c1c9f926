import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import PartialDate, ZoneKind
from clustergraph.reading.content import Block, Content, Metadata, row_of_cells

blocks = st.builds(
    Block, st.text(max_size=30), st.sampled_from([None, ZoneKind.HEADING, ZoneKind.BULLET])
)


def test_blocks_stand_apart_and_items_of_a_list_together() -> None:
    content = Content.of_blocks(
        [
            Block("A title", ZoneKind.HEADING),
            Block("Some text:"),
            Block("• one", ZoneKind.BULLET),
            Block("• two", ZoneKind.BULLET),
            Block("  "),
            Block("More text."),
        ]
    )
    assert content.text == "A title\n\nSome text:\n\n• one\n• two\n\nMore text.\n"
    assert content.told == {0: ZoneKind.HEADING, 21: ZoneKind.BULLET, 27: ZoneKind.BULLET}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("two  blanks\tand a tab", "two blanks and a tab"),
        ("a no-break\u00a0space stays", "a no-break\u00a0space stays"),
        ("clu\u00adster, zero\u200bwidth, \ufeffmark", "cluster, zerowidth, mark"),
        ("a sentence\nthat goes on", "a sentence that goes on"),
        ("Street 1\nVienna", "Street 1\nVienna"),
        ("a\x01b\x7fc\ud800d\uffffe", "a b c d e"),
        ("שלום\u200fעולם", "שלום\u200fעולם"),
    ],
)
def test_a_paragraph_is_cleaned_of_what_cannot_be_seen(written: str, shown: str) -> None:
    assert Content.of_blocks([Block(written)]).text == f"{shown}\n"


def test_plain_text_keeps_its_offsets() -> None:
    assert Content.of_plain_text("a\x0cb \r\n\t\x01c").text == "a b \r\n\t c"


def test_a_row_is_one_item_with_its_cells_apart() -> None:
    assert row_of_cells(["Alpha Ltd", " ", "Gdynia\nPoland"]) == [
        Block("Alpha Ltd; Gdynia Poland", ZoneKind.BULLET)
    ]


@pytest.mark.parametrize("cells", [["Some text."], ["menu", "text " * 100]])
def test_a_table_that_sets_out_a_page_is_text(cells: list[str]) -> None:
    assert [block.kind for block in row_of_cells(cells)] == [None] * len(cells)


def test_what_one_says_goes_over_what_the_other_says() -> None:
    sidecar = Metadata(title="A", date=PartialDate(2016))
    page = Metadata(title="B", publisher="P", date=PartialDate(2015))
    assert sidecar.over(page) == Metadata(title="A", publisher="P", date=PartialDate(2016))


@given(st.lists(blocks))
def test_what_is_told_are_beginnings_of_lines_with_text(given_blocks: list[Block]) -> None:
    content = Content.of_blocks(given_blocks)
    for offset in content.told:
        assert offset == 0 or content.text[offset - 1] == "\n"
        assert not content.text[offset].isspace()
    assert all(a < b for a, b in itertools.pairwise(content.told))
    content.text.encode()
