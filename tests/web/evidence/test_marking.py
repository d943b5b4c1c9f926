"""Marking loses no character, whatever the quotes, and says where each of them is."""

from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.addresses import anchor
from clustergraph.web.evidence.marking import (
    Place,
    excerpts,
    highlights,
    lines,
    page_starts,
    stretch_at,
)
from clustergraph.web.evidence.quote_views import Piece

TEXT = "One quote stands here.\n\nAnother goes on\nover two lines. The end is not quoted."


@st.composite
def texts_and_places(draw: st.DrawFn) -> tuple[str, list[Place]]:
    text = draw(st.text(alphabet="ab. \n\r🎉", min_size=1, max_size=60))
    offsets = st.integers(0, len(text))
    spans = draw(st.sets(st.tuples(offsets, offsets), max_size=6))
    ordered = sorted(span for span in spans if span[0] < span[1])
    return text, [Place(*span, number) for number, span in enumerate(ordered, start=1)]


def plain(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text + plain(piece.pieces) for piece in pieces)


def marked(
    pieces: Iterable[Piece], numbers: frozenset[int] = frozenset()
) -> Iterator[frozenset[int]]:
    """Yield for each character the numbers of the quotes that it is marked as."""
    for piece in pieces:
        inside = numbers | {piece.number} if piece.number else numbers
        yield from (inside for _ in piece.text)
        yield from marked(piece.pieces, inside)


def anchors(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        yield from [piece.anchor] if piece.anchor else []
        yield from anchors(piece.pieces)


@given(texts_and_places())
def test_every_character_is_marked_as_the_quotes_that_hold_it(
    case: tuple[str, list[Place]],
) -> None:
    text, places = case
    at = 0
    for line in lines(text, (0, len(text)), places):
        words = plain(line.pieces)
        at = text.index(words, at)
        for offset, numbers in enumerate(marked(line.pieces), start=at):
            assert numbers == {
                place.number for place in places if place.start <= offset < place.end
            }
        at += len(words)


@given(texts_and_places())
def test_only_blanks_stand_between_lines(case: tuple[str, list[Place]]) -> None:
    text, places = case
    kept = "".join(plain(line.pieces) for line in lines(text, (0, len(text)), places))
    assert "".join(kept.split()) == "".join(text.split())


@given(texts_and_places())
def test_a_quote_with_words_has_one_anchor(case: tuple[str, list[Place]]) -> None:
    text, places = case
    found = [each for line in lines(text, (0, len(text)), places) for each in anchors(line.pieces)]
    assert len(found) == len(set(found))
    for place in places:
        if text[place.start : place.end].strip():
            assert anchor(place.start, place.end) in found


def test_a_quote_belongs_to_the_line_in_which_it_begins() -> None:
    places = [Place(0, 22, 1), Place(24, 54, 2)]
    found = list(lines(TEXT, (0, len(TEXT)), places))
    assert [line.quotes for line in found] == [(1,), (2,), ()]
    assert [line.begins_paragraph for line in found] == [False, True, False]


def test_a_quote_that_overlaps_another_is_marked_in_two_pieces() -> None:
    (line,) = lines("abcdef", (0, 6), [Place(0, 4, 1), Place(2, 6, 2)])
    first, second = line.pieces
    assert (first.number, plain(first.pieces)) == (1, "abcd")
    assert [(piece.number, plain([piece])) for piece in first.pieces] == [(0, "ab"), (2, "cd")]
    assert (second.number, second.anchor, plain(second.pieces)) == (2, "", "ef")


@given(st.integers(0, 130_000), st.integers(0, 200_000))
def test_every_character_stands_on_exactly_one_page(length: int, at: int) -> None:
    text = ("line of words\n" * 10_000)[:length]
    starts = page_starts(text)
    start, end = stretch_at(starts, length, at)
    assert end - start <= 20_000
    assert start <= at < end or (at >= length and end == length)
    assert start == 0 or text[start - 1] == "\n"


def test_a_page_ends_within_a_line_that_is_too_long() -> None:
    assert page_starts("x" * 50_000) == [0, 20_000, 40_000]


def test_an_excerpt_holds_the_sentence_round_a_quote() -> None:
    text = "Before it. Somebody said words here today. After it."
    start = text.index("words")
    (found,) = excerpts(text, [Place(start, start + 5, 1)], (0, len(text)), 100)
    assert text[slice(*found)].strip() == "Somebody said words here today."


def test_an_excerpt_of_a_long_sentence_ends_at_words() -> None:
    text = "word " * 100
    (found,) = excerpts(text, [Place(250, 254, 1)], (0, len(text)), 22)
    assert text[slice(*found)] == "word word word word word word word word word"


def test_excerpts_that_meet_are_one() -> None:
    text = "One. Two. Three. Four."
    places = [Place(5, 8, 1), Place(10, 15, 2)]
    assert len(excerpts(text, places, (0, len(text)), 10)) == 1


@given(texts_and_places())
def test_excerpts_hold_their_quotes_and_do_not_overlap(case: tuple[str, list[Place]]) -> None:
    text, places = case
    found = excerpts(text, places, (0, len(text)), 5)
    for place in places:
        assert any(start <= place.start and place.end <= end for start, end in found)
    ends = [bound for stretch in found for bound in stretch]
    assert ends == sorted(ends)


def test_each_number_has_its_highlight() -> None:
    assert ":root:has(.q7:target) .q7" in highlights()
