from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import ZoneKind
from clustergraph.reading.pdf_lines import Line, paragraphs

LEADING = 14.0


def page(*lines: str, size: float = 12) -> list[Line]:
    """Set lines one below the other; an empty one leaves room."""
    heights = [700 - LEADING * number for number in range(len(lines))]
    return [
        Line(text=text, height=height, size=size)
        for text, height in zip(lines, heights, strict=True)
        if text
    ]


def texts(*pages: list[Line]) -> list[str]:
    return [block.text for block in paragraphs(pages)]


def test_lines_of_a_paragraph_are_joined_and_room_parts_paragraphs() -> None:
    found = texts(page("The cluster opened its doors and", "has thirty members.", "", "It is new."))
    assert found == ["The cluster opened its doors and has thirty members.", "It is new."]


def test_room_parts_paragraphs_also_where_most_have_one_line() -> None:
    found = texts(
        page("One is here.", "", "Two is here.", "", "Three goes", "on here.", "", "Four.")
    )
    assert found == ["One is here.", "Two is here.", "Three goes on here.", "Four."]


def test_a_word_cut_at_the_end_of_a_line_is_whole_again() -> None:
    assert texts(page("The clus-", "ter has mem\u00ad", "bers.")) == ["The cluster has members."]


def test_a_word_written_with_a_hyphen_elsewhere_keeps_it() -> None:
    found = texts(page("A cluster-based policy is a cluster-", "based one."))
    assert found == ["A cluster-based policy is a cluster-based one."]


def test_a_hyphen_before_a_capital_stays() -> None:
    assert texts(page("The region Kujawsko-", "Pomorskie")) == ["The region Kujawsko- Pomorskie"]


def test_a_short_line_before_a_capital_ends_its_paragraph() -> None:
    found = texts(page("This line is as long as lines are on this page", "Members", "Alpha Ltd"))
    assert found[1:] == ["Alpha Ltd"]


def test_each_bullet_begins_anew() -> None:
    found = texts(page("These came, and they were many:", "\uf0b7 Alpha from", "Gdynia", "• Beta"))
    assert found == ["These came, and they were many:", "• Alpha from", "Gdynia", "• Beta"]


def test_larger_lines_are_headings() -> None:
    title = [Line(text="The cluster opens", height=740, size=20)]
    blocks = list(paragraphs([[*title, *page("The cluster opened its doors in Warsaw.")]]))
    assert [block.kind for block in blocks] == [ZoneKind.HEADING, None]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        page(f"Report {n}", f"Text {word} is here.", f"Page {n} of 3")
        for n, word in enumerate(("one", "two", "three"), start=1)
    ]
    assert " ".join(texts(*pages)) == "Text one is here. Text two is here. Text three is here."


def test_pages_of_one_line_keep_it() -> None:
    assert texts(page("The same."), page("The same.")) != []


@given(
    st.lists(
        st.lists(
            st.builds(
                Line,
                text=st.text("aA-•. 1", min_size=1).filter(str.strip),
                height=st.floats(),
                size=st.floats(min_value=0) | st.just(12.0),
            ),
            max_size=6,
        ),
        max_size=4,
    )
)
def test_no_letter_is_lost_but_of_running_heads(pages: list[list[Line]]) -> None:
    found = sum(text.lower().count("a") for text in texts(*pages))
    inner = sum(
        line.text.lower().count("a")
        for lines in pages
        for line in (lines[1:-1] if len(lines) > 2 else lines)
    )
    assert found >= inner
